package org.daybook.core.control;

import java.util.List;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.store.TaskQuery;
import org.daybook.api.task.Task;

/** A task was to be done by now. */
final class OverdueTasks extends TaskRule {
  @Override
  public NoticeKind kind() {
    return NoticeKind.TASK_OVERDUE;
  }

  @Override
  public List<Fact> facts(Look look) {
    TaskQuery overdue = TaskQuery.builder().states(UNANSWERED).dueUntil(look.now()).build();
    return look.tx().tasks().all(overdue).stream().map(task -> overdue(look, task)).toList();
  }

  private static Fact overdue(Look look, Task task) {
    String due = look.words().moment(task.dueAt().orElseThrow(), look.zone(task.clientId()));
    return fact(look, task, look.about("task.overdue", task).with("due", due));
  }
}
