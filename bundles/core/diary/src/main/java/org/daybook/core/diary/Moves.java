package org.daybook.core.diary;

import java.time.Instant;
import java.util.Optional;
import org.daybook.api.error.RefusedException;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskEvent;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.Visit;

/**
 * Transitions of a task with their effects on the value; nothing is stored here. Whatever {@link
 * TaskState#on} refuses, is refused.
 */
final class Moves {

  private final Instant now;

  Moves(Instant now) {
    this.now = now;
  }

  Task plan(Task task, Visit visit) {
    Task planned =
        move(task, TaskEvent.PLAN).toBuilder()
            .visitId(visit.id())
            .engineerId(visit.engineerId())
            .build();
    boolean takenBack =
        task.state() == TaskState.CARRIED_OVER
            && task.visitId().filter(visit.id()::equals).isPresent();
    return takenBack ? withoutCarryOver(planned, visit) : planned;
  }

  /** Back on the visit that it was just carried over from: that promise was not made after all. */
  private static Task withoutCarryOver(Task task, Visit visit) {
    int carriedOver = task.carriedOver() - 1;
    return task.toBuilder()
        .carriedOver(carriedOver)
        .promisedSince(
            task.promisedSince().filter(since -> carriedOver > 0 || isBefore(since, visit)))
        .build();
  }

  /** What a specialist had at the end of an earlier visit is promised and was not carried over. */
  private static boolean isBefore(Instant promised, Visit visit) {
    return visit.arrivedAt().filter(promised::isBefore).isPresent();
  }

  Task start(Task task) {
    return move(task, TaskEvent.START).toBuilder()
        .startedAt(task.startedAt().orElse(now))
        .reason(Optional.empty())
        .build();
  }

  Task finish(Task task, String result) {
    return ended(move(task, TaskEvent.FINISH), result);
  }

  Task resolveRemotely(Task task, String result) {
    return ended(move(task, TaskEvent.RESOLVE_REMOTELY), result);
  }

  Task cancel(Task task, String reason) {
    return because(move(task, TaskEvent.CANCEL), reason).toBuilder().finishedAt(now).build();
  }

  Task giveUp(Task task, String reason) {
    return because(move(task, TaskEvent.GIVE_UP), reason);
  }

  /** From every unfinished state in which it is on a visit: the events before it are implied. */
  Task carryOver(Task task, String reason) {
    Task givenUp =
        switch (task.state()) {
          case PLANNED, IN_PROGRESS -> move(task, TaskEvent.GIVE_UP);
          case RETURNED ->
              task.visitId().isEmpty() ? task : move(move(task, TaskEvent.PLAN), TaskEvent.GIVE_UP);
          default -> task;
        };
    return because(move(givenUp, TaskEvent.CARRY_OVER), reason).toBuilder()
        .carriedOver(task.carriedOver() + 1)
        .promisedSince(task.promisedSince().orElse(now))
        .build();
  }

  Task handOver(Task task, String specialistId, String reason) {
    return because(move(task, TaskEvent.HAND_OVER), reason).toBuilder()
        .specialistId(specialistId)
        .handedOverAt(now)
        .build();
  }

  Task accept(Task task) {
    return move(task, TaskEvent.ACCEPT);
  }

  Task giveBack(Task task, String reason) {
    return because(move(task, TaskEvent.RETURN), reason).toBuilder()
        .specialistId(Optional.empty())
        .build();
  }

  private Task ended(Task task, String result) {
    return task.toBuilder()
        .finishedAt(now)
        .result(Optional.ofNullable(result).map(String::strip).filter(text -> !text.isEmpty()))
        .reason(Optional.empty())
        .build();
  }

  private static Task because(Task task, String reason) {
    return task.toBuilder().reason(reason.strip()).build();
  }

  private static Task move(Task task, TaskEvent event) {
    TaskState next =
        task.state()
            .on(event)
            .orElseThrow(
                () ->
                    new RefusedException(
                        "A task that is " + task.state() + " does not allow " + event + "."));
    return task.toBuilder().state(next).build();
  }
}
