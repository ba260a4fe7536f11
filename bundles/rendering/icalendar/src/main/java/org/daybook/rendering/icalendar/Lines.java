package org.daybook.rendering.icalendar;

/** Content lines (RFC 5545, section 3.1). */
final class Lines {
  /** Without the line break. */
  private static final int OCTETS = 75;

  private static final String BREAK = "\r\n";

  private Lines() {}

  /** Each line in pieces of at most 75 octets of UTF-8; no character is torn. */
  static String folded(String text) {
    StringBuilder out = new StringBuilder(text.length() + text.length() / 16);
    for (String line : text.split("\r\n|\n", -1)) {
      if (!line.isEmpty()) {
        fold(line, out);
      }
    }
    return out.toString();
  }

  private static void fold(String line, StringBuilder out) {
    int octets = 0;
    for (int i = 0; i < line.length(); ) {
      int character = line.codePointAt(i);
      int size = octets(character);
      if (octets + size > OCTETS) {
        out.append(BREAK).append(' ');
        octets = 1;
      }
      out.appendCodePoint(character);
      octets += size;
      i += Character.charCount(character);
    }
    out.append(BREAK);
  }

  private static int octets(int character) {
    if (character < 0x80) {
      return 1;
    }
    if (character < 0x800) {
      return 2;
    }
    return character < 0x10000 ? 3 : 4;
  }
}
