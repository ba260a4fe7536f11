package org.daybook.core.planning;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.daybook.api.directory.Client;
import org.daybook.api.plan.MonthPlan;
import org.daybook.api.plan.Norm;
import org.daybook.api.plan.PlanState;
import org.daybook.api.plan.Shortfall;
import org.daybook.api.plan.Unmet;
import org.daybook.api.store.MonthPlanQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;

/**
 * Which clients' equipment asks for more visits than a published plan has. What a plan could not
 * give, what was missed, and what a manager took out or moved to another month, is known already
 * and counts as planned; what a manager added beside the norm does not.
 */
final class Shortfalls {
  private final Transaction tx;
  private final Norms norms;

  Shortfalls(Transaction tx, Norms norms) {
    this.tx = tx;
    this.norms = norms;
  }

  List<Shortfall> from(YearMonth first) {
    Map<String, Shortfall> shortfalls = new LinkedHashMap<>();
    MonthPlanQuery published = MonthPlanQuery.builder().addStates(PlanState.PUBLISHED).build();
    tx.monthPlans().all(published).stream()
        .filter(plan -> !plan.month().isBefore(first))
        .sorted(Comparator.comparing(MonthPlan::month))
        .flatMap(plan -> of(plan).stream())
        .forEach(each -> shortfalls.putIfAbsent(each.clientId(), each));
    return List.copyOf(shortfalls.values());
  }

  private List<Shortfall> of(MonthPlan plan) {
    Company company = Company.whole(tx, plan.month());
    Map<String, Integer> planned = planned(company, plan);
    ByHand.of(tx, plan, company)
        .waived()
        .forEach((id, many) -> planned.merge(id, many, Integer::sum));
    List<Shortfall> shortfalls = new ArrayList<>();
    for (Client client : company.clients()) {
      Norm norm = norms.of(client, company.devicesOf(client.id()), company.termsOf(client.id()));
      int has = planned.getOrDefault(client.id(), 0);
      if (norm.visits() > has) {
        shortfalls.add(new Shortfall(client.id(), plan.month(), has, norm));
      }
    }
    return shortfalls;
  }

  private Map<String, Integer> planned(Company company, MonthPlan plan) {
    Map<String, Integer> planned = new HashMap<>();
    Stream.concat(company.visits().stream(), Company.missed(tx, plan.month()).stream())
        .filter(visit -> counts(visit, plan))
        .filter(visit -> company.isIn(plan.month(), visit))
        .forEach(visit -> planned.merge(visit.clientId(), 1, Integer::sum));
    for (Unmet unmet : plan.unmet()) {
      if (unmet.wish() == Unmet.Wish.VISIT && !Words.isNothingToVisit(unmet.reason())) {
        planned.merge(unmet.clientId(), 1, Integer::sum);
      }
    }
    return planned;
  }

  /** The plan's own, and what was set by hand; those of another plan count for its month. */
  private static boolean counts(Visit visit, MonthPlan plan) {
    return visit.kind() == VisitKind.PLANNED
        && visit.state() != VisitState.DRAFT
        && !visit.beyondNorm()
        && visit.planId().filter(id -> !id.equals(plan.id())).isEmpty();
  }
}
