package org.daybook.core.planning;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.plan.VisitTerms;

/** A client as the planner sees it. */
final class Customer {
  final String id;
  final String name;
  final ZoneId zone;

  /** The number of the usual engineer, or -1. */
  final int usual;

  final Set<DayOfWeek> weekdays;
  final Optional<LocalTime> earliest;
  final Optional<LocalTime> latest;

  /** Days, by number, on which nobody may come. */
  final BitSet closed = new BitSet();

  /** Preferred hours as minutes from the beginning of the working day. */
  final int earliestMinute;

  final int latestMinute;

  /** When the working day begins here, by number of day, in minutes since 1970. */
  private final long[] dayStarts;

  final List<Stop> stops = new ArrayList<>();

  Customer(
      String id,
      String name,
      ZoneId zone,
      int usual,
      VisitTerms terms,
      Month month,
      LocalTime start) {
    this.id = id;
    this.name = name;
    this.zone = zone;
    this.usual = usual;
    this.weekdays = terms.weekdays();
    this.earliest = terms.earliest();
    this.latest = terms.latest();
    this.earliestMinute = earliest.map(time -> minutes(start, time)).orElse(Integer.MIN_VALUE);
    this.latestMinute = latest.map(time -> minutes(start, time)).orElse(Integer.MAX_VALUE);
    terms.closedDays().stream().mapToInt(month::day).filter(day -> day >= 0).forEach(closed::set);
    this.dayStarts = new long[month.size()];
    for (int day = 0; day < dayStarts.length; day++) {
      // A day on which the clocks change is counted from its own beginning.
      dayStarts[day] = month.date(day).atTime(start).atZone(zone).toEpochSecond() / 60;
    }
  }

  long dayStart(int day) {
    return dayStarts[day];
  }

  boolean likes(DayOfWeek day) {
    return weekdays.isEmpty() || weekdays.contains(day);
  }

  boolean hasHours() {
    return earliest.isPresent() || latest.isPresent();
  }

  static int minutes(LocalTime from, LocalTime to) {
    return (to.toSecondOfDay() - from.toSecondOfDay()) / 60;
  }
}
