package org.daybook.api.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.daybook.api.StateTable;
import org.junit.Test;

public class PlanStateTest {
  @Test
  public void everyEventIsAllowedOrRefusedInEveryState() {
    StateTable.of(
            """
            DRAFT PUBLISH PUBLISHED
            DRAFT DISCARD SUPERSEDED""")
        .expect(PlanState.class, PlanEvent.class, PlanState::on);
  }

  @Test
  public void anAbsenceCoversItsFirstAndItsLastDay() {
    LocalDate day = LocalDate.of(2026, 4, 1);
    Absence absence =
        Absence.builder()
            .id("a")
            .staffId("s")
            .firstDay(day)
            .lastDay(day.plusDays(2))
            .reason("отпуск")
            .build();
    assertThat(absence.covers(day.minusDays(1))).isFalse();
    assertThat(absence.covers(day)).isTrue();
    assertThat(absence.covers(day.plusDays(2))).isTrue();
    assertThat(absence.covers(day.plusDays(3))).isFalse();
    assertThat(absence.toBuilder().removed(true).build().covers(day)).isFalse();
  }
}
