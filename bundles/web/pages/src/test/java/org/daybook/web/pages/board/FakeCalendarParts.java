package org.daybook.web.pages.board;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.plan.Planning;
import org.daybook.api.plan.WorkCalendar;
import org.daybook.api.store.Store;
import org.daybook.api.visit.Visits;
import org.daybook.web.pages.board.calendar.CalendarParts;

/** The parts for pages about visits, of which any can be taken away. */
final class FakeCalendarParts implements CalendarParts {
  final FakeVisits visits;
  final Set<LocalDate> holidays = new HashSet<>();
  private final Planning planning;
  private boolean away;

  FakeCalendarParts(Store store) {
    visits = new FakeVisits(store);
    planning = new FakePlanning(store);
  }

  void takeAway() {
    away = true;
  }

  @Override
  public Optional<Visits> visitsNow() {
    return away ? Optional.empty() : Optional.of(visits);
  }

  @Override
  public Optional<Planning> planningNow() {
    return away ? Optional.empty() : Optional.of(planning);
  }

  @Override
  public Optional<WorkCalendar> workCalendar() {
    WorkCalendar calendar =
        day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && !holidays.contains(day);
    return away ? Optional.empty() : Optional.of(calendar);
  }
}
