package org.daybook.api.diary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.daybook.api.task.TaskState;

/**
 * One thing that happened to a task.
 *
 * @param who name of a person, or of a part of the platform such as {@code source:monitoring}
 * @param from the state before; empty if that stayed
 * @param to the state after; empty if that stayed
 * @param text a comment, a result, a reason or a photo's caption; may be blank
 * @param changes what else became of the task, in the order in which {@link Change#field} lists
 *     them
 */
public record TaskStep(
    Instant at,
    String who,
    What what,
    Optional<TaskState> from,
    Optional<TaskState> to,
    String text,
    List<Change> changes) {
  public TaskStep {
    changes = List.copyOf(changes);
  }

  /**
   * One field of a task that has another value since.
   *
   * @param field {@code title}, {@code description}, {@code priority}, {@code dueAt}, {@code
   *     engineer}, {@code specialist} or {@code project}
   * @param from the value before: a text, a {@link org.daybook.api.task.Priority}, an ISO 8601
   *     moment or the name of a person or project; empty if there was none
   * @param to the value after, likewise
   */
  public record Change(String field, Optional<String> from, Optional<String> to) {}

  /** What happened. */
  public enum What {
    CREATED,
    PLANNED,
    STARTED,
    DONE,
    NOT_DONE,
    CARRIED_OVER,
    HANDED_OVER,
    ACCEPTED,
    RETURNED,
    RESOLVED_REMOTELY,
    RECOVERED,
    CANCELLED,
    /** Its source reported it again. */
    REPORTED_AGAIN,
    /** Something beside its state, as the changes say. */
    CHANGED,
    COMMENTED,
    /** Time was spent; the text has the minutes. */
    TIMED,
    PHOTO
  }
}
