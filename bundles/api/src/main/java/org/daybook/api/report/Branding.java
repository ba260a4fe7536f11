package org.daybook.api.report;

import java.util.Optional;

/**
 * How an outsourcing company presents itself in its reports, for all clients or for one. It is part
 * of the frozen report, so that an old one is shown as it was sent.
 *
 * @param company its name; blank if none is configured
 * @param accent colour of heads and lines as {@code #rrggbb}; white text on it meets WCAG 2.2 AA
 * @param logo shown in the head; empty for the name alone
 * @param footer a line or more at the end, in the language of the report; blank for none
 * @param senderName who the e-mail comes from; empty for the configured sender
 * @param senderAddress the address it comes from; empty for the configured one
 */
public record Branding(
    String company,
    String accent,
    Optional<Logo> logo,
    String footer,
    Optional<String> senderName,
    Optional<String> senderAddress) {

  /** What is used while nothing is configured. */
  public static final Branding NONE =
      new Branding("", "#173a56", Optional.empty(), "", Optional.empty(), Optional.empty());

  /**
   * A picture.
   *
   * @param mediaType {@code image/png} or {@code image/jpeg}: what every mail program shows
   * @param base64 its bytes (RFC 4648, section 4)
   * @param width in pixels
   * @param height in pixels
   */
  public record Logo(String mediaType, String base64, int width, int height) {}
}
