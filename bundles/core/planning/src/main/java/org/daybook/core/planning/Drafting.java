package org.daybook.core.planning;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.access.Role;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.Site;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.plan.MonthPlan;
import org.daybook.api.store.Transaction;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitEvent;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;

/** What managers change in a draft by hand, in one transaction. */
final class Drafting {
  private final Transaction tx;
  private final Settings settings;
  private final Words words;
  private final Instant now;

  Drafting(Transaction tx, Settings settings, Words words, Instant now) {
    this.tx = tx;
    this.settings = settings;
    this.words = words;
    this.now = now;
  }

  Visit move(Visit visit, MonthPlan plan, Optional<String> engineerId, Optional<Instant> at) {
    if (engineerId.isEmpty() && at.isEmpty()) {
      throw new InvalidInputException("plannedFor", "or engineer is required");
    }
    Visit moved =
        visit.toBuilder()
            .engineerId(engineerId.orElse(visit.engineerId()))
            .plannedFor(at.orElse(visit.plannedFor()))
            .build();
    check(moved, plan);
    pin(plan, visit.id(), true);
    return tx.visits().update(moved);
  }

  Visit add(
      MonthPlan plan,
      String clientId,
      Optional<String> siteId,
      Optional<String> engineerId,
      Instant at) {
    Client client =
        tx.clients()
            .find(clientId)
            .filter(Client::active)
            .orElseThrow(() -> new InvalidInputException("client", "names no active client"));
    Visit added =
        Visit.builder()
            .id(tx.newId())
            .kind(VisitKind.PLANNED)
            .state(VisitState.DRAFT)
            .clientId(client.id())
            .siteId(site(client, siteId).id())
            .engineerId(
                engineerId
                    .or(client::engineerId)
                    .orElseThrow(
                        () ->
                            new InvalidInputException(
                                "engineer", "is required: the client has no usual engineer")))
            .plannedFor(at)
            .planId(plan.id())
            .reason(words.get("visit.added"))
            .beyondNorm(true)
            .build();
    check(added, plan);
    pin(plan, added.id(), true);
    return tx.visits().insert(added);
  }

  Visit drop(Visit visit, MonthPlan plan) {
    pin(plan, visit.id(), false);
    return tx.visits()
        .update(
            Rights.move(visit, VisitEvent.CANCEL).toBuilder()
                .reason(words.get(visit.beyondNorm() ? "visit.withdrawn" : "visit.dropped"))
                .build());
  }

  private Site site(Client client, Optional<String> siteId) {
    List<Site> sites = Company.sites(tx, client.id());
    if (siteId.isPresent()) {
      return sites.stream()
          .filter(site -> site.id().equals(siteId.get()))
          .findFirst()
          .orElseThrow(() -> new InvalidInputException("site", "names no site of this client"));
    }
    if (sites.size() != 1) {
      throw new InvalidInputException("site", "is required: the client has not exactly one site");
    }
    return sites.get(0);
  }

  /** The hard rules, but that of working days: a manager may send somebody on a Saturday. */
  private void check(Visit visit, MonthPlan plan) {
    boolean works =
        tx.staff()
            .find(visit.engineerId())
            .filter(StaffMember::active)
            .filter(member -> member.role() == Role.ENGINEER)
            .isPresent();
    if (!works) {
      throw new InvalidInputException("engineer", "names no active engineer");
    }
    if (!visit.plannedFor().isAfter(now)) {
      throw new InvalidInputException("plannedFor", "must not be over");
    }
    Company company =
        Company.around(tx, plan.month(), visit.engineerId(), visit.clientId()).without(visit.id());
    Fit.of(company, plan, settings, now).requireRoom(visit);
  }

  private void pin(MonthPlan plan, String visitId, boolean pinned) {
    Set<String> ids = new LinkedHashSet<>(plan.pinned());
    if (pinned ? ids.add(visitId) : ids.remove(visitId)) {
      tx.monthPlans().update(plan.toBuilder().pinned(ids).build());
    }
  }
}
