package org.daybook.core.planning;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which days of a year people work on.
 *
 * @param listed what the production calendar says of single days
 * @param missing the year whose calendar is not there, if it is not
 */
record Workdays(Map<LocalDate, Kind> listed, Optional<Integer> missing) {
  private static final Set<MonthDay> HOLIDAYS =
      Set.of(
          MonthDay.of(1, 1),
          MonthDay.of(1, 2),
          MonthDay.of(1, 3),
          MonthDay.of(1, 4),
          MonthDay.of(1, 5),
          MonthDay.of(1, 6),
          MonthDay.of(1, 7),
          MonthDay.of(1, 8),
          MonthDay.of(2, 23),
          MonthDay.of(3, 8),
          MonthDay.of(5, 1),
          MonthDay.of(5, 9),
          MonthDay.of(6, 12),
          MonthDay.of(11, 4));

  /** What a calendar may say of a day. */
  enum Kind {
    HOLIDAY,
    WORKING,
    /** An hour shorter. */
    SHORT
  }

  Workdays {
    listed = Map.copyOf(listed);
  }

  /** Saturdays, Sundays and the fixed holidays of Russia. */
  static Workdays withoutCalendar(int year) {
    return new Workdays(Map.of(), Optional.of(year));
  }

  boolean isWorking(LocalDate day) {
    Kind kind = listed.get(day);
    if (kind != null) {
      return kind != Kind.HOLIDAY;
    }
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return !weekend && !(missing.isPresent() && HOLIDAYS.contains(MonthDay.from(day)));
  }

  boolean isShort(LocalDate day) {
    return listed.get(day) == Kind.SHORT;
  }
}
