package org.daybook.core.diary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.diary.TaskAction;
import org.daybook.api.diary.TaskChange;
import org.daybook.api.diary.TaskHistory;
import org.daybook.api.diary.TaskStep;
import org.daybook.api.diary.TaskStep.Change;
import org.daybook.api.diary.TaskStep.What;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.store.AuditEntry;
import org.daybook.api.task.TaskState;
import org.daybook.testkit.Examples;
import org.junit.Test;

public final class TaskHistoryTest {
  private static final Actor OTHER = new Actor("staff-other", "Савва Лопухов", Role.ENGINEER);

  private final DiaryFixture world = new DiaryFixture();
  private final TaskHistory history = new TaskHistoryService(world.store);

  @Test
  public void whatWasDoneAndSaidIsToldInTheOrderInWhichItHappened() {
    world.taskIn(TaskState.PLANNED);
    later(() -> world.act(Examples.ENGINEER, new TaskAction.AddComment("Посмотрю")));
    later(() -> world.act(Examples.ENGINEER, new TaskAction.Start()));
    later(() -> world.act(Examples.ENGINEER, new TaskAction.LogTime(15)));
    later(
        () ->
            world.act(
                Examples.ENGINEER,
                new TaskAction.HandOver(Examples.SPECIALIST_ID, "Нужен сетевик")));

    assertThat(steps())
        .extracting(TaskStep::what)
        .containsExactly(What.CREATED, What.COMMENTED, What.STARTED, What.TIMED, What.HANDED_OVER);
    assertThat(steps()).extracting(TaskStep::at).isSorted();
    assertThat(steps().get(1).text()).isEqualTo("Посмотрю");
    assertThat(steps().get(3).text()).isEqualTo("15");
    assertThat(steps().get(3).who()).isEqualTo(Examples.staff(Role.ENGINEER).name());
  }

  @Test
  public void photosArePartOfIt() {
    world.taskIn(TaskState.PLANNED);
    world.store.prepare(
        tx -> tx.photos().insert(Examples.photo().toBuilder().taskId(Examples.TASK_ID).build()));
    assertThat(steps())
        .filteredOn(step -> step.what() == What.PHOTO)
        .singleElement()
        .extracting(TaskStep::text)
        .isEqualTo(Examples.photo().caption());
  }

  @Test
  public void anEntryIsReadAsPeopleReadIt() {
    assertThat(read(1, "{\"title\":[null,\"Диск\"],\"state\":[null,\"NEW\"]}"))
        .isEqualTo(step(What.CREATED, null, TaskState.NEW, "Диск"));
    assertThat(read(2, "{\"state\":[\"PLANNED\",\"CARRIED_OVER\"],\"reason\":[null,\"Ждём\"]}"))
        .isEqualTo(step(What.CARRIED_OVER, TaskState.PLANNED, TaskState.CARRIED_OVER, "Ждём"));
    assertThat(read(3, "{\"occurrences\":[1,2]}"))
        .isEqualTo(step(What.REPORTED_AGAIN, null, null, ""));
    for (TaskState state : TaskState.values()) {
      assertThat(read(5, "{\"state\":[\"NEW\",\"" + state + "\"]}").to()).contains(state);
    }
  }

  @Test
  public void whatElseBecameOfItIsToldFieldByField() {
    String engineer = Examples.staff(Role.ENGINEER).name();
    TaskStep changed =
        read(
            4,
            "{\"engineerId\":[null,\"%s\"],\"priority\":[\"LOW\",\"HIGH\"],\"description\":[\"Шумит\",\"\"],"
                    .formatted(Examples.ENGINEER_ID)
                + "\"dueAt\":[\"2026-03-12T06:00:00Z\",null],\"assetId\":[\"a\",\"b\"],"
                + "\"projectId\":[null,\"p\"],\"createdBySomeLaterRelease\":[1,2]}");
    assertThat(changed.what()).isEqualTo(What.CHANGED);
    assertThat(changed.text()).isEmpty();
    assertThat(changed.changes())
        .containsExactly(
            new Change("description", Optional.of("Шумит"), Optional.empty()),
            new Change("priority", Optional.of("LOW"), Optional.of("HIGH")),
            new Change("dueAt", Optional.of("2026-03-12T06:00:00Z"), Optional.empty()),
            new Change("engineer", Optional.empty(), Optional.of(engineer)),
            new Change("project", Optional.empty(), Optional.of("p")));
  }

  @Test
  public void whatIsMovedToAnotherVisitIsPlanned() {
    TaskStep moved = read(4, "{\"visitId\":[\"visit-1\",\"visit-2\"]}");
    assertThat(moved).isEqualTo(step(What.PLANNED, null, null, ""));
  }

  @Test
  public void whoMaySeeTheTaskSeesIt() {
    world.taskIn(TaskState.HANDED_OVER);
    for (Actor actor : List.of(Examples.MANAGER, Examples.SUPPORT, Examples.ENGINEER)) {
      assertThat(history.of(actor, Examples.TASK_ID)).isNotEmpty();
    }
    assertThat(history.of(Examples.SPECIALIST, Examples.TASK_ID)).isNotEmpty();
    assertThatThrownBy(() -> history.of(OTHER, Examples.TASK_ID))
        .isInstanceOf(ForbiddenException.class);
    Actor otherSpecialist = new Actor("staff-x", "Клим Розетков", Role.SPECIALIST);
    assertThatThrownBy(() -> history.of(otherSpecialist, Examples.TASK_ID))
        .isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(() -> history.of(Examples.MANAGER, "none"))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  public void whatNobodyHasInHandIsThereForAnyEngineer() {
    world.taskIn(TaskState.CARRIED_OVER);
    assertThat(history.of(OTHER, Examples.TASK_ID)).isNotEmpty();
  }

  @Test
  public void changesBesideTheStateAreSteps() {
    world.taskIn(TaskState.PLANNED);
    later(
        () ->
            world.diary.change(
                Examples.MANAGER,
                Examples.TASK_ID,
                OptionalLong.empty(),
                TaskChange.builder().projectId(Examples.PROJECT_ID).build()));
    assertThat(steps()).extracting(TaskStep::what).containsExactly(What.CREATED, What.CHANGED);
    assertThat(steps().get(1).changes())
        .containsExactly(
            new TaskStep.Change(
                "project", Optional.empty(), Optional.of(Examples.project().title())));
  }

  private List<TaskStep> steps() {
    return history.of(Examples.MANAGER, Examples.TASK_ID);
  }

  private void later(Runnable action) {
    world.clock.advance(Duration.ofMinutes(5));
    action.run();
  }

  private TaskStep read(long version, String change) {
    return new TrailReader(Map.of(Examples.ENGINEER_ID, "Пётр Одуванчиков"))
        .step(
            new AuditEntry(
                "id", Examples.NOW, "x", "Ольга", "task", Examples.TASK_ID, version, change));
  }

  private static TaskStep step(What what, TaskState from, TaskState to, String text) {
    return new TaskStep(
        Examples.NOW,
        "Ольга",
        what,
        Optional.ofNullable(from),
        Optional.ofNullable(to),
        text,
        List.of());
  }
}
