package org.daybook.api.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.daybook.api.StateTable;
import org.junit.Test;

public class DisputeStateTest {
  @Test
  public void everyEventIsAllowedOrRefusedInEveryState() {
    StateTable.of(
            """
            OPENED REVIEW UNDER_REVIEW
            OPENED WITHDRAW WITHDRAWN
            UNDER_REVIEW UPHOLD UPHELD
            UNDER_REVIEW REJECT REJECTED
            UNDER_REVIEW WITHDRAW WITHDRAWN
            UPHELD CLOSE CLOSED
            REJECTED CLOSE CLOSED
            WITHDRAWN CLOSE CLOSED""")
        .expect(DisputeState.class, DisputeEvent.class, DisputeState::on);
  }

  @Test
  public void whatIsNotUnderReviewAnyMoreIsDecided() {
    Set<DisputeState> decided = EnumSet.noneOf(DisputeState.class);
    for (DisputeState state : DisputeState.values()) {
      if (state.isDecided()) {
        decided.add(state);
      }
    }
    assertThat(decided)
        .containsExactlyInAnyOrder(
            DisputeState.UPHELD,
            DisputeState.REJECTED,
            DisputeState.WITHDRAWN,
            DisputeState.CLOSED);
  }
}
