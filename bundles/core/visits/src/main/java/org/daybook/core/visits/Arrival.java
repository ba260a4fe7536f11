package org.daybook.core.visits;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.daybook.api.access.Actor;
import org.daybook.api.notice.Notices;
import org.daybook.api.store.Store;
import org.daybook.api.store.TaskQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.visit.NewCheck;
import org.daybook.api.visit.Sight;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitEvent;
import org.daybook.api.visit.VisitState;

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

  Visit begin(Actor actor, String visitId, OptionalLong expectedVersion, Optional<Instant> at) {
    Instant now = clock.instant();
    ArrivalFacts facts =
        store.read(
            tx -> {
              Visit visit = Guard.find(tx, visitId);
              Visit begun = begun(tx, actor, visit, expectedVersion, at, now);
              return ArrivalFacts.read(tx, store, visit, begun.arrivedAt().orElseThrow());
            });
    // Between the transactions: a listener that hangs must hold no lock.
    CheckPlanner.Plan plan = planner.plan(facts);
    return Conflicts.retried(
        () ->
            store.inTransaction(
                actor,
                tx -> {
                  Visit visit = Guard.lock(tx, visitId);
                  return begin(tx, begun(tx, actor, visit, expectedVersion, at, now), plan, now);
                }));
  }

  /** What arrival would plan, were it now. */
  List<NewCheck> expected(Actor actor, String visitId) {
    Optional<ArrivalFacts> facts =
        store.read(
            tx -> {
              Visit visit = Guard.find(tx, visitId);
              Sight.require(
                  actor,
                  visit,
                  () -> tx.tasks().all(TaskQuery.builder().visitId(visit.id()).build()));
              return visit.state() == VisitState.SCHEDULED
                  ? Optional.of(ArrivalFacts.read(tx, store, visit, clock.instant()))
                  : Optional.empty();
            });
    return facts.map(planner::plan).map(CheckPlanner.Plan::checks).orElse(List.of());
  }

  private Visit begin(Transaction tx, Visit begun, CheckPlanner.Plan plan, Instant now) {
    Visit stored = tx.visits().update(new PlannedChecks(tx, notices).put(begun, plan));
    new TaskPlanner(tx, now).bringOnto(stored);
    return stored;
  }

  private static Visit begun(
      Transaction tx,
      Actor actor,
      Visit visit,
      OptionalLong expectedVersion,
      Optional<Instant> at,
      Instant now) {
    Guard.requireWorker(actor, visit);
    boolean missed = visit.state() == VisitState.MISSED;
    boolean late = missed && isOnItsDay(tx, visit, at);
    if (!late) {
      // That it was missed is a change which nobody without network has seen
      Guard.requireVersion(visit, expectedVersion);
    }
    if (missed && !late) {
      throw Guard.refused(visit, VisitEvent.START.name());
    }
    return Guard.move(visit, VisitEvent.START).toBuilder()
        .arrivedAt(DoneAt.of(at, visit, now))
        .build();
  }

  /** Who was there on the day has not missed it, however late one hears of that. */
  private static boolean isOnItsDay(Transaction tx, Visit visit, Optional<Instant> at) {
    ZoneId zone = tx.clients().find(visit.clientId()).orElseThrow().zone();
    LocalDate day = visit.plannedFor().atZone(zone).toLocalDate();
    return at.filter(said -> said.atZone(zone).toLocalDate().equals(day)).isPresent();
  }
}
