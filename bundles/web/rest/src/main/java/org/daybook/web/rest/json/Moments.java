package org.daybook.web.rest.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads moments as the contract writes them: ISO 8601 with an offset. */
public final class Moments {
  /** What a text has to be, for an error message. */
  public static final String EXPECTED =
      "must be a date and time with an offset, such as 2026-11-23T10:00:00+03:00,"
          + " from 1970 to 2199";

  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2199;

  private Moments() {}

  /** The moment, or empty if the text is none. */
  public static Optional<Instant> parse(String text) {
    try {
      OffsetDateTime time = OffsetDateTime.parse(text);
      return isSensible(time.getYear()) ? Optional.of(time.toInstant()) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Whether a year is one that people mean and databases know. */
  public static boolean isSensible(int year) {
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }
}
