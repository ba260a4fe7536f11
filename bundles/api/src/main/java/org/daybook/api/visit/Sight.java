package org.daybook.api.visit;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;

/**
 * Who may see which task and which visit, with all that hangs on them: comments, photos, checks,
 * equipment, reports. The one place that says so; services and pages ask here, and a store's
 * queries find the same. What somebody may do with what they see is for the services.
 *
 * <p>Administrators, managers and remote support see all: support answers the requests of all
 * clients. An engineer sees what is theirs, and tasks that are free to be taken. A specialist sees
 * what was handed over to them, and the visits that it is on.
 *
 * <p>Decides by what it is given, never null, and asks nobody. Safe for any thread.
 */
public final class Sight {
  /** In these, nobody works on a task: whoever visits the client next may take it. */
  public static final Set<TaskState> FREE =
      Set.of(TaskState.NEW, TaskState.CARRIED_OVER, TaskState.RETURNED);

  private Sight() {}

  /** Whether somebody sees the tasks and visits of all. */
  public static boolean isOfAll(Actor actor) {
    return actor.isAny(Role.ADMIN, Role.MANAGER, Role.SUPPORT);
  }

  /**
   * Whether somebody may see a task.
   *
   * @param visit the one that the task is on; empty if it is on none
   */
  public static boolean maySee(Actor actor, Task task, Optional<Visit> visit) {
    return switch (actor.role()) {
      case ADMIN, MANAGER, SUPPORT -> true;
      case ENGINEER -> isEngineerOf(actor, task, visit) || isFree(task);
      case SPECIALIST -> isSpecialistOf(actor, task);
    };
  }

  /**
   * Whether somebody may see a visit.
   *
   * @param tasks those on the visit, or those of them that were handed over to the actor; asked
   *     only where they decide, at most once
   */
  public static boolean maySee(
      Actor actor, Visit visit, Supplier<? extends Collection<Task>> tasks) {
    return switch (actor.role()) {
      case ADMIN, MANAGER, SUPPORT -> true;
      case ENGINEER -> isEngineerOf(actor, visit);
      case SPECIALIST ->
          tasks.get().stream()
              .anyMatch(
                  task ->
                      task.visitId().filter(visit.id()::equals).isPresent()
                          && isSpecialistOf(actor, task));
    };
  }

  /**
   * Refuses to show a task to somebody who may not see it.
   *
   * @param visit the one that the task is on; empty if it is on none
   * @throws ForbiddenException saying why
   */
  public static void require(Actor actor, Task task, Optional<Visit> visit) {
    if (!maySee(actor, task, visit)) {
      throw new ForbiddenException(
          actor.role() == Role.SPECIALIST
              ? "The task was not handed over to you."
              : "The task is another engineer's.");
    }
  }

  /**
   * Refuses to show a visit to somebody who may not see it.
   *
   * @param tasks as for {@link #maySee(Actor, Visit, Supplier)}
   * @throws ForbiddenException saying why
   */
  public static void require(Actor actor, Visit visit, Supplier<? extends Collection<Task>> tasks) {
    if (!maySee(actor, visit, tasks)) {
      throw new ForbiddenException(
          actor.role() == Role.SPECIALIST
              ? "No task on the visit was handed over to you."
              : "The visit is another engineer's.");
    }
  }

  /** Whether a visit is somebody's own as the engineer who comes. */
  public static boolean isEngineerOf(Actor actor, Visit visit) {
    return visit.engineerId().equals(actor.id());
  }

  /**
   * Whether a task is somebody's own as an engineer: assigned to them, or on a visit of theirs.
   *
   * @param visit the one that the task is on; empty if it is on none
   */
  public static boolean isEngineerOf(Actor actor, Task task, Optional<Visit> visit) {
    return task.engineerId().filter(actor.id()::equals).isPresent()
        || visit.filter(on -> isEngineerOf(actor, on)).isPresent();
  }

  /** Whether a task was handed over to somebody last. */
  public static boolean isSpecialistOf(Actor actor, Task task) {
    return task.specialistId().filter(actor.id()::equals).isPresent();
  }

  /** Whether nobody works on a task: whoever visits the client next may take it. */
  public static boolean isFree(Task task) {
    return FREE.contains(task.state());
  }
}
