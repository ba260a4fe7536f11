package org.daybook.web.pages.board;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.daybook.api.access.Actor;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.StaleVersionException;
import org.daybook.api.plan.Absence;
import org.daybook.api.plan.MonthPlan;
import org.daybook.api.plan.Norm;
import org.daybook.api.plan.PlanState;
import org.daybook.api.plan.Planning;
import org.daybook.api.plan.Shortfall;
import org.daybook.api.plan.Unmet;
import org.daybook.api.plan.VisitTerms;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.Examples;

/**
 * Keeps terms and absences, moves and drops visits of a draft; another number of visits needs a
 * reason.
 */
final class FakePlanning implements Planning {
  private final Store store;

  FakePlanning(Store store) {
    this.store = store;
  }

  @Override
  public VisitTerms setTerms(Actor actor, VisitTerms terms) {
    if (terms.visitsPerMonth().isPresent() && terms.reason().isEmpty()) {
      throw new InvalidInputException("reason", "is required with visitsPerMonth");
    }
    return store.inTransaction(
        actor,
        tx -> {
          long version = tx.visitTerms().find(terms.id()).map(VisitTerms::version).orElse(0L);
          if (version != terms.version()) {
            throw new StaleVersionException("visit terms", terms.id());
          }
          return version == 0 ? tx.visitTerms().insert(terms) : tx.visitTerms().update(terms);
        });
  }

  @Override
  public Absence addAbsence(
      Actor actor, String staffId, LocalDate from, LocalDate until, String reason) {
    if (until.isBefore(from)) {
      throw new InvalidInputException("until", "must not be before from");
    }
    boolean works =
        store.read(tx -> tx.staff().find(staffId).filter(StaffMember::active).isPresent());
    if (!works) {
      throw new InvalidInputException("staff", "names nobody who works here");
    }
    return store.inTransaction(
        actor,
        tx ->
            tx.absences()
                .insert(
                    Absence.builder()
                        .id(tx.newId())
                        .staffId(staffId)
                        .firstDay(from)
                        .lastDay(until)
                        .reason(reason)
                        .build()));
  }

  @Override
  public Absence removeAbsence(Actor actor, String absenceId) {
    return store.inTransaction(
        actor,
        tx ->
            tx.absences()
                .update(
                    tx.absences().find(absenceId).orElseThrow().toBuilder().removed(true).build()));
  }

  @Override
  public Norm norm(String clientId) {
    return new Norm(clientId, 3, 25, "25 устройств, по одному выезду на 10.");
  }

  @Override
  public MonthPlan propose(Actor actor, YearMonth month) {
    if (month.isBefore(YearMonth.of(2026, 3))) {
      throw new InvalidInputException("month", "is over");
    }
    return store.inTransaction(
        actor,
        tx ->
            tx.monthPlans()
                .insert(
                    Examples.monthPlan().toBuilder()
                        .id(tx.newId())
                        .month(month)
                        .addUnmet(new Unmet(Examples.CLIENT_ID, Unmet.Wish.HOURS, "Занято."))
                        .build()));
  }

  @Override
  public MonthPlan replan(Actor actor, String planId, OptionalLong expectedVersion) {
    return store.inTransaction(
        actor, tx -> tx.monthPlans().update(seen(tx, planId, expectedVersion)));
  }

  @Override
  public Visit move(
      Actor actor,
      String visitId,
      OptionalLong expectedVersion,
      Optional<String> engineerId,
      Optional<Instant> plannedFor) {
    return store.inTransaction(
        actor,
        tx -> {
          Visit visit = seen(tx.visits().find(visitId).orElseThrow(), expectedVersion);
          return tx.visits()
              .update(
                  visit.toBuilder()
                      .engineerId(engineerId.orElse(visit.engineerId()))
                      .plannedFor(plannedFor.orElse(visit.plannedFor()))
                      .build());
        });
  }

  @Override
  public Visit add(
      Actor actor,
      String planId,
      String clientId,
      Optional<String> siteId,
      Optional<String> engineerId,
      Instant plannedFor) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Visit drop(Actor actor, String visitId, OptionalLong expectedVersion) {
    return store.inTransaction(
        actor,
        tx ->
            tx.visits()
                .update(
                    seen(tx.visits().find(visitId).orElseThrow(), expectedVersion).toBuilder()
                        .state(VisitState.CANCELLED)
                        .build()));
  }

  private static Visit seen(Visit visit, OptionalLong expectedVersion) {
    if (expectedVersion.orElse(visit.version()) != visit.version()) {
      throw new StaleVersionException("visit", visit.id());
    }
    return visit;
  }

  @Override
  public MonthPlan publish(Actor actor, String planId, OptionalLong expectedVersion) {
    return store.inTransaction(actor, tx -> set(tx, planId, expectedVersion, PlanState.PUBLISHED));
  }

  @Override
  public MonthPlan discard(Actor actor, String planId, OptionalLong expectedVersion) {
    return store.inTransaction(actor, tx -> set(tx, planId, expectedVersion, PlanState.SUPERSEDED));
  }

  @Override
  public String table(String planId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String picture(String planId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Shortfall> shortfalls(YearMonth from) {
    throw new UnsupportedOperationException();
  }

  private static MonthPlan set(
      Transaction tx, String planId, OptionalLong expectedVersion, PlanState state) {
    return tx.monthPlans()
        .update(seen(tx, planId, expectedVersion).toBuilder().state(state).build());
  }

  private static MonthPlan seen(Transaction tx, String planId, OptionalLong expectedVersion) {
    MonthPlan plan = tx.monthPlans().find(planId).orElseThrow();
    if (expectedVersion.orElse(plan.version()) != plan.version()) {
      throw new StaleVersionException("plan", planId);
    }
    return plan;
  }
}
