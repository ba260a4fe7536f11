package org.daybook.web.pages.board;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.daybook.api.access.Actor;
import org.daybook.api.error.StaleVersionException;
import org.daybook.api.plan.Absence;
import org.daybook.api.plan.MonthPlan;
import org.daybook.api.plan.Norm;
import org.daybook.api.plan.Planning;
import org.daybook.api.plan.Shortfall;
import org.daybook.api.plan.VisitTerms;
import org.daybook.api.store.Store;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitState;

/** Moves and drops visits of a draft, and knows a norm. */
final class FakePlanning implements Planning {
  private final Store store;

  FakePlanning(Store store) {
    this.store = store;
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
  public Norm norm(String clientId) {
    return new Norm(clientId, 2, 14, "14 устройств: два выезда в месяц.");
  }

  @Override
  public MonthPlan propose(Actor actor, YearMonth month) {
    throw new UnsupportedOperationException();
  }

  @Override
  public MonthPlan replan(Actor actor, String planId, OptionalLong expectedVersion) {
    throw new UnsupportedOperationException();
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
  public MonthPlan publish(Actor actor, String planId, OptionalLong expectedVersion) {
    throw new UnsupportedOperationException();
  }

  @Override
  public MonthPlan discard(Actor actor, String planId, OptionalLong expectedVersion) {
    throw new UnsupportedOperationException();
  }

  @Override
  public VisitTerms setTerms(Actor actor, VisitTerms terms) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Absence addAbsence(
      Actor actor, String staffId, LocalDate from, LocalDate until, String reason) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Absence removeAbsence(Actor actor, String absenceId) {
    throw new UnsupportedOperationException();
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
}
