package org.daybook.web.rest.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Checks the encoding of request addresses before anything reads them. */
public final class Address {
  private Address() {}

  /**
   * Refuses a path or query with broken escapes, broken UTF-8 or control characters.
   *
   * @throws ProblemException 400
   */
  public static void check(String raw) {
    if (raw == null) {
      return;
    }
    ByteBuffer bytes = ByteBuffer.allocate(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '%') {
        bytes.put(escaped(raw, i + 1));
        i += 2;
      } else if (c < 0x80) {
        bytes.put((byte) c);
      }
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException e) {
      throw bad();
    }
    if (text.chars().anyMatch(c -> c < 0x20 || c == 0x7f)) {
      throw bad();
    }
  }

  private static byte escaped(String raw, int at) {
    int high = at + 1 < raw.length() ? Character.digit(raw.charAt(at), 16) : -1;
    int low = at + 1 < raw.length() ? Character.digit(raw.charAt(at + 1), 16) : -1;
    if (high < 0 || low < 0) {
      throw bad();
    }
    return (byte) (high * 16 + low);
  }

  private static ProblemException bad() {
    return ProblemException.of(
        400, "The address is not percent-encoded UTF-8 without control characters.");
  }
}
