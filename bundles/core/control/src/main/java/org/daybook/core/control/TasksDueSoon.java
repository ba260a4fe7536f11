package org.daybook.core.control;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.store.TaskQuery;
import org.daybook.api.task.Task;

/** A task has to be done within some hours. Once it is overdue, that is another fact. */
final class TasksDueSoon extends TaskRule {
  private final Duration ahead;

  TasksDueSoon(Duration ahead) {
    this.ahead = ahead;
  }

  @Override
  public NoticeKind kind() {
    return NoticeKind.TASK_DUE_SOON;
  }

  @Override
  public List<Fact> facts(Look look) {
    Instant soon = look.now().plus(ahead);
    return look
        .tx()
        .tasks()
        .all(TaskQuery.builder().states(UNANSWERED).dueUntil(soon).build())
        .stream()
        .filter(task -> !task.overdueAt(look.now()))
        .map(task -> dueSoon(look, task))
        .toList();
  }

  private static Fact dueSoon(Look look, Task task) {
    String due = look.words().moment(task.dueAt().orElseThrow(), look.zone(task.clientId()));
    return fact(look, task, look.about("task.dueSoon", task).with("due", due));
  }
}
