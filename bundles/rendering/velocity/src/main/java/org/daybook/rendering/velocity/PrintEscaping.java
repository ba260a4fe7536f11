package org.daybook.rendering.velocity;

/**
 * Text as XHTML for print, where a word that is longer than its column would be cut off or cost a
 * lot of time: long words get places at which they may break (U+200B).
 */
final class PrintEscaping {
  private static final int LONG_WORD = 30;
  private static final int SYLLABLE = 8;
  private static final char MAY_BREAK = '\u200B';

  private PrintEscaping() {}

  static String escape(String text) {
    return Escaping.escape(breakable(text));
  }

  /** The text with places to break in its long words. */
  private static String breakable(String text) {
    if (text.length() <= LONG_WORD) {
      return text;
    }
    StringBuilder broken = new StringBuilder(text.length() + text.length() / SYLLABLE);
    int word = 0;
    for (int end; word < text.length(); word = end) {
      end = endOfWord(text, word);
      append(text.substring(word, end), broken);
    }
    return broken.toString();
  }

  private static int endOfWord(String text, int from) {
    int end = from;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return Math.max(from + 1, end);
  }

  private static void append(String word, StringBuilder broken) {
    if (word.length() <= LONG_WORD) {
      broken.append(word);
      return;
    }
    int[] characters = word.codePoints().toArray();
    for (int i = 0; i < characters.length; i++) {
      if (i > 0 && i % SYLLABLE == 0) {
        broken.append(MAY_BREAK);
      }
      broken.appendCodePoint(characters[i]);
    }
  }
}
