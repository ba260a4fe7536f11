package org.daybook.core.visits;

import java.time.Clock;
import java.time.Instant;
import java.util.OptionalLong;
import org.daybook.api.access.Actor;
import org.daybook.api.notice.Notices;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitEvent;

/** The engineer comes: tasks and checks come onto the visit. */
final class Arrival {

  private final Store store;
  private final Clock clock;
  private final Notices notices;
  private final CheckPlanner planner;

  Arrival(Store store, Clock clock, Notices notices, CheckPlanner planner) {
    this.store = store;
    this.clock = clock;
    this.notices = notices;
    this.planner = planner;
  }

  Visit begin(Actor actor, String visitId, OptionalLong expectedVersion) {
    Instant now = clock.instant();
    ArrivalFacts facts =
        store.read(
            tx -> {
              Visit visit = Guard.find(tx, visitId);
              begun(actor, visit, expectedVersion, now);
              return ArrivalFacts.read(tx, store, visit, now);
            });
    // Between the transactions: a listener that hangs must hold no lock.
    CheckPlanner.Plan plan = planner.plan(facts);
    return Conflicts.retried(
        () ->
            store.inTransaction(
                actor,
                tx -> {
                  Visit visit = Guard.lock(tx, visitId);
                  return begin(tx, begun(actor, visit, expectedVersion, now), plan, now);
                }));
  }

  private Visit begin(Transaction tx, Visit begun, CheckPlanner.Plan plan, Instant now) {
    Visit stored = tx.visits().update(new PlannedChecks(tx, notices).put(begun, plan));
    new TaskPlanner(tx, now).bringOnto(stored);
    return stored;
  }

  private static Visit begun(Actor actor, Visit visit, OptionalLong expectedVersion, Instant now) {
    Guard.requireWorker(actor, visit);
    Guard.requireVersion(visit, expectedVersion);
    return Guard.move(visit, VisitEvent.START).toBuilder().arrivedAt(now).build();
  }
}
