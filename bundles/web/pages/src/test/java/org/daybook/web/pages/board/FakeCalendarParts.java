package org.daybook.web.pages.board;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.daybook.api.plan.Planning;
import org.daybook.api.plan.WorkCalendar;
import org.daybook.api.store.Store;
import org.daybook.api.visit.Visits;

/** The parts for pages about visits, of which any can be taken away. */
final class FakeCalendarParts {
  final FakeVisits visits;
  final Set<LocalDate> holidays = new HashSet<>();
  private final Planning planning;
  private final WorkCalendar workCalendar =
      day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && !holidays.contains(day);
  private boolean away;

  FakeCalendarParts(Store store) {
    visits = new FakeVisits(store);
    planning = new FakePlanning(store);
  }

  void takeAway() {
    away = true;
  }

  Visits visits() {
    return away ? null : visits;
  }

  Planning planning() {
    return away ? null : planning;
  }

  WorkCalendar workCalendar() {
    return away ? null : workCalendar;
  }
}
