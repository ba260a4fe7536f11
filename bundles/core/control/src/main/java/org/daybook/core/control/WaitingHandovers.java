package org.daybook.core.control;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.store.TaskQuery;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;

/** A task was handed over, and the specialist has not accepted it; told to who leads them. */
final class WaitingHandovers extends TaskRule {
  private final Duration patience;

  WaitingHandovers(Duration patience) {
    this.patience = patience;
  }

  @Override
  public NoticeKind kind() {
    return NoticeKind.HANDOVER_WAITING;
  }

  @Override
  public List<Fact> facts(Look look) {
    TaskQuery handedOver = TaskQuery.builder().addStates(TaskState.HANDED_OVER).build();
    return look.tx().tasks().all(handedOver).stream()
        .filter(task -> since(task).plus(patience).isBefore(look.now()))
        .map(task -> waiting(look, task))
        .toList();
  }

  private static Instant since(Task task) {
    return task.handedOverAt().or(task::startedAt).orElse(task.createdAt());
  }

  private static Fact waiting(Look look, Task task) {
    String sentence =
        look.about("task.handover", task)
            .with("specialist", look.staffName(task.specialistId()))
            .with("since", look.words().moment(since(task), look.zone(task.clientId())))
            .toString();
    return new Fact(
        "task:" + task.id(), sentence, look.managerOf(task.specialistId(), task.clientId()));
  }
}
