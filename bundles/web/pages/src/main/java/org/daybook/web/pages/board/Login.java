package org.daybook.web.pages.board;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** What a browser sends of somebody who logged in (RFC 7617). */
record Login(String name, String password) {
  /** Browsers keep the password for the REST API as well: the realm is the same there. */
  static final String CHALLENGE = "Basic realm=\"Daybook\", charset=\"UTF-8\"";

  private static final String SCHEME = "basic ";

  /** The login in the header {@code Authorization}; empty if there is none that can be read. */
  static Optional<Login> in(String header) {
    if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
      String pair = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      int colon = pair.indexOf(':');
      return colon < 0
          ? Optional.empty()
          : Optional.of(new Login(pair.substring(0, colon), pair.substring(colon + 1)));
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
