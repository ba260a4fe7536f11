package org.daybook.sources.routine;

/** A regulation cannot be used; the message names the file and, if it is known, the line. */
final class RegulationException extends Exception {

  private static final long serialVersionUID = 1L;

  RegulationException(String message) {
    super(message);
  }

  RegulationException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * The one sentence for what is wrong in a file.
   *
   * @param line from 1
   */
  static String at(String file, int line, String complaint) {
    return file + " line " + line + ": " + complaint + ".";
  }
}
