package org.daybook.web.rest.view;

import java.time.Instant;
import org.daybook.api.diary.TaskStep;
import org.daybook.api.task.TaskState;

/**
 * One thing that happened to a task.
 *
 * @param who name of a person or of a part of the platform
 * @param from the state before, if it changed
 * @param to the state after, if it changed
 */
public record TaskStepView(
    Instant at, String who, TaskStep.What event, TaskState from, TaskState to, String text) {
  public static TaskStepView of(TaskStep step) {
    return new TaskStepView(
        step.at(),
        step.who(),
        step.what(),
        step.from().orElse(null),
        step.to().orElse(null),
        step.text());
  }
}
