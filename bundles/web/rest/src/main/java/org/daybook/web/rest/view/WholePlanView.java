package org.daybook.web.rest.view;

import java.time.Instant;
import java.util.List;
import org.daybook.api.plan.MonthPlan;
import org.daybook.api.plan.PlanState;
import org.daybook.api.store.VisitQuery;
import org.daybook.api.visit.VisitState;

/**
 * A plan of a month with its visits.
 *
 * @param notes what to know of the whole
 * @param visits in the order in which they are planned, without those that were taken out
 * @param pinned ids of the visits that a manager put where they are
 */
public record WholePlanView(
    String id,
    String month,
    PlanState state,
    Instant createdAt,
    Instant publishedAt,
    List<String> notes,
    List<UnmetView> unmet,
    List<VisitView> visits,
    List<String> pinned,
    long version)
    implements Versioned {
  public static WholePlanView of(MonthPlan plan, Names names) {
    PlanView plain = PlanView.of(plan, names);
    List<VisitView> visits =
        names.transaction().visits().all(VisitQuery.builder().planId(plan.id()).build()).stream()
            .filter(visit -> visit.state() != VisitState.CANCELLED)
            .map(visit -> VisitView.of(visit, names))
            .toList();
    return new WholePlanView(
        plain.id(),
        plain.month(),
        plain.state(),
        plain.createdAt(),
        plain.publishedAt(),
        plain.notes(),
        plain.unmet(),
        visits,
        plan.pinned().stream().sorted().toList(),
        plain.version());
  }
}
