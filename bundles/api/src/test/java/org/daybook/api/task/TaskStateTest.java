package org.daybook.api.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.daybook.api.StateTable;
import org.junit.Test;

public class TaskStateTest {
  @Test
  public void everyEventIsAllowedOrRefusedInEveryState() {
    StateTable.of(
            """
            NEW PLAN PLANNED
            NEW RESOLVE_REMOTELY RESOLVED_REMOTELY
            NEW RECOVER SELF_RECOVERED
            NEW CANCEL CANCELLED
            PLANNED PLAN PLANNED
            PLANNED START IN_PROGRESS
            PLANNED GIVE_UP NOT_DONE
            PLANNED HAND_OVER HANDED_OVER
            PLANNED RESOLVE_REMOTELY RESOLVED_REMOTELY
            PLANNED RECOVER SELF_RECOVERED
            PLANNED CANCEL CANCELLED
            IN_PROGRESS FINISH DONE
            IN_PROGRESS GIVE_UP NOT_DONE
            IN_PROGRESS HAND_OVER HANDED_OVER
            IN_PROGRESS RESOLVE_REMOTELY RESOLVED_REMOTELY
            IN_PROGRESS RECOVER SELF_RECOVERED
            IN_PROGRESS CANCEL CANCELLED
            NOT_DONE CARRY_OVER CARRIED_OVER
            NOT_DONE RESOLVE_REMOTELY RESOLVED_REMOTELY
            NOT_DONE RECOVER SELF_RECOVERED
            NOT_DONE CANCEL CANCELLED
            CARRIED_OVER PLAN PLANNED
            CARRIED_OVER RESOLVE_REMOTELY RESOLVED_REMOTELY
            CARRIED_OVER RECOVER SELF_RECOVERED
            CARRIED_OVER CANCEL CANCELLED
            HANDED_OVER ACCEPT ACCEPTED
            HANDED_OVER RESOLVE_REMOTELY RESOLVED_REMOTELY
            HANDED_OVER RECOVER SELF_RECOVERED
            HANDED_OVER CANCEL CANCELLED
            ACCEPTED FINISH DONE
            ACCEPTED RETURN RETURNED
            ACCEPTED RESOLVE_REMOTELY RESOLVED_REMOTELY
            ACCEPTED RECOVER SELF_RECOVERED
            ACCEPTED CANCEL CANCELLED
            RETURNED PLAN PLANNED
            RETURNED RESOLVE_REMOTELY RESOLVED_REMOTELY
            RETURNED RECOVER SELF_RECOVERED
            RETURNED CANCEL CANCELLED""")
        .expect(TaskState.class, TaskEvent.class, TaskState::on);
  }

  @Test
  public void nothingHappensToAFinalTask() {
    assertThat(Stream.of(TaskState.values()).filter(TaskState::isFinal))
        .containsExactly(
            TaskState.DONE,
            TaskState.RESOLVED_REMOTELY,
            TaskState.SELF_RECOVERED,
            TaskState.CANCELLED)
        .allMatch(
            state -> Stream.of(TaskEvent.values()).allMatch(event -> state.on(event).isEmpty()));
  }

  @Test
  public void aVisitMayCloseOverWhatHasAnOutcomeOrAReason() {
    assertThat(Stream.of(TaskState.values()).filter(state -> !state.isAnswered()))
        .containsExactly(
            TaskState.NEW, TaskState.PLANNED, TaskState.IN_PROGRESS, TaskState.RETURNED);
  }
}
