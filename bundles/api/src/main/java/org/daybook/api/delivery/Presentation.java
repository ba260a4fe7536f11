package org.daybook.api.delivery;

import java.util.Optional;

/**
 * For whom a report is rendered; nothing in it changes what the report says.
 *
 * @param pageAddress absolute URL of the reader's own page of this report, where they acknowledge
 *     and dispute it; empty if it has none, or if the document is likely to be passed on
 * @param logo where the document finds the logo
 */
public record Presentation(Optional<String> pageAddress, LogoPlace logo) {

  /** For nobody in particular, with nothing outside of the document. */
  public static final Presentation PLAIN =
      new Presentation(Optional.empty(), LogoPlace.IN_DOCUMENT);

  /** Where a logo is. */
  public enum LogoPlace {
    /** In a {@code data:} URL (RFC 2397). */
    IN_DOCUMENT,
    /** In the same message, as {@code cid:logo} (RFC 2392). */
    IN_MESSAGE
  }
}
