package org.daybook.core.planning;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daybook.api.directory.Client;
import org.daybook.api.error.RefusedException;
import org.daybook.api.plan.MonthPlan;
import org.daybook.api.plan.PlanEvent;
import org.daybook.api.store.Transaction;
import org.daybook.api.store.VisitQuery;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitEvent;
import org.daybook.api.visit.VisitState;

/** The end of a draft: into the calendar, or away; in one transaction. */
final class Publishing {
  private static final int NAMED_MISFITS = 3;

  private final Transaction tx;
  private final Settings settings;
  private final Words words;
  private final Instant now;

  Publishing(Transaction tx, Settings settings, Words words, Instant now) {
    this.tx = tx;
    this.settings = settings;
    this.words = words;
    this.now = now;
  }

  MonthPlan publish(MonthPlan plan) {
    MonthPlan published = Rights.move(plan, PlanEvent.PUBLISH).toBuilder().publishedAt(now).build();
    List<Visit> drafts = drafts(plan);
    requireFit(plan, drafts);
    for (Visit visit : drafts) {
      tx.visits().update(Rights.move(visit, VisitEvent.SCHEDULE));
    }
    return tx.monthPlans().update(published);
  }

  MonthPlan discard(MonthPlan plan) {
    MonthPlan discarded = Rights.move(plan, PlanEvent.DISCARD);
    for (Visit visit : drafts(plan)) {
      tx.visits()
          .update(
              Rights.move(visit, VisitEvent.CANCEL).toBuilder()
                  .reason(words.get("visit.discarded"))
                  .build());
    }
    return tx.monthPlans().update(discarded);
  }

  /** Since the draft was made somebody may have fallen ill, or days of it may have gone by. */
  private void requireFit(MonthPlan plan, List<Visit> drafts) {
    Company company = Company.whole(tx, plan.month());
    List<Visit> over = drafts.stream().filter(visit -> !visit.plannedFor().isAfter(now)).toList();
    List<Visit> misfits = over.isEmpty() ? misfits(company, plan, drafts) : over;
    if (misfits.isEmpty()) {
      return;
    }
    String named =
        misfits.stream()
            .limit(NAMED_MISFITS)
            .map(visit -> company.clientName(visit.clientId()) + " " + company.day(visit))
            .collect(Collectors.joining(", "));
    throw new RefusedException(
        "Plan the month again first: visits of the draft %s: %d, such as %s."
            .formatted(over.isEmpty() ? "do not fit any more" : "are over", misfits.size(), named));
  }

  private List<Visit> misfits(Company company, MonthPlan plan, List<Visit> drafts) {
    Set<String> ended =
        company.clients().stream()
            .filter(client -> !client.active())
            .map(Client::id)
            .collect(Collectors.toSet());
    Stream<Visit> forNobody = drafts.stream().filter(visit -> ended.contains(visit.clientId()));
    Stream<Visit> withoutRoom = Fit.of(company, plan, settings, now).misfits().stream();
    return Stream.concat(forNobody, withoutRoom).distinct().toList();
  }

  private List<Visit> drafts(MonthPlan plan) {
    return tx.visits()
        .all(VisitQuery.builder().planId(plan.id()).addStates(VisitState.DRAFT).build());
  }
}
