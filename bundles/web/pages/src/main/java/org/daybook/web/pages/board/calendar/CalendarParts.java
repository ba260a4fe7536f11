package org.daybook.web.pages.board.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.plan.Planning;
import org.daybook.api.plan.WorkCalendar;
import org.daybook.api.visit.Visits;

/** The parts of the platform that only the pages about visits need; each may be missing. */
public interface CalendarParts {
  /** Empty while the bundle is not there. */
  Optional<Visits> visitsNow();

  /** Empty while the bundle is not there. */
  Optional<Planning> planningNow();

  /** Empty while the bundle is not there. */
  Optional<WorkCalendar> workCalendar();

  default Visits visits() {
    return visitsNow().orElseThrow(() -> away("visits"));
  }

  default Planning planning() {
    return planningNow().orElseThrow(() -> away("planning"));
  }

  /** Whether the company works on a day; by the days of the week without a calendar. */
  default boolean isWorking(LocalDate day) {
    DayOfWeek weekday = day.getDayOfWeek();
    return workCalendar()
        .map(calendar -> calendar.isWorking(day))
        .orElse(weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY);
  }

  private static UnavailableException away(String name) {
    return new UnavailableException("A part of Daybook is missing at the moment: " + name + ".");
  }
}
