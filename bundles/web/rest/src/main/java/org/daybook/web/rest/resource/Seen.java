package org.daybook.web.rest.resource;

import java.util.Optional;
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

  private TaskQuery.Builder handedOver() {
    return TaskQuery.builder().specialistId(actor.id());
  }
}
