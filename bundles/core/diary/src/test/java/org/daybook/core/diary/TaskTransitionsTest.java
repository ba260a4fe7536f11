package org.daybook.core.diary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.diary.TaskAction;
import org.daybook.api.error.RefusedException;
import org.daybook.api.store.AuditQuery;
import org.daybook.api.store.PageRequest;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.testkit.Examples;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

/** Every action in every state: either to the state that is expected, or refused. */
@RunWith(Parameterized.class)
public final class TaskTransitionsTest {

  /** Where each action leads, and from where; from elsewhere it is refused. */
  private static final Map<TaskAction, Map.Entry<TaskState, Set<TaskState>>> TABLE =
      new LinkedHashMap<>();

  static {
    row(
        new TaskAction.Plan(Examples.VISIT_ID),
        TaskState.PLANNED,
        EnumSet.of(TaskState.NEW, TaskState.CARRIED_OVER, TaskState.RETURNED, TaskState.PLANNED));
    row(new TaskAction.Start(), TaskState.IN_PROGRESS, EnumSet.of(TaskState.PLANNED));
    row(
        DiaryFixture.done("Перенесли"),
        TaskState.DONE,
        EnumSet.of(TaskState.IN_PROGRESS, TaskState.ACCEPTED));
    row(
        new TaskAction.NotDone("Нет доступа"),
        TaskState.NOT_DONE,
        EnumSet.of(TaskState.IN_PROGRESS, TaskState.PLANNED));
    row(
        new TaskAction.CarryOver("Ждём деталь"),
        TaskState.CARRIED_OVER,
        EnumSet.of(
            TaskState.NOT_DONE, TaskState.IN_PROGRESS, TaskState.PLANNED, TaskState.RETURNED));
    row(
        new TaskAction.HandOver(Examples.SPECIALIST_ID, "Нужен сетевик"),
        TaskState.HANDED_OVER,
        EnumSet.of(TaskState.IN_PROGRESS, TaskState.PLANNED));
    row(new TaskAction.Accept(), TaskState.ACCEPTED, EnumSet.of(TaskState.HANDED_OVER));
    row(
        new TaskAction.GiveBack("Нужен доступ на месте"),
        TaskState.RETURNED,
        EnumSet.of(TaskState.ACCEPTED));
    Set<TaskState> unfinished = EnumSet.allOf(TaskState.class);
    unfinished.removeIf(TaskState::isFinal);
    row(new TaskAction.Cancel("Больше не нужно"), TaskState.CANCELLED, unfinished);
    row(
        new TaskAction.ResolveRemotely("По телефону", Optional.empty()),
        TaskState.RESOLVED_REMOTELY,
        unfinished);
  }

  private final DiaryFixture world = new DiaryFixture();

  @Parameter(0)
  public TaskState from;

  @Parameter(1)
  public TaskAction action;

  private static void row(TaskAction action, TaskState to, Set<TaskState> from) {
    TABLE.put(action, Map.entry(to, from));
  }

  @Parameters(name = "{1} when {0}")
  public static List<Object[]> pairs() {
    List<Object[]> pairs = new ArrayList<>();
    for (TaskState state : TaskState.values()) {
      TABLE.keySet().forEach(action -> pairs.add(new Object[] {state, action}));
    }
    return pairs;
  }

  @Test
  public void movesAsTheTableSaysOrIsRefused() {
    Task before = world.taskIn(from);
    world.clock.advance(Duration.ofMinutes(10));
    if (TABLE.get(action).getValue().contains(from)) {
      Task after = world.act(Examples.MANAGER, action);
      assertThat(after.state()).isEqualTo(TABLE.get(action).getKey());
      assertThat(after).isEqualTo(world.stored());
      assertThat(after.finishedAt().isPresent()).isEqualTo(after.state().isFinal());
      boolean nothingToStore = from == TaskState.PLANNED && action instanceof TaskAction.Plan;
      assertThat(auditEntries()).isEqualTo(nothingToStore ? 1 : 2);
    } else {
      assertThatThrownBy(() -> world.act(Examples.MANAGER, action))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining(from.name());
      assertThat(world.stored()).isEqualTo(before);
      assertThat(auditEntries()).isEqualTo(1);
    }
  }

  private int auditEntries() {
    return world.store.read(
        tx ->
            tx.audit(
                    AuditQuery.builder().kind("task").build(),
                    new PageRequest(10, Optional.empty(), false))
                .items()
                .size());
  }
}
