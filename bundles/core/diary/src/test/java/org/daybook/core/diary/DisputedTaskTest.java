package org.daybook.core.diary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.diary.TaskAction;
import org.daybook.api.dispute.DisputeState;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.testkit.Examples;
import org.junit.Test;

/** Who may call off a task that the client missed in a report. */
public final class DisputedTaskTest {
  private static final TaskAction CANCEL = new TaskAction.Cancel("Не нужно");

  private final DiaryFixture world = new DiaryFixture();

  @Test
  public void theEngineerConcernedDoesNotCancelIt() {
    for (DisputeState state :
        List.of(DisputeState.OPENED, DisputeState.UNDER_REVIEW, DisputeState.UPHELD)) {
      DiaryFixture each = new DiaryFixture();
      Task before = each.taskIn(TaskState.PLANNED);
      disputed(each, state);
      forbids(each, Examples.ENGINEER);
      // The engineer of the visit may be somebody who else decides.
      forbids(each, new Actor(Examples.ENGINEER_ID, "Пётр Одуванчиков", Role.MANAGER));
      forbids(each, new Actor(Examples.ENGINEER_ID, "Пётр Одуванчиков", Role.ADMIN));
      assertThat(each.stored()).isEqualTo(before);
    }
  }

  @Test
  public void noOtherEngineerCancelsIt() {
    Actor other = new Actor("staff-engineer-2", "Яна Ромашкина", Role.ENGINEER);
    world.add(Examples.task().toBuilder().state(TaskState.PLANNED).engineerId(other.id()).build());
    disputed(world, DisputeState.OPENED);
    forbids(world, other);
  }

  @Test
  public void anotherManagerCancelsIt() {
    for (Actor actor : List.of(Examples.MANAGER, Examples.ADMIN)) {
      DiaryFixture each = new DiaryFixture();
      each.taskIn(TaskState.PLANNED);
      disputed(each, DisputeState.UPHELD);
      assertThat(each.act(actor, CANCEL).state()).isEqualTo(TaskState.CANCELLED);
    }
  }

  @Test
  public void whatWasRejectedOrTakenBackIsATaskLikeAnyOther() {
    for (DisputeState state : List.of(DisputeState.REJECTED, DisputeState.WITHDRAWN)) {
      DiaryFixture each = new DiaryFixture();
      each.taskIn(TaskState.PLANNED);
      disputed(each, state);
      assertThat(each.act(Examples.ENGINEER, CANCEL).state()).isEqualTo(TaskState.CANCELLED);
    }
  }

  @Test
  public void aDisputeOfAnotherTaskChangesNothing() {
    world.taskIn(TaskState.PLANNED);
    world.store.prepare(
        tx -> tx.disputes().insert(Examples.dispute().toBuilder().taskId("task-2").build()));
    assertThat(world.act(Examples.ENGINEER, CANCEL).state()).isEqualTo(TaskState.CANCELLED);
  }

  @Test
  public void theEngineerConcernedStillDoesIt() {
    world.taskIn(TaskState.IN_PROGRESS);
    disputed(world, DisputeState.UPHELD);
    assertThat(world.act(Examples.ENGINEER, DiaryFixture.done("Готово")).state())
        .isEqualTo(TaskState.DONE);
  }

  private static void disputed(DiaryFixture world, DisputeState state) {
    var dispute = Examples.dispute().toBuilder().state(state);
    if (state.isDecided()) {
      dispute.decision(state);
    }
    world.store.prepare(tx -> tx.disputes().insert(dispute.build()));
  }

  private static void forbids(DiaryFixture world, Actor actor) {
    assertThatThrownBy(() -> world.act(actor, CANCEL))
        .as(actor.toString())
        .isInstanceOf(ForbiddenException.class)
        .hasMessage(
            "The client missed this task in a report: only a manager who was not the engineer of"
                + " that visit may cancel it.");
  }
}
