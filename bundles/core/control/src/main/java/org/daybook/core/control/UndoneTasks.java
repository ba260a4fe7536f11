package org.daybook.core.control;

import java.util.List;
import java.util.stream.Stream;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.store.TaskQuery;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.Visit;

/**
 * A visit left tasks undone, for a reason each. It goes away when they are on another visit or at
 * their end. What a manager closed the visit over is a violation, and not told twice.
 */
final class UndoneTasks extends VisitRule implements ClosingRule {
  @Override
  public NoticeKind kind() {
    return NoticeKind.TASKS_UNDONE;
  }

  @Override
  public List<Fact> facts(Look look, Visit closed) {
    List<String> titles =
        look
            .tx()
            .tasks()
            .all(
                TaskQuery.builder()
                    .visitId(closed.id())
                    .addStates(TaskState.CARRIED_OVER, TaskState.NOT_DONE)
                    .build())
            .stream()
            .filter(task -> !OverriddenGates.isGap(closed, task))
            .map(Task::title)
            .toList();
    return Stream.of(titles)
        .filter(undone -> !undone.isEmpty())
        .map(
            undone ->
                fact(
                    look,
                    closed,
                    look.about("visit.undone", closed)
                        .with("count", undone.size())
                        .with("list", look.words().list(undone))))
        .toList();
  }
}
