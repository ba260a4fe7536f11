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
import org.daybook.api.store.Store;
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
  private final Store store;
  private final Notices notices;
  private final Norms norms;
  private final Words words;

  Outgrown(Store store, Notices notices, Settings settings) {
    this.store = store;
    this.notices = notices;
    this.words = new Words(settings.language());
    this.norms = new Norms(settings, words);
  }

  /** Harmless to repeat; each client's notice is a transaction of its own. */
  void check(YearMonth thisMonth) {
    List<Client> clients = store.read(tx -> tx.clients().all(ClientQuery.everything()));
    Map<String, String> outgrown = store.read(tx -> outgrown(tx, thisMonth));
    for (Client client : clients) {
      String key = "client:" + client.id();
      String sentence = outgrown.get(client.id());
      if (sentence == null) {
        notices.withdraw(NoticeKind.PLAN_OUTGROWN, key);
      } else {
        Optional<String> recipient = store.read(tx -> recipient(tx, client));
        notices.raise(NoticeKind.PLAN_OUTGROWN, key, sentence, recipient);
      }
    }
  }

  /** What to say of each client whose plan is too small. */
  private Map<String, String> outgrown(Transaction tx, YearMonth thisMonth) {
    Map<String, String> outgrown = new HashMap<>();
    MonthPlanQuery published = MonthPlanQuery.builder().addStates(PlanState.PUBLISHED).build();
    for (MonthPlan plan : tx.monthPlans().all(published)) {
      if (!plan.month().isBefore(thisMonth)) {
        Company company = Company.whole(tx, plan.month());
        Map<String, Integer> planned = planned(company, plan);
        ByHand.of(tx, plan).waived().forEach((id, many) -> planned.merge(id, many, Integer::sum));
        for (Client client : company.clients()) {
          Norm norm =
              norms.of(client, company.devicesOf(client.id()), company.termsOf(client.id()));
          int has = planned.getOrDefault(client.id(), 0);
          if (norm.visits() > has) {
            outgrown.putIfAbsent(client.id(), sentence(client, norm, plan, has));
          }
        }
      }
    }
    return outgrown;
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
