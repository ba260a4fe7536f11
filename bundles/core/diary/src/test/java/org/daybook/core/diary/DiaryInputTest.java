package org.daybook.core.diary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Optional;
import java.util.OptionalLong;
import org.daybook.api.diary.TaskAction;
import org.daybook.api.diary.TaskChange;
import org.daybook.api.error.FieldError;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.Visit;
import org.daybook.testkit.Examples;
import org.junit.Test;

/** Bad input names its fields and changes nothing. */
public final class DiaryInputTest {

  private static final String LONG = "я".repeat(10_001);

  private final DiaryFixture world = new DiaryFixture();
  private int tasks;

  @Test
  public void reasonsAndTextsAreRequired() {
    refuses(TaskState.PLANNED, new TaskAction.NotDone(" "), "reason");
    refuses(TaskState.PLANNED, new TaskAction.NotDone(LONG), "reason");
    refuses(TaskState.PLANNED, new TaskAction.CarryOver(null), "reason");
    refuses(TaskState.PLANNED, new TaskAction.Cancel(""), "reason");
    refuses(TaskState.ACCEPTED, new TaskAction.GiveBack(""), "reason");
    refuses(TaskState.PLANNED, new TaskAction.AddComment(""), "text");
    refuses(TaskState.PLANNED, new TaskAction.AddComment(LONG), "text");
    refuses(TaskState.PLANNED, new TaskAction.HandOver("", ""), "specialistId", "reason");
    refuses(TaskState.NEW, new TaskAction.Plan(""), "visitId");
  }

  @Test
  public void minutesAreOneToADay() {
    refuses(TaskState.PLANNED, new TaskAction.LogTime(0), "minutes");
    refuses(TaskState.PLANNED, new TaskAction.LogTime(1441), "minutes");
    refuses(TaskState.IN_PROGRESS, new TaskAction.Done(LONG, Optional.of(-1)), "result", "minutes");
    refuses(TaskState.NEW, new TaskAction.ResolveRemotely("", Optional.of(2000)), "minutes");
  }

  @Test
  public void aTaskIsHandedOverToActiveSpecialistsOnly() {
    world.store.prepare(
        tx ->
            tx.staff()
                .insert(
                    Examples.staff(org.daybook.api.access.Role.SPECIALIST).toBuilder()
                        .id("staff-gone")
                        .active(false)
                        .build()));
    for (String nobody : new String[] {"staff-gone", "staff-unknown", Examples.ENGINEER_ID}) {
      refuses(TaskState.PLANNED, new TaskAction.HandOver(nobody, "Нужен сетевик"), "specialistId");
    }
  }

  @Test
  public void aTaskIsPlannedOnAVisitToItsClientOnly() {
    Visit elsewhere = Examples.visit().toBuilder().id("visit-2").clientId("client-other").build();
    world.add(elsewhere);
    refuses(TaskState.NEW, new TaskAction.Plan("visit-2"), "visitId");
    refuses(TaskState.NEW, new TaskAction.Plan("visit-unknown"), "visitId");
  }

  @Test
  public void changesAreChecked() {
    world.taskIn(TaskState.PLANNED);
    changeRefused(TaskChange.builder().title(" ").build(), "title");
    changeRefused(TaskChange.builder().title("я".repeat(301)).build(), "title");
    changeRefused(TaskChange.builder().description(LONG).build(), "description");
    changeRefused(TaskChange.builder().dueAt(Examples.NOW).removeDueAt(true).build(), "dueAt");
    changeRefused(TaskChange.builder().engineerId("staff-unknown").build(), "engineerId");
    changeRefused(TaskChange.builder().engineerId(Examples.SUPPORT_ID).build(), "engineerId");
    changeRefused(TaskChange.builder().projectId("project-unknown").build(), "projectId");
    changeRefused(TaskChange.builder().visitId("visit-unknown").build(), "visitId");
  }

  private void refuses(TaskState state, TaskAction action, String... fields) {
    Task task =
        world.add(
            Examples.task().toBuilder()
                .id("task-" + ++tasks)
                .state(state)
                .engineerId(Examples.ENGINEER_ID)
                .specialistId(Examples.SPECIALIST_ID)
                .build());
    InvalidInputException e =
        catchThrowableOfType(
            InvalidInputException.class,
            () -> world.diary.act(Examples.MANAGER, task.id(), OptionalLong.empty(), action));
    assertThat(e.errors()).extracting(FieldError::field).containsExactly(fields);
    Optional<Task> stored = world.store.read(tx -> tx.tasks().find(task.id()));
    assertThat(stored).contains(task);
  }

  private void changeRefused(TaskChange change, String field) {
    Task before = world.stored();
    InvalidInputException e =
        catchThrowableOfType(
            InvalidInputException.class,
            () ->
                world.diary.change(
                    Examples.MANAGER, Examples.TASK_ID, OptionalLong.empty(), change));
    assertThat(e.errors()).extracting(FieldError::field).containsExactly(field);
    assertThat(world.stored()).isEqualTo(before);
  }
}
