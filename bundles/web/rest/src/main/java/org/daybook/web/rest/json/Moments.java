package org.daybook.web.rest.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads moments as the contract writes them: ISO 8601 with an offset. */
public final class Moments {
  /** What a text has to be, for an error message. */
  public static final String EXPECTED =
      "must be a date and time with an offset, such as 2026-11-23T10:00:00+03:00";

  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 9998;

  private Moments() {}

  /** The moment, or empty if the text is none. */
  public static Optional<Instant> parse(String text) {
    try {
      OffsetDateTime time = OffsetDateTime.parse(text);
      return time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR
          ? Optional.empty()
          : Optional.of(time.toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
