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
 */
record ByHand(Set<String> pinned, Map<String, Integer> waived) {
  static final ByHand NOTHING = new ByHand(Set.of(), Map.of());

  ByHand {
    pinned = Set.copyOf(pinned);
    waived = Map.copyOf(waived);
  }

  /** In a draft the plan knows; what became of published visits, they say by their reasons. */
  static ByHand of(Transaction tx, MonthPlan plan) {
    Set<String> pinned = new HashSet<>(plan.pinned());
    Map<String, Integer> waived = new HashMap<>();
    for (Visit visit : tx.visits().all(VisitQuery.builder().planId(plan.id()).build())) {
      Optional<String> theirs = visit.reason().filter(reason -> !Words.isPlanners(reason));
      if (visit.state() == VisitState.CANCELLED) {
        theirs.ifPresent(reason -> waived.merge(visit.clientId(), 1, Integer::sum));
      } else if (theirs.isPresent()) {
        pinned.add(visit.id());
      }
    }
    return new ByHand(pinned, waived);
  }

  boolean isPinned(String visitId) {
    return pinned.contains(visitId);
  }

  int waivedOf(String clientId) {
    return waived.getOrDefault(clientId, 0);
  }
}
