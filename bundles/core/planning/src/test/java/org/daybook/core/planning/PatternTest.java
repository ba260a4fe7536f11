package org.daybook.core.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.Test;

public class PatternTest {
  private static final YearMonth APRIL = YearMonth.of(2026, 4);

  @Test
  public void fallsOnTheDaysThatTheRuleSays() {
    assertThat(days("FREQ=MONTHLY;BYDAY=1MO", APRIL)).containsExactly(6);
    assertThat(days("FREQ=MONTHLY;BYDAY=-1FR", APRIL)).containsExactly(24);
    assertThat(days("FREQ=WEEKLY;BYDAY=TU,TH", APRIL))
        .containsExactly(2, 7, 9, 14, 16, 21, 23, 28, 30);
    assertThat(days("FREQ=MONTHLY;BYMONTHDAY=1,15,31", APRIL)).containsExactly(1, 15);
    assertThat(days("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", APRIL)).containsExactly(30);
    assertThat(days("freq=monthly;byday=1mo", APRIL)).containsExactly(6);
  }

  @Test
  public void isCutAtTheEndsOfTheMonth() {
    assertThat(days("FREQ=WEEKLY;BYDAY=SU,MO,TU,WE,TH,FR,SA", YearMonth.of(2028, 2))).hasSize(29);
    assertThat(days("FREQ=MONTHLY;BYDAY=1MO;UNTIL=20260405", APRIL)).isEmpty();
    assertThat(days("FREQ=MONTHLY;BYDAY=1MO;UNTIL=20260406T235959Z", APRIL)).containsExactly(6);
  }

  @Test
  public void countsIntervalsFromJanuary2024() {
    assertThat(days("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", YearMonth.of(2024, 1)))
        .containsExactly(1, 15, 29);
    assertThat(days("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", YearMonth.of(2024, 2)))
        .containsExactly(12, 26);
    assertThat(days("FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO", APRIL)).containsExactly(6);
    assertThat(days("FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO", APRIL.plusMonths(1))).isEmpty();
    assertThat(days("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", YearMonth.of(2199, 12)))
        .hasSizeBetween(2, 3);
  }

  @Test
  public void whatIsNoRuleForVisitsIsRefusedWithTheReason() {
    Map<String, String> refused =
        Map.ofEntries(
            Map.entry("FREQ=SECONDLY;BYDAY=MO", "FREQ=WEEKLY or FREQ=MONTHLY"),
            Map.entry("FREQ=HOURLY", "FREQ=WEEKLY or FREQ=MONTHLY"),
            Map.entry("FREQ=YEARLY;BYMONTHDAY=1", "FREQ=WEEKLY or FREQ=MONTHLY"),
            Map.entry("FREQ=MONTHLY", "must name days"),
            Map.entry("FREQ=MONTHLY;BYDAY=1MO;COUNT=5", "must not have COUNT"),
            Map.entry("FREQ=MONTHLY;BYDAY=1MO;BYHOUR=9", "must not have BYHOUR"),
            Map.entry("FREQ=MONTHLY;BYDAY=1MO;UNTIL=29991231", "UNTIL"),
            Map.entry("FREQ=MONTHLY;BYDAY=1MO;UNTIL=soon", "UNTIL"),
            Map.entry("FREQ=MONTHLY;BYDAY=1MO;INTERVAL=1200", "INTERVAL"),
            Map.entry("FREQ=MONTHLY;BYDAY=1MO;INTERVAL=0", "INTERVAL"),
            Map.entry("FREQ=WEEKLY;BYDAY=1MO", "plain days"),
            Map.entry("FREQ=WEEKLY;BYMONTHDAY=1", "plain days"),
            Map.entry("FREQ=MONTHLY;BYDAY=1XX", "is no recurrence rule"),
            Map.entry("FREQ=MONTHLY;BYMONTHDAY=99", ""),
            Map.entry("FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=31", "falls on no day"),
            Map.entry("FREQ=MONTHLY;FREQ=WEEKLY;BYDAY=MO", "twice"),
            Map.entry("every first Monday", "is no recurrence rule"),
            Map.entry("", "is no recurrence rule"),
            Map.entry("FREQ=MONTHLY;BYDAY=" + "1MO,".repeat(100), "characters"));
    refused.forEach(
        (rule, why) ->
            assertThatThrownBy(() -> Pattern.parse(rule))
                .as(rule)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why));
  }

  private static List<Integer> days(String rule, YearMonth month) {
    return Pattern.parse(rule).daysOf(month).stream().map(LocalDate::getDayOfMonth).toList();
  }
}
