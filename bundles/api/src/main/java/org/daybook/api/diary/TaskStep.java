package org.daybook.api.diary;

import java.time.Instant;
import java.util.Optional;
import org.daybook.api.task.TaskState;

/**
 * One thing that happened to a task.
 *
 * @param who name of a person, or of a part of the platform such as {@code source:monitoring}
 * @param from the state before; empty if that stayed
 * @param to the state after; empty if that stayed
 * @param text a comment, a result, a reason, a photo's caption, or what else was changed; may be
 *     blank
 */
public record TaskStep(
    Instant at,
    String who,
    What what,
    Optional<TaskState> from,
    Optional<TaskState> to,
    String text) {

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
    /** Something beside its state, as the text says. */
    CHANGED,
    COMMENTED,
    /** Time was spent; the text has the minutes. */
    TIMED,
    PHOTO
  }
}
