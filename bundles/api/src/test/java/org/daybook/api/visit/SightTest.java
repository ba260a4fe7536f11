package org.daybook.api.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.junit.Test;

public class SightTest {
  private static final Instant NOW = Instant.parse("2026-03-12T06:00:00Z");
  private static final Set<Role> ALL_SEEING = EnumSet.of(Role.ADMIN, Role.MANAGER, Role.SUPPORT);
  private static final Set<TaskState> FREE =
      EnumSet.of(TaskState.NEW, TaskState.CARRIED_OVER, TaskState.RETURNED);

  @Test
  public void managersAndSupportSeeAllInEveryState() {
    for (Role role : Role.values()) {
      assertThat(Sight.isOfAll(self(role))).as(role.name()).isEqualTo(ALL_SEEING.contains(role));
    }
    for (Role role : ALL_SEEING) {
      for (TaskState state : TaskState.values()) {
        assertThat(Sight.maySee(self(role), task(state), on("other"))).isTrue();
      }
      assertThat(Sight.maySee(self(role), visit("other"), SightTest::notAsked)).isTrue();
    }
  }

  @Test
  public void engineerSeesTasksOfTheirsInEveryState() {
    for (TaskState state : TaskState.values()) {
      Task assigned = task(state).toBuilder().engineerId("self").build();
      assertThat(Sight.maySee(self(Role.ENGINEER), assigned, on("other"))).isTrue();
      assertThat(Sight.maySee(self(Role.ENGINEER), task(state), on("self"))).isTrue();
    }
  }

  @Test
  public void engineerSeesTasksOfOthersOnlyWhileTheyAreFree() {
    for (TaskState state : TaskState.values()) {
      Task task = task(state).toBuilder().engineerId("other").specialistId("self").build();
      for (Optional<Visit> visit : List.of(on("other"), Optional.<Visit>empty())) {
        assertThat(Sight.maySee(self(Role.ENGINEER), task, visit))
            .as(state.name())
            .isEqualTo(FREE.contains(state));
      }
      assertThat(Sight.isFree(task)).as(state.name()).isEqualTo(FREE.contains(state));
    }
  }

  @Test
  public void specialistSeesWhatWasHandedOverToThemAndNothingElse() {
    for (TaskState state : TaskState.values()) {
      Task mine = task(state).toBuilder().specialistId("self").build();
      Task theirs = task(state).toBuilder().specialistId("other").engineerId("self").build();
      assertThat(Sight.maySee(self(Role.SPECIALIST), mine, on("other"))).isTrue();
      assertThat(Sight.maySee(self(Role.SPECIALIST), theirs, on("self"))).isFalse();
      assertThat(Sight.maySee(self(Role.SPECIALIST), task(state), on("self"))).isFalse();
    }
  }

  @Test
  public void engineerSeesTheirVisitsWhateverIsOnThem() {
    List<Task> handedOver = List.of(task(TaskState.ACCEPTED, "self", "visit"));

    assertThat(Sight.maySee(self(Role.ENGINEER), visit("self"), List::of)).isTrue();
    assertThat(Sight.maySee(self(Role.ENGINEER), visit("other"), () -> handedOver)).isFalse();
  }

  @Test
  public void specialistSeesVisitsWithTasksOfTheirs() {
    assertThat(specialistSees(task(TaskState.DONE, "self", "visit"))).isTrue();
    assertThat(specialistSees(task(TaskState.DONE, "other", "visit"))).isFalse();
    assertThat(specialistSees(task(TaskState.DONE, "self", "another visit"))).isFalse();
    assertThat(Sight.maySee(self(Role.SPECIALIST), visit("self"), List::of)).isFalse();
  }

  @Test
  public void refusalsSayWhy() {
    Task task = task(TaskState.DONE);
    refused("The task is another engineer's.", () -> require(Role.ENGINEER, task));
    refused("The task was not handed over to you.", () -> require(Role.SPECIALIST, task));
    refused("The visit is another engineer's.", () -> require(Role.ENGINEER));
    refused("No task on the visit was handed over to you.", () -> require(Role.SPECIALIST));
    for (Role role : ALL_SEEING) {
      require(role, task);
      require(role);
    }
  }

  private static void refused(String sentence, Runnable look) {
    assertThatThrownBy(look::run).isInstanceOf(ForbiddenException.class).hasMessage(sentence);
  }

  private static void require(Role role, Task task) {
    Sight.require(self(role), task, on("other"));
  }

  private static void require(Role role) {
    Sight.require(self(role), visit("other"), List::of);
  }

  private static boolean specialistSees(Task task) {
    return Sight.maySee(self(Role.SPECIALIST), visit("other"), () -> List.of(task));
  }

  private static List<Task> notAsked() {
    throw new AssertionError("the tasks decide nothing");
  }

  private static Actor self(Role role) {
    return new Actor("self", "Пётр Одуванчиков", role);
  }

  private static Optional<Visit> on(String engineer) {
    return Optional.of(visit(engineer));
  }

  private static Visit visit(String engineer) {
    return Visit.builder()
        .id("visit")
        .kind(VisitKind.PLANNED)
        .state(VisitState.SCHEDULED)
        .clientId("client")
        .siteId("site")
        .engineerId(engineer)
        .plannedFor(NOW)
        .build();
  }

  private static Task task(TaskState state) {
    return Task.builder()
        .id("task")
        .clientId("client")
        .source("managers")
        .title("Принтер")
        .state(state)
        .createdAt(NOW)
        .build();
  }

  private static Task task(TaskState state, String specialist, String visit) {
    return task(state).toBuilder().specialistId(specialist).visitId(visit).build();
  }
}
