package org.daybook.channels.mail;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a connection is protected. */
enum Security {
  /** STARTTLS (RFC 3207); a server without it is not used. */
  STARTTLS(587),
  /** STARTTLS where the server has it, else in the clear. */
  STARTTLS_OPTIONAL(587),
  /** TLS from the first byte (RFC 8314). */
  TLS(465),
  /** In the clear. */
  NONE(25);

  private final int usualPort;

  Security(int usualPort) {
    this.usualPort = usualPort;
  }

  int usualPort() {
    return usualPort;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Security of(String word) {
    return Arrays.stream(values())
        .filter(each -> each.word().equals(word.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "org.daybook.channels.mail: security must be one of "
                        + Arrays.stream(values())
                            .map(Security::word)
                            .collect(Collectors.joining(", "))
                        + ", is "
                        + word));
  }
}
