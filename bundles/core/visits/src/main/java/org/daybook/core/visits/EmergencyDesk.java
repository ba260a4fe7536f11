package org.daybook.core.visits;

import java.time.Instant;
import java.util.Optional;
import org.daybook.api.error.RefusedException;
import org.daybook.api.store.Transaction;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;

/** An emergency from the call to the engineer's door, in one transaction. */
final class EmergencyDesk {
  private final Transaction tx;
  private final Instant now;

  EmergencyDesk(Transaction tx, Instant now) {
    this.tx = tx;
    this.now = now;
  }

  Visit accept(Visit visit, Optional<Instant> at) {
    requireEmergency(visit, "accepted");
    if (visit.acceptedAt().isPresent() && goesOn(visit)) {
      return visit;
    }
    Guard.requireScheduled(visit, "ACCEPT");
    return tx.visits().update(visit.toBuilder().acceptedAt(DoneAt.of(at, visit, now)).build());
  }

  Visit setOut(Visit visit, Optional<Instant> at) {
    requireEmergency(visit, "set out for");
    if (visit.onTheWayAt().isPresent() && goesOn(visit)) {
      return visit;
    }
    Guard.requireScheduled(visit, "SET_OUT");
    Instant onTheWayAt = DoneAt.of(at, visit, now);
    return tx.visits()
        .update(
            visit.toBuilder()
                .acceptedAt(visit.acceptedAt().orElse(onTheWayAt))
                .onTheWayAt(onTheWayAt)
                .build());
  }

  /** A call that was sent again may come late, but not to a visit that was called off. */
  private static boolean goesOn(Visit visit) {
    return visit.state() == VisitState.SCHEDULED
        || visit.state().isUnderWay()
        || visit.state().isClosed();
  }

  private static void requireEmergency(Visit visit, String what) {
    if (visit.kind() != VisitKind.EMERGENCY) {
      throw new RefusedException(
          "Only an emergency is " + what + "; this visit is " + visit.kind() + ".");
    }
  }
}
