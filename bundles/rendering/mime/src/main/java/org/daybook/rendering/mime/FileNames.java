package org.daybook.rendering.mime;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.daybook.api.error.InvalidInputException;

/** The {@code filename} parameters of an attachment. */
final class FileNames {
  /** Of one continuation, so that no line is longer than 78. */
  private static final int PIECE = 54;

  /** As much as file systems bear. */
  private static final int LONGEST_NAME = 255;

  private static final String ATTRIBUTE_CHARACTERS = "!#$&+-.^_`{|}~";

  private FileNames() {}

  /**
   * Both names: the plain one for readers that know no other, and the one in any language in the
   * extended form with continuations (RFC 2231, sections 3 and 4), which newer readers prefer.
   */
  static String parameters(String ascii, String name) {
    if (!ascii.chars().allMatch(c -> c >= 0x20 && c < 0x7f && c != '"' && c != '\\')) {
      throw new InvalidInputException(
          "attachments.asciiFileName", "must be plain ASCII without quotes");
    }
    requireShort("attachments.asciiFileName", ascii);
    requireShort("attachments.fileName", name);
    StringBuilder out = new StringBuilder(";\r\n filename=\"").append(ascii).append('"');
    if (name.equals(ascii)) {
      return out.toString();
    }
    int number = 0;
    StringBuilder piece = new StringBuilder("UTF-8''");
    for (byte b : Headers.oneLine("attachments.fileName", name).getBytes(StandardCharsets.UTF_8)) {
      String encoded = encode(b);
      if (piece.length() + encoded.length() > PIECE) {
        append(out, number++, piece);
        piece.setLength(0);
      }
      piece.append(encoded);
    }
    append(out, number, piece);
    return out.toString();
  }

  private static void requireShort(String field, String name) {
    if (name.length() > LONGEST_NAME) {
      throw new InvalidInputException(field, "must be at most " + LONGEST_NAME + " characters");
    }
  }

  private static void append(StringBuilder out, int number, CharSequence piece) {
    out.append(";\r\n filename*").append(number).append("*=").append(piece);
  }

  private static String encode(byte b) {
    char c = (char) (b & 0xff);
    boolean plain =
        c >= '0' && c <= '9'
            || c >= 'A' && c <= 'Z'
            || c >= 'a' && c <= 'z'
            || ATTRIBUTE_CHARACTERS.indexOf(c) >= 0;
    return plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", b & 0xff);
  }
}
