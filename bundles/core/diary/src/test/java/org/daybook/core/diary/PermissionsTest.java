package org.daybook.core.diary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.OptionalLong;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.diary.TaskAction;
import org.daybook.api.diary.TaskChange;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.task.TaskState;
import org.daybook.testkit.Examples;
import org.junit.Test;

public final class PermissionsTest {

  private static final Actor OTHER_ENGINEER =
      new Actor("staff-other", "Савва Лопухов", Role.ENGINEER);
  private static final Actor OTHER_SPECIALIST =
      new Actor("staff-other-specialist", "Клим Розетков", Role.SPECIALIST);
  private static final TaskAction COMMENT = new TaskAction.AddComment("Посмотрю");
  private static final TaskAction REMOTELY =
      new TaskAction.ResolveRemotely("По телефону", Optional.empty());

  private final DiaryFixture world = new DiaryFixture();

  @Test
  public void anEngineerWorksTasksOfTheirVisitWithoutBeingAssigned() {
    world.add(
        Examples.task().toBuilder().state(TaskState.PLANNED).visitId(Examples.VISIT_ID).build());
    assertThat(world.act(Examples.ENGINEER, new TaskAction.Start()).state())
        .isEqualTo(TaskState.IN_PROGRESS);
  }

  @Test
  public void anEngineerLeavesTheTasksOfOthersAlone() {
    world.taskIn(TaskState.PLANNED);
    forbids(OTHER_ENGINEER, new TaskAction.Start());
    forbids(OTHER_ENGINEER, COMMENT);
    forbids(OTHER_ENGINEER, new TaskAction.Plan(Examples.VISIT_ID));
    world.add(Examples.visit().toBuilder().id("visit-2").engineerId(OTHER_ENGINEER.id()).build());
    forbids(OTHER_ENGINEER, new TaskAction.Plan("visit-2"));
    forbids(Examples.ENGINEER, new TaskAction.Plan("visit-2"));
  }

  @Test
  public void anEngineerTakesATaskThatNobodyHasInHand() {
    world.add(Examples.task());
    assertThat(world.act(Examples.ENGINEER, new TaskAction.Plan(Examples.VISIT_ID)).engineerId())
        .contains(Examples.ENGINEER_ID);
  }

  @Test
  public void anEngineerDoesNotActForTheSpecialist() {
    world.taskIn(TaskState.ACCEPTED);
    forbids(Examples.ENGINEER, DiaryFixture.done("Готово"));
    forbids(Examples.ENGINEER, new TaskAction.GiveBack("Мне нужно"));
    forbids(Examples.ENGINEER, new TaskAction.Accept());
  }

  @Test
  public void whatASpecialistHasAcceptedAnEngineerOnlyCommentsOnAndTimes() {
    world.taskIn(TaskState.ACCEPTED);
    TaskChange title = TaskChange.builder().title("Перенести папку").build();
    forbids(Examples.ENGINEER, new TaskAction.Cancel("Не нужно"));
    forbids(Examples.ENGINEER, REMOTELY);
    changeForbidden(Examples.ENGINEER, title);
    world.act(Examples.ENGINEER, COMMENT);
    world.act(Examples.ENGINEER, new TaskAction.LogTime(5));
    world.diary.change(Examples.MANAGER, Examples.TASK_ID, OptionalLong.empty(), title);
    assertThat(world.act(Examples.MANAGER, new TaskAction.Cancel("Не нужно")).state())
        .isEqualTo(TaskState.CANCELLED);
  }

  @Test
  public void whatNobodyHasAcceptedYetIsStillTheEngineers() {
    world.taskIn(TaskState.HANDED_OVER);
    assertThat(world.act(Examples.ENGINEER, new TaskAction.Cancel("Не нужно")).state())
        .isEqualTo(TaskState.CANCELLED);
  }

  @Test
  public void aSpecialistWorksWhatWasHandedOverToThem() {
    world.taskIn(TaskState.HANDED_OVER);
    forbids(OTHER_SPECIALIST, new TaskAction.Accept());
    forbids(Examples.SPECIALIST, new TaskAction.Cancel("Не нужно"));
    forbids(Examples.SPECIALIST, new TaskAction.Start());
    forbids(Examples.SPECIALIST, REMOTELY);
    world.act(Examples.SPECIALIST, new TaskAction.Accept());
    world.act(Examples.SPECIALIST, COMMENT);
    world.act(Examples.SPECIALIST, new TaskAction.LogTime(5));
    world.act(Examples.SPECIALIST, DiaryFixture.done("Готово"));
  }

  @Test
  public void aSpecialistKnowsNothingOfOtherTasks() {
    world.taskIn(TaskState.PLANNED);
    forbids(Examples.SPECIALIST, COMMENT);
  }

  @Test
  public void supportCommentsAndResolvesRemotely() {
    world.taskIn(TaskState.PLANNED);
    world.act(Examples.SUPPORT, COMMENT);
    forbids(Examples.SUPPORT, new TaskAction.Start());
    forbids(Examples.SUPPORT, new TaskAction.LogTime(5));
    forbids(Examples.SUPPORT, new TaskAction.Cancel("Не нужно"));
    assertThat(world.act(Examples.SUPPORT, REMOTELY).state())
        .isEqualTo(TaskState.RESOLVED_REMOTELY);
  }

  @Test
  public void onlyManagersMoveDueDatesAndAssign() {
    world.taskIn(TaskState.PLANNED);
    changeForbidden(Examples.ENGINEER, TaskChange.builder().dueAt(Examples.NOW).build());
    changeForbidden(Examples.ENGINEER, TaskChange.builder().removeDueAt(true).build());
    changeForbidden(
        Examples.ENGINEER, TaskChange.builder().engineerId(Examples.ENGINEER_ID).build());
    TaskChange title = TaskChange.builder().title("Перенести папку").build();
    changeForbidden(OTHER_ENGINEER, title);
    changeForbidden(Examples.SUPPORT, title);
    changeForbidden(Examples.SPECIALIST, title);
    assertThat(
            world
                .diary
                .change(Examples.ENGINEER, Examples.TASK_ID, OptionalLong.empty(), title)
                .title())
        .isEqualTo("Перенести папку");
  }

  @Test
  public void onlyManagersHandleProjects() {
    for (Actor actor : new Actor[] {Examples.ENGINEER, Examples.SUPPORT, Examples.SPECIALIST}) {
      assertThatThrownBy(() -> world.diary.addProject(actor, Examples.project()))
          .isInstanceOf(ForbiddenException.class);
      assertThatThrownBy(() -> world.diary.changeProject(actor, Examples.project()))
          .isInstanceOf(ForbiddenException.class);
    }
  }

  private void forbids(Actor actor, TaskAction action) {
    assertThatThrownBy(() -> world.act(actor, action)).isInstanceOf(ForbiddenException.class);
  }

  private void changeForbidden(Actor actor, TaskChange change) {
    assertThatThrownBy(
            () -> world.diary.change(actor, Examples.TASK_ID, OptionalLong.empty(), change))
        .isInstanceOf(ForbiddenException.class);
  }
}
