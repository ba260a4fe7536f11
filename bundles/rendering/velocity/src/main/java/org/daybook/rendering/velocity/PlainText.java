package org.daybook.rendering.velocity;

/** Text without what steers a terminal, a mail reader or the direction of writing. */
final class PlainText {
  private PlainText() {}

  /** The text without control characters and without what XML 1.0 does not allow. */
  static String clean(String text) {
    String lines =
        text.replace("\r\n", "\n")
            .replace('\r', '\n')
            .replace('\u2028', '\n')
            .replace('\u2029', '\n');
    return lines.codePoints().allMatch(PlainText::isText)
        ? lines
        : lines
            .codePoints()
            .filter(PlainText::isText)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  private static boolean isText(int c) {
    if (c == '\n' || c == '\t') {
      return true;
    }
    boolean directionMark = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x206F;
    boolean hiddenTag = c >= 0xE0000 && c <= 0xE007F;
    boolean noCharacter = (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF;
    return !Character.isISOControl(c)
        && !directionMark
        && !hiddenTag
        && !noCharacter
        && Character.getType(c) != Character.SURROGATE;
  }
}
