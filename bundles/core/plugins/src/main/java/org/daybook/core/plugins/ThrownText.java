package org.daybook.core.plugins;

/** Says what a plugin threw, even if what it threw cannot say it. */
final class ThrownText {
  private static final int LONGEST = 300;

  private ThrownText() {}

  static String of(Throwable thrown) {
    String type = thrown.getClass().getSimpleName();
    String message;
    try {
      message = thrown.getMessage();
    } catch (Throwable broken) {
      return type;
    }
    if (message == null || message.isBlank()) {
      return type;
    }
    // Halves of surrogate pairs have no UTF-8, and would spoil every list that shows them.
    String line = message.strip().replaceAll("[\\s\\p{Cntrl}\\p{Cs}]+", " ");
    if (line.length() > LONGEST) {
      boolean splitsPair = Character.isHighSurrogate(line.charAt(LONGEST - 1));
      line = line.substring(0, splitsPair ? LONGEST - 1 : LONGEST) + "…";
    }
    return type + ": " + (line.endsWith(".") ? line.substring(0, line.length() - 1) : line);
  }
}
