package org.daybook.core.visits;

import static java.util.stream.Collectors.toSet;

import java.util.Optional;
import java.util.Set;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.notice.Notices;
import org.daybook.api.store.CheckQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.visit.Check;
import org.daybook.api.visit.NewCheck;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;

/** Puts the answers of the listeners on a visit. */
final class PlannedChecks {

  private final Transaction tx;
  private final Notices notices;

  PlannedChecks(Transaction tx, Notices notices) {
    this.tx = tx;
    this.notices = notices;
  }

  /**
   * Adds what is not on the visit yet, and tells the operators of faults; the visit is not stored.
   */
  Visit put(Visit visit, CheckPlanner.Plan plan) {
    Set<CheckKey> there =
        tx.checks().all(CheckQuery.builder().visitId(visit.id()).build()).stream()
            .map(CheckKey::of)
            .collect(toSet());
    for (NewCheck check : plan.checks()) {
      if (!there.contains(CheckKey.of(check))) {
        tx.checks().insert(onVisit(visit, check));
      }
    }
    plan.answered().forEach(source -> notices.withdraw(NoticeKind.LISTENER_FAULT, key(source)));
    plan.faults()
        .forEach(
            fault ->
                notices.raise(
                    NoticeKind.LISTENER_FAULT,
                    key(fault.source()),
                    fault.sentence()
                        + " The checks of visit "
                        + visit.id()
                        + " are missing; it is asked again when the visit is to be closed.",
                    Optional.empty()));
    // In an emergency nobody waits for a regulation: a bundle that fails must not keep it open.
    boolean enough = plan.complete() || visit.kind() == VisitKind.EMERGENCY;
    return visit.toBuilder().checksPlanned(enough).build();
  }

  private Check onVisit(Visit visit, NewCheck check) {
    return Check.builder()
        .id(tx.newId())
        .visitId(visit.id())
        .assetId(check.assetId())
        .itemId(check.itemId())
        .title(check.title())
        .mandatory(check.mandatory())
        .build();
  }

  private static String key(String source) {
    return "listener:" + source;
  }
}
