package org.daybook.api.visit;

import java.util.List;
import java.util.Optional;
import org.daybook.api.task.TaskState;

/**
 * What was wrong in the record of a closed visit.
 *
 * @param reason for the client, 1 to 1000 characters; the new revision of the report shows it
 * @param tasks at most one per task
 * @param checks at most one per check
 */
public record Correction(String reason, List<TaskCorrection> tasks, List<CheckCorrection> checks) {
  public Correction {
    tasks = List.copyOf(tasks);
    checks = List.copyOf(checks);
  }

  /**
   * What became of a task at the visit.
   *
   * @param state {@link TaskState#DONE} or {@link TaskState#NOT_DONE}
   * @param text the result, or the reason why it was not done; 1 to 10,000 characters
   * @param minutes time spent on it at all; empty if that was right
   */
  public record TaskCorrection(
      String taskId, TaskState state, String text, Optional<Integer> minutes) {}

  /** What a check should have been answered. */
  public record CheckCorrection(String checkId, CheckAnswer answer) {}
}
