package org.daybook.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

public class LifeTest {
  private static final YearMonth LAST = YearMonth.of(2027, 12);

  @Test
  public void eachMonthIsPlannedOnceOnAWeekdayOfTheMonthBefore() {
    for (YearMonth month = YearMonth.of(2026, 1);
        month.isBefore(LAST);
        month = month.plusMonths(1)) {
      assertThat(mornings(month, LAST).stream().filter(day -> day.getDayOfMonth() >= 25))
          .as("the month after " + month)
          .hasSize(1);
    }
    assertThat(mornings(LAST, LAST).stream().filter(day -> day.getDayOfMonth() >= 25)).isEmpty();
  }

  @Test
  public void somebodyIsIllOnceAMonth() {
    for (YearMonth month = YearMonth.of(2026, 1);
        month.isBefore(LAST);
        month = month.plusMonths(1)) {
      assertThat(mornings(month, LAST).stream().filter(day -> day.getDayOfMonth() < 25))
          .as(month.toString())
          .hasSize(1);
    }
  }

  /** The days on which something happens at nine; in the evening there is always something. */
  private static List<LocalDate> mornings(YearMonth month, YearMonth last) {
    List<LocalDate> mornings = new ArrayList<>();
    for (LocalDate day = month.atDay(1);
        !day.isAfter(month.atEndOfMonth());
        day = day.plusDays(1)) {
      Agenda agenda = new Agenda();
      Instant nine = Life.moment(day, LocalTime.of(9, 0));
      new Life(null, NOBODY, new Chance(1), agenda, new Tally()).begin(day, last);
      if (agenda.next().filter(nine::equals).isPresent()) {
        mornings.add(day);
      }
    }
    return mornings;
  }

  private static final Company NOBODY =
      new Company(null, List.of(), List.of(), List.of(), List.of(), List.of());
}
