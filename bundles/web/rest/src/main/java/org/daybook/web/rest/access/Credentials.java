package org.daybook.web.rest.access;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** What the {@code Authorization} header holds: Basic (RFC 7617) or Bearer (RFC 6750). */
sealed interface Credentials {
  /** A name and a password; machines put their token into the password. */
  record Basic(String user, String password) implements Credentials {}

  /** A token. */
  record Bearer(String token) implements Credentials {}

  /** The credentials in a header, or empty if there are none that can be read. */
  static Optional<Credentials> in(String header) {
    if (header == null) {
      return Optional.empty();
    }
    String text = header.trim();
    int space = text.indexOf(' ');
    if (space < 0) {
      return Optional.empty();
    }
    String scheme = text.substring(0, space);
    String rest = text.substring(space + 1).trim();
    if (scheme.equalsIgnoreCase("Bearer")) {
      return Optional.of(new Bearer(rest));
    }
    return scheme.equalsIgnoreCase("Basic") ? basic(rest) : Optional.empty();
  }

  private static Optional<Credentials> basic(String encoded) {
    try {
      byte[] bytes = Base64.getDecoder().decode(encoded);
      String pair = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      int colon = pair.indexOf(':');
      return colon < 0
          ? Optional.empty()
          : Optional.of(new Basic(pair.substring(0, colon), pair.substring(colon + 1)));
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
