package org.daybook.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/** Days around the one on which the demo is loaded. */
final class Times {

  private final Instant now;
  private final LocalDate today;

  Times(Instant now) {
    this.now = now;
    this.today = now.atZone(Clients.ZONE).toLocalDate();
  }

  Instant now() {
    return now;
  }

  /** So many days before today at an hour; also on a weekend. */
  Instant ago(int days, int hour) {
    return at(today.minusDays(days), hour);
  }

  /** The same, moved back to a working day. */
  Instant workdayAgo(int days, int hour) {
    LocalDate day = today.minusDays(days);
    while (isWeekend(day)) {
      day = day.minusDays(1);
    }
    return at(day, hour);
  }

  /** So many days after today at an hour, moved on to a working day. */
  Instant workdayAhead(int days, int hour) {
    LocalDate day = today.plusDays(days);
    while (isWeekend(day)) {
      day = day.plusDays(1);
    }
    return at(day, hour);
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  private static Instant at(LocalDate day, int hour) {
    return day.atTime(LocalTime.of(hour, 0)).atZone(Clients.ZONE).toInstant();
  }
}
