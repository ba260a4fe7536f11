package org.daybook.web.rest.view;

import org.daybook.api.diary.TaskStep;

/**
 * One field of a task that has another value since.
 *
 * @param field {@code title}, {@code description}, {@code priority}, {@code dueAt}, {@code
 *     engineer}, {@code specialist} or {@code project}
 * @param from the value before, if there was one; of people and projects, the name
 * @param to the value after, if there is one
 */
public record TaskChangeView(String field, String from, String to) {
  static TaskChangeView of(TaskStep.Change change) {
    return new TaskChangeView(change.field(), change.from().orElse(null), change.to().orElse(null));
  }
}
