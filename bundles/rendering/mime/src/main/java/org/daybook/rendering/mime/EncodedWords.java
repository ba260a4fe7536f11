package org.daybook.rendering.mime;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * Texts as encoded words (RFC 2047), for what the mail library would leave as it is because it is
 * ASCII: a word too long for a line, or one that a reader would take for an encoded one.
 */
final class EncodedWords {
  /** Of UTF-8, so that the encoded word is no longer than 75 characters. */
  private static final int BYTES = 45;

  /** With the name of the header no line is longer than 78. */
  private static final int LONGEST_WORD = 60;

  private EncodedWords() {}

  static boolean needed(String text) {
    boolean ascii = text.chars().allMatch(c -> c < 0x80);
    return ascii
        && (text.contains("=?")
            || Arrays.stream(text.split(" ", -1)).anyMatch(word -> word.length() > LONGEST_WORD));
  }

  /** Only for ASCII: no character is torn. */
  static String of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    StringBuilder words = new StringBuilder();
    for (int from = 0; from < bytes.length; from += BYTES) {
      byte[] piece = Arrays.copyOfRange(bytes, from, Math.min(from + BYTES, bytes.length));
      words
          .append(words.isEmpty() ? "" : "\r\n ")
          .append("=?UTF-8?B?")
          .append(Base64.getEncoder().encodeToString(piece))
          .append("?=");
    }
    return words.toString();
  }
}
