package org.daybook.web.rest.view;

import java.time.Instant;
import java.util.List;
import org.daybook.api.diary.TaskStep;
import org.daybook.api.task.TaskState;

/**
 * One thing that happened to a task.
 *
 * @param who name of a person or of a part of the platform
 * @param from the state before, if it changed
 * @param to the state after, if it changed
 * @param text a comment, a result, a reason or a photo's caption
 * @param changes what else became of the task
 */
public record TaskStepView(
    Instant at,
    String who,
    TaskStep.What event,
    TaskState from,
    TaskState to,
    String text,
    List<TaskChangeView> changes) {
  public static TaskStepView of(TaskStep step) {
    return new TaskStepView(
        step.at(),
        step.who(),
        step.what(),
        step.from().orElse(null),
        step.to().orElse(null),
        step.text(),
        step.changes().stream().map(TaskChangeView::of).toList());
  }
}
