package org.daybook.core.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.plan.MonthPlan;
import org.daybook.api.visit.Visit;

/** Whether visits keep the hard rules where they are, beside all others. */
final class Fit {
  /** Days off are for managers to choose, and no calendar is needed to say who is where. */
  private static final Workdays ANY_DAY = new Workdays(Map.of(), Optional.empty());

  private final Layout layout;
  private final YearMonth month;

  private Fit(Layout layout, YearMonth month) {
    this.layout = layout;
    this.month = month;
  }

  static Fit of(Company company, MonthPlan plan, Settings settings, Instant now) {
    Layout layout = new Layout(company, plan.month(), Optional.of(plan), ANY_DAY, settings, now, 1);
    return new Fit(layout, plan.month());
  }

  /**
   * With all visits of the plan where they are.
   *
   * @throws InvalidInputException naming what is in the way
   */
  void requireRoom(Visit visit) {
    for (Visit other : layout.movable) {
      place(layout.stop(other, false));
    }
    Stop stop = layout.stop(visit, false);
    if (stop.homeDay < 0 || !YearMonth.from(layout.month.date(stop.homeDay)).equals(month)) {
      throw new InvalidInputException("plannedFor", "must be in the month of the plan, " + month);
    }
    LocalDate date = layout.month.date(stop.homeDay);
    if (stop.customer.closed.get(stop.homeDay)) {
      throw new InvalidInputException("plannedFor", "the client is closed on " + date);
    }
    if (layout.engineers.get(stop.homeEngineer).away().get(stop.homeDay)) {
      throw new InvalidInputException("engineer", "is away on " + date);
    }
    boolean twice =
        stop.customer.stops.stream().anyMatch(other -> other != stop && other.day == stop.homeDay);
    if (twice) {
      throw new InvalidInputException("plannedFor", "the client has another visit on " + date);
    }
    if (!layout.board.mayStay(stop, stop.homeEngineer, stop.homeDay, stop.homeStart)) {
      throw new InvalidInputException(
          "plannedFor",
          "the engineer is elsewhere then, or the day gets too long: the visit takes "
              + stop.minutes
              + " minutes");
    }
  }

  /** The visits of the plan that break a hard rule. */
  List<Visit> misfits() {
    List<Visit> misfits = new ArrayList<>();
    for (Visit visit : layout.movable) {
      Stop stop = layout.stop(visit, false);
      boolean fits =
          stop.homeDay >= 0
              && stop.homeEngineer >= 0
              && layout.board.mayStay(stop, stop.homeEngineer, stop.homeDay, stop.homeStart);
      if (fits) {
        place(stop);
      } else {
        misfits.add(visit);
      }
    }
    return misfits;
  }

  private void place(Stop stop) {
    if (stop.homeEngineer >= 0 && stop.homeDay >= 0) {
      layout.board.place(stop, stop.homeEngineer, stop.homeDay, stop.homeStart, true);
    }
  }
}
