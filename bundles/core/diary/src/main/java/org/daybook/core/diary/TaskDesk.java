package org.daybook.core.diary;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.diary.Project;
import org.daybook.api.diary.TaskAction;
import org.daybook.api.diary.TaskAction.Accept;
import org.daybook.api.diary.TaskAction.AddComment;
import org.daybook.api.diary.TaskAction.Cancel;
import org.daybook.api.diary.TaskAction.CarryOver;
import org.daybook.api.diary.TaskAction.Done;
import org.daybook.api.diary.TaskAction.GiveBack;
import org.daybook.api.diary.TaskAction.HandOver;
import org.daybook.api.diary.TaskAction.LogTime;
import org.daybook.api.diary.TaskAction.NotDone;
import org.daybook.api.diary.TaskAction.Plan;
import org.daybook.api.diary.TaskAction.ResolveRemotely;
import org.daybook.api.diary.TaskAction.Start;
import org.daybook.api.diary.TaskChange;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.StaleVersionException;
import org.daybook.api.store.Transaction;
import org.daybook.api.task.Comment;
import org.daybook.api.task.Task;
import org.daybook.api.task.TimeEntry;
import org.daybook.api.visit.Sight;
import org.daybook.api.visit.Visit;

/** One actor's work on one task in one transaction. */
final class TaskDesk {

  private final Transaction tx;
  private final Actor actor;
  private final Instant now;
  private final Moves moves;

  TaskDesk(Transaction tx, Actor actor, Instant now) {
    this.tx = tx;
    this.actor = actor;
    this.now = now;
    this.moves = new Moves(now);
  }

  Task act(String taskId, OptionalLong expectedVersion, TaskAction action) {
    // The visit is locked before the task, in the order in which closing a visit locks them.
    Optional<Visit> target =
        action instanceof Plan plan ? Optional.of(lockVisit(plan.visitId())) : Optional.empty();
    Task task = lock(taskId);
    new Permissions(actor, task, visitOf(task)).require(action, target);
    if (action instanceof Cancel) {
      new DisputedTask(tx, task).requireMayCancel(actor);
    }
    requireVersion(task, expectedVersion);
    Task changed = changed(task, action, target);
    log(task, action);
    return changed.equals(task) ? task : tx.tasks().update(changed);
  }

  Task change(String taskId, OptionalLong expectedVersion, TaskChange change) {
    Optional<Visit> target = change.visitId().map(this::lockVisit);
    Task task = lock(taskId);
    new Permissions(actor, task, visitOf(task)).require(change, target);
    requireVersion(task, expectedVersion);
    if (task.state().isFinal()) {
      throw new RefusedException("A task that is " + task.state() + " cannot be changed.");
    }
    Task changed = changed(task, change, target);
    return changed.equals(task) ? task : tx.tasks().update(changed);
  }

  private Task changed(Task task, TaskAction action, Optional<Visit> target) {
    if (action instanceof Plan) {
      return planned(task, target.orElseThrow());
    } else if (action instanceof Start) {
      return moves.start(task);
    } else if (action instanceof Done done) {
      return moves.finish(task, done.result());
    } else if (action instanceof NotDone notDone) {
      return moves.giveUp(task, notDone.reason());
    } else if (action instanceof CarryOver carryOver) {
      return moves.carryOver(task, carryOver.reason());
    } else if (action instanceof HandOver handOver) {
      String specialist = requireStaff("specialistId", handOver.specialistId(), Role.SPECIALIST);
      return moves.handOver(task, specialist, handOver.reason());
    } else if (action instanceof Accept) {
      return moves.accept(task);
    } else if (action instanceof GiveBack giveBack) {
      return moves.giveBack(task, giveBack.reason());
    } else if (action instanceof Cancel cancel) {
      return moves.cancel(task, cancel.reason());
    } else if (action instanceof ResolveRemotely resolved) {
      return moves.resolveRemotely(task, resolved.result());
    }
    // Comments and time leave the task itself as it is.
    return task;
  }

  private void log(Task task, TaskAction action) {
    if (action instanceof AddComment comment) {
      tx.comments()
          .insert(
              new Comment(
                  tx.newId(), task.id(), actor.id(), actor.name(), now, comment.text().strip()));
    } else if (action instanceof LogTime time) {
      logTime(task, time.minutes());
    } else if (action instanceof Done done) {
      done.minutes().ifPresent(minutes -> logTime(task, minutes));
    } else if (action instanceof ResolveRemotely resolved) {
      resolved.minutes().ifPresent(minutes -> logTime(task, minutes));
    }
  }

  private void logTime(Task task, int minutes) {
    tx.timeEntries().insert(new TimeEntry(tx.newId(), task.id(), actor.id(), minutes, now));
  }

  private Task changed(Task task, TaskChange change, Optional<Visit> target) {
    Task planned =
        target
            // What came free on a visit is still on it, and is planned on it anew.
            .filter(visit -> !isOn(task, visit) || (Sight.isFree(task) && !visit.state().isOver()))
            .map(visit -> planned(task, visit))
            .orElse(task);
    Task.Builder changed = planned.toBuilder();
    change.title().map(String::strip).ifPresent(changed::title);
    change.description().ifPresent(changed::description);
    change.priority().ifPresent(changed::priority);
    change.dueAt().ifPresent(changed::dueAt);
    if (change.removeDueAt()) {
      changed.dueAt(Optional.empty());
    }
    change
        .engineerId()
        .ifPresent(engineer -> changed.engineerId(requireEngineer(engineer, target)));
    change.projectId().ifPresent(project -> changed.projectId(requireProject(project, task)));
    return changed.build();
  }

  private Task planned(Task task, Visit visit) {
    if (!visit.clientId().equals(task.clientId())) {
      throw new InvalidInputException("visitId", "is a visit to another client");
    }
    if (visit.state().isOver()) {
      throw new RefusedException("The visit is " + visit.state() + ".");
    }
    return moves.plan(task, visit);
  }

  private static boolean isOn(Task task, Visit visit) {
    return task.visitId().equals(Optional.of(visit.id()));
  }

  private String requireEngineer(String engineerId, Optional<Visit> target) {
    String engineer = requireStaff("engineerId", engineerId, Role.ENGINEER);
    if (target.filter(visit -> !visit.engineerId().equals(engineer)).isPresent()) {
      throw new InvalidInputException("engineerId", "is not the engineer of that visit");
    }
    return engineer;
  }

  private String requireProject(String projectId, Task task) {
    return tx.projects()
        .find(projectId)
        .filter(project -> project.clientId().equals(task.clientId()))
        .map(Project::id)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "projectId", "there is no project " + projectId + " at the task's client"));
  }

  private String requireStaff(String field, String staffId, Role role) {
    return tx.staff()
        .find(staffId)
        .filter(StaffMember::active)
        .filter(member -> member.role() == role)
        .map(StaffMember::id)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    field, "there is no active " + role + " with the id " + staffId));
  }

  private Task lock(String taskId) {
    return tx.tasks()
        .findForUpdate(taskId)
        .orElseThrow(() -> new NotFoundException("task", taskId));
  }

  private Visit lockVisit(String visitId) {
    return tx.visits()
        .findForUpdate(visitId)
        .orElseThrow(() -> new InvalidInputException("visitId", "there is no visit " + visitId));
  }

  private Optional<Visit> visitOf(Task task) {
    // Only an engineer's rights depend on it.
    return actor.role() == Role.ENGINEER
        ? task.visitId().flatMap(visitId -> tx.visits().find(visitId))
        : Optional.empty();
  }

  private static void requireVersion(Task task, OptionalLong expectedVersion) {
    if (expectedVersion.isPresent() && expectedVersion.getAsLong() != task.version()) {
      throw new StaleVersionException("task", task.id());
    }
  }
}
