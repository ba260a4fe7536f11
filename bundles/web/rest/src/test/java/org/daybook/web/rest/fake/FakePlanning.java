package org.daybook.web.rest.fake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.daybook.api.access.Actor;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.plan.Absence;
import org.daybook.api.plan.MonthPlan;
import org.daybook.api.plan.Norm;
import org.daybook.api.plan.PlanState;
import org.daybook.api.plan.Planning;
import org.daybook.api.plan.Shortfall;
import org.daybook.api.plan.Unmet;
import org.daybook.api.plan.VisitTerms;
import org.daybook.api.store.Store;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.Examples;

/** Does just enough with plans to see what the API asked for. */
public final class FakePlanning implements Planning {
  private final Store store;

  FakePlanning(Store store) {
    this.store = store;
  }

  @Override
  public MonthPlan propose(Actor actor, YearMonth month) {
    if (month.isBefore(YearMonth.of(2026, 3))) {
      throw new InvalidInputException("month", "must be 2026-03 or later");
    }
    return store.inTransaction(
        actor,
        tx -> {
          MonthPlan plan =
              tx.monthPlans()
                  .insert(
                      Examples.monthPlan().toBuilder()
                          .id(tx.newId())
                          .month(month)
                          .addUnmet(new Unmet(Examples.CLIENT_ID, Unmet.Wish.HOURS, "Занято"))
                          .build());
          tx.visits()
              .insert(
                  Examples.visit().toBuilder()
                      .id(tx.newId())
                      .state(VisitState.DRAFT)
                      .planId(plan.id())
                      .build());
          return plan;
        });
  }

  @Override
  public MonthPlan replan(Actor actor, String planId, OptionalLong expectedVersion) {
    return become(actor, planId, PlanState.DRAFT);
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
          Visit visit = tx.visits().find(visitId).orElseThrow();
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
    return store.inTransaction(
        actor,
        tx ->
            tx.visits()
                .insert(
                    Examples.visit().toBuilder()
                        .id(tx.newId())
                        .clientId(clientId)
                        .siteId(siteId.orElse(Examples.SITE_ID))
                        .engineerId(engineerId.orElse(Examples.ENGINEER_ID))
                        .state(VisitState.DRAFT)
                        .planId(planId)
                        .plannedFor(plannedFor)
                        .build()));
  }

  @Override
  public Visit drop(Actor actor, String visitId, OptionalLong expectedVersion) {
    return store.inTransaction(
        actor,
        tx ->
            tx.visits()
                .update(
                    tx.visits().find(visitId).orElseThrow().toBuilder()
                        .state(VisitState.CANCELLED)
                        .build()));
  }

  @Override
  public MonthPlan publish(Actor actor, String planId, OptionalLong expectedVersion) {
    return become(actor, planId, PlanState.PUBLISHED);
  }

  @Override
  public MonthPlan discard(Actor actor, String planId, OptionalLong expectedVersion) {
    return become(actor, planId, PlanState.SUPERSEDED);
  }

  private MonthPlan become(Actor actor, String planId, PlanState state) {
    return store.inTransaction(
        actor,
        tx -> {
          MonthPlan plan = tx.monthPlans().find(planId).orElseThrow();
          if (plan.state() != PlanState.DRAFT) {
            throw new RefusedException("The plan is " + plan.state() + ".");
          }
          return tx.monthPlans().update(plan.toBuilder().state(state).build());
        });
  }

  @Override
  public VisitTerms setTerms(Actor actor, VisitTerms terms) {
    return store.inTransaction(
        actor,
        tx ->
            tx.visitTerms().find(terms.id()).isEmpty()
                ? tx.visitTerms().insert(terms)
                : tx.visitTerms().update(terms));
  }

  @Override
  public Absence addAbsence(
      Actor actor, String staffId, LocalDate from, LocalDate until, String reason) {
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
                    tx
                        .absences()
                        .find(absenceId)
                        .orElseThrow(() -> new NotFoundException("absence", absenceId))
                        .toBuilder()
                        .removed(true)
                        .build()));
  }

  @Override
  public Norm norm(String clientId) {
    return new Norm(clientId, 3, 25, "25 устройств");
  }

  @Override
  public String table(String planId) {
    return "\uFEFFвид,дата\r\n";
  }

  @Override
  public String picture(String planId) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
  }

  @Override
  public List<Shortfall> shortfalls(YearMonth from) {
    return List.of();
  }
}
