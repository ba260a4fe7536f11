package org.daybook.shell;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.daybook.api.error.InvalidInputException;

/** Moments as an operator types them. */
final class Moments {
  private Moments() {}

  /**
   * An ISO 8601 moment with its offset.
   *
   * @param text may be null: empty
   * @throws InvalidInputException naming the option
   */
  static Optional<Instant> parse(String option, String text) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      throw new InvalidInputException(
          option, "must be a moment such as 2026-11-23T18:00:00+03:00, is " + text);
    }
  }
}
