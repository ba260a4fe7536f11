package org.daybook.web.pages.board.form;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** Moments as the fields of forms send them: a day and a time on somebody's wall. */
public final class Moments {
  /** Years outside of these are slips of a pen, such as 0202. */
  private static final int FIRST_YEAR = 2000;

  private static final int LAST_YEAR = 2199;

  private Moments() {}

  /** What somebody typed; empty if it is no moment. Seconds are let by: some browsers send them. */
  public static Optional<Instant> parse(String typed, ZoneId zone) {
    try {
      LocalDateTime moment = LocalDateTime.parse(typed.strip().replace(' ', 'T'));
      boolean sane = moment.getYear() >= FIRST_YEAR && moment.getYear() <= LAST_YEAR;
      return sane ? Optional.of(moment.atZone(zone).toInstant()) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
