package org.daybook.core.diary;

import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.diary.TaskAction;
import org.daybook.api.diary.TaskAction.Accept;
import org.daybook.api.diary.TaskAction.AddComment;
import org.daybook.api.diary.TaskAction.Done;
import org.daybook.api.diary.TaskAction.GiveBack;
import org.daybook.api.diary.TaskAction.LogTime;
import org.daybook.api.diary.TaskAction.Plan;
import org.daybook.api.diary.TaskAction.ResolveRemotely;
import org.daybook.api.diary.TaskChange;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.Sight;
import org.daybook.api.visit.Visit;

/** Who may do what with a task. */
final class Permissions {

  private static final String WITH_SPECIALIST =
      "The task is with a specialist, who accepts, finishes or returns it.";

  private final Actor actor;
  private final Task task;
  private final Optional<Visit> visit;

  /**
   * @param visit the one that the task is on, if any
   */
  Permissions(Actor actor, Task task, Optional<Visit> visit) {
    this.actor = actor;
    this.task = task;
    this.visit = visit;
  }

  static void requireManager(Actor actor, String what) {
    if (!actor.isAny(Role.MANAGER, Role.ADMIN)) {
      throw new ForbiddenException("Only a manager may " + what + ".");
    }
  }

  /**
   * @param target the visit that it shall be planned on, if it shall be
   */
  void require(TaskAction action, Optional<Visit> target) {
    switch (actor.role()) {
      case ADMIN, MANAGER -> {}
      case ENGINEER -> requireEngineer(action, target);
      case SUPPORT ->
          require(
              action instanceof AddComment || action instanceof ResolveRemotely,
              "Remote support may comment on tasks and resolve them remotely.");
      case SPECIALIST -> requireSpecialist(action);
    }
  }

  void require(TaskChange change, Optional<Visit> target) {
    if (actor.isAny(Role.MANAGER, Role.ADMIN)) {
      return;
    }
    require(actor.role() == Role.ENGINEER && isTheirs(), "Only its engineer may change a task.");
    require(task.state() != TaskState.ACCEPTED, WITH_SPECIALIST);
    // Whoever is measured by a due date must not move it.
    require(
        change.dueAt().isEmpty() && !change.removeDueAt() && change.engineerId().isEmpty(),
        "Only a manager may change when a task is due and who does it.");
    target.ifPresent(this::requireOwn);
  }

  private void requireEngineer(TaskAction action, Optional<Visit> target) {
    if (action instanceof Plan) {
      target.ifPresent(this::requireOwn);
      require(isTheirs() || Sight.isFree(task), "The task is another engineer's.");
    } else {
      require(isTheirs(), "The task is not on a visit of yours and not assigned to you.");
    }
    boolean specialists = action instanceof Accept || action instanceof GiveBack;
    boolean leavesItAsItIs = action instanceof AddComment || action instanceof LogTime;
    require(
        !specialists && (leavesItAsItIs || task.state() != TaskState.ACCEPTED), WITH_SPECIALIST);
  }

  private void requireSpecialist(TaskAction action) {
    require(Sight.isSpecialistOf(actor, task), "The task was not handed over to you.");
    require(
        action instanceof Accept
            || action instanceof Done
            || action instanceof GiveBack
            || action instanceof AddComment
            || action instanceof LogTime,
        "A specialist may accept, finish, return, comment on and time a task.");
  }

  private void requireOwn(Visit target) {
    require(Sight.isEngineerOf(actor, target), "The visit is another engineer's.");
  }

  private boolean isTheirs() {
    return Sight.isEngineerOf(actor, task, visit);
  }

  private static void require(boolean allowed, String sentence) {
    if (!allowed) {
      throw new ForbiddenException(sentence);
    }
  }
}
