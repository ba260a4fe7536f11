package org.daybook.rendering.velocity;

import java.util.List;
import java.util.stream.Stream;
import org.daybook.api.report.Block.TaskItem;
import org.daybook.api.report.Block.TaskList;

/**
 * A list of tasks as templates take it.
 *
 * @param inFull the tasks that have several lines each
 * @param inLines those that follow in a line each
 */
public record Tasks(String caption, List<TaskItem> inFull, List<TaskItem> inLines) {
  /** All tasks in the order in which they are told. */
  public List<TaskItem> items() {
    return Stream.concat(inFull.stream(), inLines.stream()).toList();
  }

  /**
   * @param brief whether a line is enough for a task of which there is only a result to tell
   */
  static Tasks of(TaskList list, boolean brief) {
    return new Tasks(
        list.caption(),
        list.items().stream().filter(task -> !brief || !isPlain(task)).toList(),
        list.items().stream().filter(task -> brief && isPlain(task)).toList());
  }

  static boolean isPlain(TaskItem task) {
    return task.result().filter(result -> !result.strip().contains("\n")).isPresent()
        && task.reason().isEmpty()
        && task.next().isEmpty();
  }
}
