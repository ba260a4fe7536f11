package org.daybook.api.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.daybook.api.StateTable;
import org.junit.Test;

public class VisitStateTest {
  @Test
  public void everyEventIsAllowedOrRefusedInEveryState() {
    StateTable.of(
            """
            DRAFT SCHEDULE SCHEDULED
            DRAFT CANCEL CANCELLED
            SCHEDULED RESCHEDULE RESCHEDULED
            SCHEDULED START ON_SITE
            SCHEDULED MISS MISSED
            MISSED START ON_SITE
            SCHEDULED CANCEL CANCELLED
            RESCHEDULED SCHEDULE SCHEDULED
            ON_SITE BEGIN_CLOSING CLOSING
            CLOSING CLOSE CLOSED
            CLOSED REPORT REPORTED""")
        .expect(VisitState.class, VisitEvent.class, VisitState::on);
  }

  @Test
  public void workGoesOnUntilTheVisitIsClosed() {
    assertThat(Stream.of(VisitState.values()).filter(VisitState::isUnderWay))
        .containsExactly(VisitState.ON_SITE, VisitState.CLOSING);
  }

  @Test
  public void aClosedVisitStaysClosed() {
    assertThat(Stream.of(VisitState.values()).filter(VisitState::isClosed))
        .containsExactly(VisitState.CLOSED, VisitState.REPORTED);
  }

  @Test
  public void nobodyIsExpectedAtAVisitThatIsOver() {
    assertThat(Stream.of(VisitState.values()).filter(VisitState::isOver))
        .containsExactly(
            VisitState.CLOSED, VisitState.REPORTED, VisitState.MISSED, VisitState.CANCELLED);
  }

  @Test
  public void aCheckCanBeAnsweredAndCorrectedButNotOpenedAgain() {
    for (CheckState from : CheckState.values()) {
      for (CheckState answer : CheckState.values()) {
        assertThat(from.canBecome(answer))
            .as("%s to %s", from, answer)
            .isEqualTo(answer != CheckState.OPEN);
      }
    }
  }
}
