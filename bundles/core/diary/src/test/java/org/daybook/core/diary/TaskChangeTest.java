package org.daybook.core.diary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.daybook.api.diary.TaskAction;
import org.daybook.api.diary.TaskChange;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.StaleVersionException;
import org.daybook.api.task.Priority;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.Examples;
import org.junit.Test;

public final class TaskChangeTest {

  private final DiaryFixture world = new DiaryFixture();

  @Test
  public void changesWhatIsGivenAndNothingElse() {
    Task before = world.add(Examples.task());
    Task after =
        change(
            TaskChange.builder()
                .title(" Новое имя ")
                .description("")
                .priority(Priority.URGENT)
                .dueAt(Examples.NOW)
                .engineerId(Examples.ENGINEER_ID)
                .projectId(Examples.PROJECT_ID)
                .build());
    assertThat(after)
        .isEqualTo(
            before.toBuilder()
                .title("Новое имя")
                .priority(Priority.URGENT)
                .dueAt(Examples.NOW)
                .engineerId(Examples.ENGINEER_ID)
                .projectId(Examples.PROJECT_ID)
                .version(2)
                .build());
  }

  @Test
  public void takesTheDueDateAway() {
    world.add(Examples.task().toBuilder().dueAt(Examples.NOW).build());
    assertThat(change(TaskChange.builder().removeDueAt(true).build()).dueAt()).isEmpty();
  }

  @Test
  public void aDueDateThatIsASlipOfThePenIsRefused() {
    world.add(Examples.task());
    for (String slip : List.of("0202-11-30T09:00:00Z", "+10000-01-01T00:00:00Z")) {
      assertThatThrownBy(() -> change(TaskChange.builder().dueAt(Instant.parse(slip)).build()))
          .as(slip)
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("dueAt");
    }
  }

  @Test
  public void aVisitAlsoPlansTheTask() {
    world.add(Examples.task());
    Task planned = change(TaskChange.builder().visitId(Examples.VISIT_ID).build());
    assertThat(planned.state()).isEqualTo(TaskState.PLANNED);
    assertThat(planned.visitId()).contains(Examples.VISIT_ID);
  }

  @Test
  public void theVisitThatItIsOnAlreadyChangesNothing() {
    Task before = world.taskIn(TaskState.IN_PROGRESS);
    assertThat(change(TaskChange.builder().visitId(Examples.VISIT_ID).build())).isEqualTo(before);
  }

  @Test
  public void whatASpecialistReturnedIsPlannedAgainOnTheVisitThatItIsOn() {
    world.taskIn(TaskState.RETURNED);
    Task planned = change(TaskChange.builder().visitId(Examples.VISIT_ID).build());
    assertThat(planned.state()).isEqualTo(TaskState.PLANNED);
    assertThat(planned.visitId()).contains(Examples.VISIT_ID);
  }

  @Test
  public void aCarryOverIsTakenBackByPlanningOnTheSameVisit() {
    world.taskIn(TaskState.PLANNED);
    world.act(Examples.ENGINEER, new TaskAction.CarryOver("Не успеваю"));
    Task planned = change(TaskChange.builder().visitId(Examples.VISIT_ID).build());
    assertThat(planned.state()).isEqualTo(TaskState.PLANNED);
    assertThat(planned.carriedOver()).isZero();
    assertThat(planned.promisedSince()).isEmpty();
  }

  @Test
  public void theVisitThatItIsOnMayBeOver() {
    Task before = world.taskIn(TaskState.CARRIED_OVER);
    String over = before.visitId().orElseThrow();
    world.add(Examples.visit().toBuilder().id(over).state(VisitState.CLOSED).build());
    Task after = change(TaskChange.builder().title("Другое").visitId(over).build());
    assertThat(after)
        .isEqualTo(before.toBuilder().title("Другое").version(before.version() + 1).build());
  }

  @Test
  public void whatEndedStaysAsItIs() {
    for (TaskState state : TaskState.values()) {
      if (state.isFinal()) {
        DiaryFixture other = new DiaryFixture();
        other.taskIn(state);
        assertThatThrownBy(
                () ->
                    other.diary.change(
                        Examples.MANAGER,
                        Examples.TASK_ID,
                        OptionalLong.empty(),
                        TaskChange.builder().title("Другое").build()))
            .isInstanceOf(RefusedException.class);
      }
    }
  }

  @Test
  public void aStaleChangeIsRefused() {
    Task seen = world.taskIn(TaskState.PLANNED);
    change(TaskChange.builder().title("Первая вкладка").build());
    assertThatThrownBy(
            () ->
                world.diary.change(
                    Examples.MANAGER,
                    Examples.TASK_ID,
                    OptionalLong.of(seen.version()),
                    TaskChange.builder().title("Вторая вкладка").build()))
        .isInstanceOf(StaleVersionException.class);
    assertThat(world.stored().title()).isEqualTo("Первая вкладка");
  }

  private Task change(TaskChange change) {
    return world.diary.change(Examples.MANAGER, Examples.TASK_ID, OptionalLong.empty(), change);
  }
}
