package org.daybook.core.planning;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * give, and what a manager took out, is known already and counts as planned.
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
    ByHand.of(tx, plan).waived().forEach((id, many) -> planned.merge(id, many, Integer::sum));
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

  /** Visits that were missed or cancelled are not in the company any more. */
  private static Map<String, Integer> planned(Company company, MonthPlan plan) {
    Map<String, ZoneId> zones = new HashMap<>();
    company.clients().forEach(client -> zones.put(client.id(), client.zone()));
    Map<String, Integer> planned = new HashMap<>();
    for (Visit visit : company.visits()) {
      boolean inMonth =
          Optional.ofNullable(zones.get(visit.clientId()))
              .map(zone -> YearMonth.from(visit.plannedFor().atZone(zone)))
              .filter(plan.month()::equals)
              .isPresent();
      boolean stands = visit.kind() == VisitKind.PLANNED && visit.state() != VisitState.DRAFT;
      if (stands && inMonth) {
        planned.merge(visit.clientId(), 1, Integer::sum);
      }
    }
    for (Unmet unmet : plan.unmet()) {
      if (unmet.wish() == Unmet.Wish.VISIT && !Words.isNothingToVisit(unmet.reason())) {
        planned.merge(unmet.clientId(), 1, Integer::sum);
      }
    }
    return planned;
  }
}
