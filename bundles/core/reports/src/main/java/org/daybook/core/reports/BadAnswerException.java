package org.daybook.core.reports;

/** A section answered with what no section may answer. */
final class BadAnswerException extends Exception {
  private static final long serialVersionUID = 1L;

  BadAnswerException(String message) {
    super(message);
  }
}
