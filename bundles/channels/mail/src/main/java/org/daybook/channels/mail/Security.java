package org.daybook.channels.mail;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a connection is protected. */
enum Security {
  /** STARTTLS (RFC 3207); a server without it is not used. */
  STARTTLS(587, 143),
  /** STARTTLS where the server has it, else in the clear. */
  STARTTLS_OPTIONAL(587, 143),
  /** TLS from the first byte (RFC 8314). */
  TLS(465, 993),
  /** In the clear. */
  NONE(25, 143);

  private final int usualSmtpPort;
  private final int usualImapPort;

  Security(int usualSmtpPort, int usualImapPort) {
    this.usualSmtpPort = usualSmtpPort;
    this.usualImapPort = usualImapPort;
  }

  int usualSmtpPort() {
    return usualSmtpPort;
  }

  int usualImapPort() {
    return usualImapPort;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @param pid of the configuration that the word stands in
   */
  static Security of(String pid, String word) {
    return Arrays.stream(values())
        .filter(each -> each.word().equals(word.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    pid
                        + ": security must be one of "
                        + Arrays.stream(values())
                            .map(Security::word)
                            .collect(Collectors.joining(", "))
                        + ", is "
                        + word));
  }
}
