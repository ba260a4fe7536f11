package org.daybook.rendering.velocity;

/**
 * Text as XHTML for print: without characters that have no width (U+200B, U+FEFF and their like).
 * They say nothing on paper, and PDFBox blanks other glyphs of the font where it meets one.
 */
final class PrintEscaping {
  private PrintEscaping() {}

  static String escape(String text) {
    String seen =
        text.codePoints().noneMatch(PrintEscaping::hasNoWidth)
            ? text
            : text.codePoints()
                .filter(c -> !hasNoWidth(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    return Escaping.escape(seen);
  }

  private static boolean hasNoWidth(int c) {
    return Character.getType(c) == Character.FORMAT;
  }
}
