package org.daybook.core.visits;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.visit.Visit;

/** When a step of a visit was done, which somebody without network says later. */
final class DoneAt {
  private static final String FIELD = "at";

  /** By how much two clocks may differ. */
  private static final Duration TOLERANCE = Duration.ofMinutes(2);

  /** Before arrival; from then on the step before says from when on. */
  private static final Duration LONGEST_AGO = Duration.ofHours(24);

  private DoneAt() {}

  /**
   * The moment that is recorded.
   *
   * @param at as it was said; empty for now
   * @param visit before the step
   */
  static Instant of(Optional<Instant> at, Visit visit, Instant now) {
    return at.map(said -> checked(said, visit, now)).orElse(now);
  }

  private static Instant checked(Instant said, Visit visit, Instant now) {
    if (said.isAfter(now.plus(TOLERANCE))) {
      throw new InvalidInputException(FIELD, "is in the future");
    }
    if (visit.arrivedAt().isEmpty() && said.isBefore(now.minus(LONGEST_AGO))) {
      throw new InvalidInputException(
          FIELD, "is more than " + LONGEST_AGO.toHours() + " hours ago");
    }
    Instant earliest = stepBefore(visit).orElse(said);
    if (said.isBefore(earliest.minus(TOLERANCE))) {
      throw new InvalidInputException(FIELD, "is before the step before, which was at " + earliest);
    }
    Instant notBefore = said.isBefore(earliest) ? earliest : said;
    return notBefore.isAfter(now) ? now : notBefore;
  }

  private static Optional<Instant> stepBefore(Visit visit) {
    return Stream.of(visit.requestedAt(), visit.acceptedAt(), visit.onTheWayAt(), visit.arrivedAt())
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder());
  }
}
