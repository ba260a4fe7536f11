package org.daybook.core.visits;

import java.util.Optional;
import java.util.OptionalLong;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.StaleVersionException;
import org.daybook.api.store.Transaction;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitEvent;
import org.daybook.api.visit.VisitState;

/** What is asked before anything is done with a visit. */
final class Guard {

  private Guard() {}

  static Visit find(Transaction tx, String visitId) {
    return found(tx.visits().find(visitId), visitId);
  }

  static Visit lock(Transaction tx, String visitId) {
    return found(tx.visits().findForUpdate(visitId), visitId);
  }

  /** On the visit works its engineer; a manager may stand in. */
  static void requireWorker(Actor actor, Visit visit) {
    boolean own = actor.role() == Role.ENGINEER && visit.engineerId().equals(actor.id());
    if (!own && !isManager(actor)) {
      throw new ForbiddenException("Only the visit's engineer or a manager may do this.");
    }
  }

  static void requireManager(Actor actor, String what) {
    if (!isManager(actor)) {
      throw new ForbiddenException("Only a manager may " + what + ".");
    }
  }

  static void requireDesk(Actor actor, String what) {
    if (!isManager(actor) && actor.role() != Role.SUPPORT) {
      throw new ForbiddenException("Only support or a manager may " + what + ".");
    }
  }

  static void requireVersion(Visit visit, OptionalLong expectedVersion) {
    if (expectedVersion.isPresent() && expectedVersion.getAsLong() != visit.version()) {
      throw new StaleVersionException("visit", visit.id());
    }
  }

  /** For what changes no state, but makes sense only as long as nobody has come. */
  static void requireScheduled(Visit visit, String event) {
    if (visit.state() != VisitState.SCHEDULED) {
      throw refused(visit, event);
    }
  }

  /** The visit after an event; what {@link org.daybook.api.visit.VisitState#on} refuses, is. */
  static Visit move(Visit visit, VisitEvent event) {
    return visit
        .state()
        .on(event)
        .map(next -> visit.toBuilder().state(next).build())
        .orElseThrow(() -> refused(visit, event.name()));
  }

  static RefusedException refused(Visit visit, String event) {
    return new RefusedException(
        "A visit that is " + visit.state() + " does not allow " + event + ".");
  }

  private static boolean isManager(Actor actor) {
    return actor.isAny(Role.MANAGER, Role.ADMIN);
  }

  private static Visit found(Optional<Visit> visit, String visitId) {
    return visit.orElseThrow(() -> new NotFoundException("visit", visitId));
  }
}
