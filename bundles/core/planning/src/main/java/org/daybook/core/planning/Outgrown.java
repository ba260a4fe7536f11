package org.daybook.core.planning;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.notice.Notices;
import org.daybook.api.plan.MonthPlan;
import org.daybook.api.plan.Norm;
import org.daybook.api.plan.PlanState;
import org.daybook.api.plan.Unmet;
import org.daybook.api.store.ClientQuery;
import org.daybook.api.store.MonthPlanQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;

/**
 * Tells a client's manager when the client's equipment asks for more visits than a published plan
 * of this month or a later one has. What a plan could not give, and what a manager took out, is
 * known already and counts as planned.
 */
final class Outgrown {
  private final Notices notices;
  private final Settings settings;
  private final Words words;

  Outgrown(Notices notices, Settings settings, Words words) {
    this.notices = notices;
    this.settings = settings;
    this.words = words;
  }

  void check(Transaction tx, YearMonth thisMonth) {
    Map<String, String> told = new HashMap<>();
    List<MonthPlan> plans =
        tx
            .monthPlans()
            .all(MonthPlanQuery.builder().addStates(PlanState.PUBLISHED).build())
            .stream()
            .filter(plan -> !plan.month().isBefore(thisMonth))
            .toList();
    List<Client> clients = tx.clients().all(ClientQuery.everything());
    for (MonthPlan plan : plans) {
      Company company = Company.whole(tx, plan.month());
      Map<String, Integer> planned = planned(company, plan);
      ByHand.of(tx, plan).waived().forEach((id, many) -> planned.merge(id, many, Integer::sum));
      for (Client client : clients) {
        Norm norm =
            new Norms(settings, words)
                .of(client, company.devicesOf(client.id()), company.termsOf(client.id()));
        int has = planned.getOrDefault(client.id(), 0);
        if (norm.visits() > has) {
          told.putIfAbsent(client.id(), sentence(client, norm, plan, has));
        }
      }
    }
    for (Client client : clients) {
      String key = "client:" + client.id();
      if (told.containsKey(client.id())) {
        notices.raise(NoticeKind.PLAN_OUTGROWN, key, told.get(client.id()), recipient(tx, client));
      } else {
        notices.withdraw(NoticeKind.PLAN_OUTGROWN, key);
      }
    }
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
      if (unmet.wish() == Unmet.Wish.VISIT) {
        planned.merge(unmet.clientId(), 1, Integer::sum);
      }
    }
    return planned;
  }

  private String sentence(Client client, Norm norm, MonthPlan plan, int planned) {
    return words.get(
        "outgrown",
        client.name(),
        norm.why(),
        plan.month().toString(),
        planned,
        String.valueOf(norm.visits()));
  }

  private static Optional<String> recipient(Transaction tx, Client client) {
    return client
        .managerId()
        .or(() -> client.engineerId().flatMap(tx.staff()::find).flatMap(StaffMember::managerId));
  }
}
