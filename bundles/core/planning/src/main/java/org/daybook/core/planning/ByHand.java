package org.daybook.core.planning;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.plan.MonthPlan;
import org.daybook.api.store.Transaction;
import org.daybook.api.store.VisitQuery;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitState;

/**
 * What managers did with the visits of a plan, which planning again respects.
 *
 * @param pinned ids of visits that they put where they are
 * @param waived how many visits they took out or cancelled, by client
 * @param extra how many they added, by client
 */
record ByHand(Set<String> pinned, Map<String, Integer> waived, Map<String, Integer> extra) {
  static final ByHand NOTHING = new ByHand(Set.of(), Map.of(), Map.of());

  ByHand {
    pinned = Set.copyOf(pinned);
    waived = Map.copyOf(waived);
    extra = Map.copyOf(extra);
  }

  /** In a draft the plan knows; what became of published visits, they say by their reasons. */
  static ByHand of(Transaction tx, MonthPlan plan) {
    Set<String> pinned = new HashSet<>(plan.pinned());
    Map<String, Integer> waived = new HashMap<>();
    Map<String, Integer> extra = new HashMap<>();
    for (Visit visit : tx.visits().all(VisitQuery.builder().planId(plan.id()).build())) {
      Optional<String> theirs = visit.reason().filter(reason -> !Words.isPlanners(reason));
      if (visit.state() == VisitState.CANCELLED) {
        // What was added and taken back leaves the norm as it was.
        theirs
            .filter(reason -> !visit.beyondNorm())
            .ifPresent(reason -> waived.merge(visit.clientId(), 1, Integer::sum));
        continue;
      }
      if (theirs.isPresent()) {
        pinned.add(visit.id());
      }
      if (visit.beyondNorm()) {
        extra.merge(visit.clientId(), 1, Integer::sum);
      }
    }
    return new ByHand(pinned, waived, extra);
  }

  boolean isPinned(String visitId) {
    return pinned.contains(visitId);
  }

  /** How many visits a client is to have. */
  int due(String clientId, int norm) {
    int taken = waived.getOrDefault(clientId, 0);
    return Math.max(0, norm - taken) + extra.getOrDefault(clientId, 0);
  }
}
