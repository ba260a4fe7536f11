package org.daybook.core.planning;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
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
 * @param waived how many visits they took out, cancelled or moved to another month, by client: the
 *     norm is not planned again for them
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
  static ByHand of(Transaction tx, MonthPlan plan, Company company) {
    Set<String> pinned = new HashSet<>(plan.pinned());
    Map<String, Integer> waived = new HashMap<>();
    Map<String, Integer> extra = new HashMap<>();
    for (Visit visit : tx.visits().all(VisitQuery.builder().planId(plan.id()).build())) {
      boolean cancelled = visit.state() == VisitState.CANCELLED;
      if (cancelled || isElsewhere(visit, plan, company)) {
        // What was added and taken back leaves the norm as it was.
        if (!visit.beyondNorm() && (!cancelled || isTheirs(visit))) {
          waived.merge(visit.clientId(), 1, Integer::sum);
        }
        continue;
      }
      if (isTheirs(visit)) {
        pinned.add(visit.id());
      }
      if (visit.beyondNorm()) {
        extra.merge(visit.clientId(), 1, Integer::sum);
      }
    }
    return new ByHand(pinned, waived, extra);
  }

  /** In the calendar, and in another month than that of the plan. */
  private static boolean isElsewhere(Visit visit, MonthPlan plan, Company company) {
    return visit.state() != VisitState.DRAFT && !company.isIn(plan.month(), visit);
  }

  private static boolean isTheirs(Visit visit) {
    return visit.reason().filter(reason -> !Words.isPlanners(reason)).isPresent();
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
