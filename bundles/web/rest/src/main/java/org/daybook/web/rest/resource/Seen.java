package org.daybook.web.rest.resource;

import static java.util.stream.Collectors.toSet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.store.TaskQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.task.Task;
import org.daybook.api.visit.Sight;
import org.daybook.api.visit.Visit;

/** The tasks and visits that a caller may see, as {@link Sight} has it. */
final class Seen {
  private final Transaction tx;
  private final Actor actor;

  Seen(Transaction tx, Actor actor) {
    this.tx = tx;
    this.actor = actor;
  }

  /**
   * A visit.
   *
   * @throws ForbiddenException if the caller may not see it
   */
  Visit visit(String id) {
    Visit visit = tx.visits().find(id).orElseThrow(() -> new NotFoundException("visit", id));
    Sight.require(actor, visit, () -> tx.tasks().all(handedOver().visitId(visit.id()).build()));
    return visit;
  }

  /**
   * A task.
   *
   * @throws ForbiddenException if the caller may not see it
   */
  Task task(String id) {
    Task task = tx.tasks().find(id).orElseThrow(() -> new NotFoundException("task", id));
    Sight.require(actor, task, task.visitId().flatMap(tx.visits()::find));
    return task;
  }

  /** What of a part of a list the caller may see. */
  List<Visit> visits(List<Visit> visits) {
    if (actor.role() != Role.SPECIALIST) {
      return visits.stream().filter(visit -> Sight.maySee(actor, visit, List::of)).toList();
    }
    List<Task> tasks = tx.tasks().all(handedOver().planned(true).build());
    Set<String> on = tasks.stream().flatMap(task -> task.visitId().stream()).collect(toSet());
    return visits.stream()
        .filter(visit -> on.contains(visit.id()))
        .filter(visit -> Sight.maySee(actor, visit, () -> tasks))
        .toList();
  }

  /** What of a part of a list the caller may see. */
  List<Task> tasks(List<Task> tasks) {
    Map<String, Optional<Visit>> visits = new HashMap<>();
    return tasks.stream()
        .filter(
            task ->
                Sight.maySee(
                    actor,
                    task,
                    task.visitId().flatMap(id -> visits.computeIfAbsent(id, tx.visits()::find))))
        .toList();
  }

  /**
   * The staff id of whom a filter names; {@code me} is the caller.
   *
   * @throws ForbiddenException if a caller of the role that is listed names somebody else
   */
  Optional<String> filter(Role listed, String name, String value) {
    Optional<String> wanted = Own.meOr(tx, actor, name, value);
    if (actor.role() == listed && wanted.filter(id -> !id.equals(actor.id())).isPresent()) {
      throw new ForbiddenException("Only managers and support list what others have to do.");
    }
    return wanted;
  }

  /** As {@link #filter}, for lists of which callers of the role see nothing but their own. */
  Optional<String> own(Role listed, String name, String value) {
    Optional<String> wanted = filter(listed, name, value);
    return actor.role() == listed ? Optional.of(actor.id()) : wanted;
  }

  private TaskQuery.Builder handedOver() {
    return TaskQuery.builder().specialistId(actor.id());
  }
}
