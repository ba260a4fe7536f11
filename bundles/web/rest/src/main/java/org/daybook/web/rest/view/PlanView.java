package org.daybook.web.rest.view;

import java.time.Instant;
import java.util.List;
import org.daybook.api.plan.MonthPlan;
import org.daybook.api.plan.PlanState;

/**
 * A plan of a month without its visits.
 *
 * @param notes what to know of the whole
 */
public record PlanView(
    String id,
    String month,
    PlanState state,
    Instant createdAt,
    Instant publishedAt,
    List<String> notes,
    List<UnmetView> unmet,
    long version)
    implements Versioned {
  public static PlanView of(MonthPlan plan, Names names) {
    return new PlanView(
        plan.id(),
        plan.month().toString(),
        plan.state(),
        plan.createdAt(),
        plan.publishedAt().orElse(null),
        plan.notes(),
        plan.unmet().stream().map(unmet -> UnmetView.of(unmet, names)).toList(),
        plan.version());
  }
}
