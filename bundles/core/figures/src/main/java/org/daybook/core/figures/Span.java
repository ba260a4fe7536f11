package org.daybook.core.figures;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A month in a zone.
 *
 * @param from its first moment
 * @param until the first moment after it
 * @param at what ages are told at: its end, or now if it is not over
 */
record Span(Instant from, Instant until, Instant at) {
  /** Where a month begins first. */
  static final ZoneId EARLIEST = ZoneOffset.ofHours(14);

  static Span of(YearMonth month, ZoneId zone, Instant now) {
    Instant until = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
    return new Span(
        month.atDay(1).atStartOfDay(zone).toInstant(), until, until.isAfter(now) ? now : until);
  }

  boolean has(Instant moment) {
    return !moment.isBefore(from) && moment.isBefore(until);
  }
}
