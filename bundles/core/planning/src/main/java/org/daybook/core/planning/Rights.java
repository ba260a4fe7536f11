package org.daybook.core.planning;

import java.util.OptionalLong;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.StaleVersionException;
import org.daybook.api.plan.MonthPlan;
import org.daybook.api.plan.PlanEvent;
import org.daybook.api.plan.PlanState;
import org.daybook.api.store.Transaction;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitEvent;
import org.daybook.api.visit.VisitState;

/** What is asked before anything is done with a plan. */
final class Rights {
  private Rights() {}

  static void requireManager(Actor actor, String what) {
    if (!actor.isAny(Role.MANAGER, Role.ADMIN)) {
      throw new ForbiddenException("Only a manager may " + what + ".");
    }
  }

  static MonthPlan find(Transaction tx, String planId) {
    return tx.monthPlans().find(planId).orElseThrow(() -> new NotFoundException("plan", planId));
  }

  static MonthPlan lock(Transaction tx, String planId) {
    return tx.monthPlans()
        .findForUpdate(planId)
        .orElseThrow(() -> new NotFoundException("plan", planId));
  }

  static void requireVersion(String kind, String id, long version, OptionalLong expected) {
    if (expected.isPresent() && expected.getAsLong() != version) {
      throw new StaleVersionException(kind, id);
    }
  }

  static void requireDraft(MonthPlan plan) {
    if (plan.state() != PlanState.DRAFT) {
      throw new RefusedException(
          "The plan is " + plan.state() + "; only the visits of a draft are changed here.");
    }
  }

  /** A visit of a draft, locked, and the draft it belongs to. */
  static Visit lockDraftVisit(Transaction tx, String visitId, OptionalLong expectedVersion) {
    Visit visit =
        tx.visits()
            .findForUpdate(visitId)
            .orElseThrow(() -> new NotFoundException("visit", visitId));
    requireVersion("visit", visitId, visit.version(), expectedVersion);
    if (visit.state() != VisitState.DRAFT || visit.planId().isEmpty()) {
      throw new RefusedException(
          "The visit is " + visit.state() + "; only the visits of a draft are changed here.");
    }
    return visit;
  }

  /** The plan after an event; what {@link PlanState#on} refuses, is. */
  static MonthPlan move(MonthPlan plan, PlanEvent event) {
    return plan.state()
        .on(event)
        .map(next -> plan.toBuilder().state(next).build())
        .orElseThrow(
            () ->
                new RefusedException(
                    "A plan that is " + plan.state() + " does not allow " + event + "."));
  }

  /** The visit after an event. */
  static Visit move(Visit visit, VisitEvent event) {
    boolean dropped = visit.state() == VisitState.DRAFT && event == VisitEvent.CANCEL;
    return visit
        .state()
        .on(event)
        .map(next -> visit.toBuilder().state(next).neverScheduled(dropped).build())
        .orElseThrow(
            () ->
                new RefusedException(
                    "A visit that is " + visit.state() + " does not allow " + event + "."));
  }
}
