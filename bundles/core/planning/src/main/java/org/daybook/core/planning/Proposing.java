package org.daybook.core.planning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.plan.MonthPlan;
import org.daybook.api.plan.PlanState;
import org.daybook.api.store.TaskQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitEvent;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;

/** Writes what the planner found, in one transaction. */
final class Proposing {
  private final Transaction tx;
  private final Words words;
  private final Map<String, Visit> before = new HashMap<>();

  /**
   * @param company as the planner saw it: what was changed since is not overwritten
   */
  Proposing(Transaction tx, Words words, Company company) {
    this.tx = tx;
    this.words = words;
    company.visits().forEach(visit -> before.put(visit.id(), visit));
  }

  MonthPlan write(MonthPlan plan, Planner.Outcome outcome, List<String> notes) {
    for (Stop stop : outcome.stops()) {
      if (stop.visitId.isEmpty()) {
        add(plan, stop, outcome);
      } else if (stop.isMoved()) {
        move(before.get(stop.visitId.get()), stop, outcome);
      }
    }
    for (String id : outcome.surplus()) {
      cancel(scheduled(before.get(id)), "visit.surplus");
    }
    Set<String> pinned = new LinkedHashSet<>(plan.pinned());
    pinned.removeAll(outcome.surplus());
    for (String id : outcome.placeless()) {
      // What is in the calendar stays for somebody to decide on; a draft would only be in the way.
      if (before.get(id).state() == VisitState.DRAFT) {
        cancel(before.get(id), "visit.placeless");
        pinned.remove(id);
      }
    }
    outcome.stops().stream()
        .filter(Stop::isMoved)
        .map(stop -> stop.visitId)
        .flatMap(Optional::stream)
        .forEach(pinned::remove);
    List<String> all = new ArrayList<>(notes);
    return tx.monthPlans()
        .update(plan.toBuilder().unmet(outcome.unmet()).notes(all).pinned(pinned).build());
  }

  private void add(MonthPlan plan, Stop stop, Planner.Outcome outcome) {
    Visit draft =
        Visit.builder()
            .id(tx.newId())
            .kind(VisitKind.PLANNED)
            .state(VisitState.DRAFT)
            .clientId(stop.customer.id)
            .siteId(stop.place.siteId())
            .engineerId(outcome.engineers().get(stop.engineer).id())
            .plannedFor(moment(stop))
            .planId(plan.id())
            .build();
    tx.visits()
        .insert(
            plan.state() == PlanState.PUBLISHED ? Rights.move(draft, VisitEvent.SCHEDULE) : draft);
  }

  private void move(Visit visit, Stop stop, Planner.Outcome outcome) {
    Visit there =
        visit.toBuilder()
            .engineerId(outcome.engineers().get(stop.engineer).id())
            .plannedFor(moment(stop))
            .build();
    if (visit.state() == VisitState.DRAFT) {
      tx.visits().update(there);
      return;
    }
    Visit out =
        visit.state() == VisitState.SCHEDULED ? Rights.move(there, VisitEvent.RESCHEDULE) : there;
    tx.visits()
        .update(
            Rights.move(out, VisitEvent.SCHEDULE).toBuilder()
                .reason(words.get("visit.replanned"))
                .build());
    if (!there.engineerId().equals(visit.engineerId())) {
      handOver(visit, there.engineerId());
    }
  }

  /** What waits at a visit for the engineer before waits for the other. */
  private void handOver(Visit before, String engineerId) {
    tx.tasks().all(TaskQuery.builder().visitId(before.id()).build()).stream()
        .filter(task -> !task.state().isFinal())
        .filter(task -> task.engineerId().filter(before.engineerId()::equals).isPresent())
        .forEach(task -> tx.tasks().update(task.toBuilder().engineerId(engineerId).build()));
  }

  private void cancel(Visit visit, String why) {
    tx.visits()
        .update(Rights.move(visit, VisitEvent.CANCEL).toBuilder().reason(words.get(why)).build());
  }

  /** One that lost its place and got none yet has to have one before it can be cancelled. */
  private static Visit scheduled(Visit visit) {
    return visit.state() == VisitState.RESCHEDULED
        ? Rights.move(visit, VisitEvent.SCHEDULE)
        : visit;
  }

  private static Instant moment(Stop stop) {
    return Instant.ofEpochSecond(stop.start * 60);
  }
}
