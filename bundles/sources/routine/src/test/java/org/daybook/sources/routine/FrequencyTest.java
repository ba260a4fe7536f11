package org.daybook.sources.routine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.daybook.api.regulation.Frequency;
import org.junit.Test;

/** Months and quarters are those of the client's calendar. */
public final class FrequencyTest {

  private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
  private static final Instant MARCH = Instant.parse("2026-03-12T06:00:00Z");

  @Test
  public void whatWasNeverDoneIsDue() {
    for (Frequency frequency : Frequency.values()) {
      assertThat(frequency.isDue(Optional.empty(), MARCH, MOSCOW)).isTrue();
    }
  }

  @Test
  public void everyVisitIsAlwaysDue() {
    assertThat(due(Frequency.EVERY_VISIT, "2026-03-12T05:59:00Z")).isTrue();
  }

  @Test
  public void monthlyIsDueOncePerCalendarMonth() {
    assertThat(due(Frequency.MONTHLY, "2026-03-01T06:00:00Z")).isFalse();
    assertThat(due(Frequency.MONTHLY, "2026-02-28T06:00:00Z")).isTrue();
    assertThat(due(Frequency.MONTHLY, "2025-03-12T06:00:00Z")).isTrue();
  }

  @Test
  public void theMonthBeginsAtTheClientsMidnight() {
    // 1 March, 0:30 in Moscow
    assertThat(due(Frequency.MONTHLY, "2026-02-28T21:30:00Z")).isFalse();
    // 28 February, 23:30 in Moscow
    assertThat(due(Frequency.MONTHLY, "2026-02-28T20:30:00Z")).isTrue();
  }

  @Test
  public void quarterlyIsDueOncePerCalendarQuarter() {
    assertThat(due(Frequency.QUARTERLY, "2026-01-09T06:00:00Z")).isFalse();
    assertThat(due(Frequency.QUARTERLY, "2025-12-30T06:00:00Z")).isTrue();
    assertThat(due(Frequency.QUARTERLY, "2025-03-12T06:00:00Z")).isTrue();
  }

  private static boolean due(Frequency frequency, String lastDone) {
    return frequency.isDue(Optional.of(Instant.parse(lastDone)), MARCH, MOSCOW);
  }
}
