package org.daybook.core.reports;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.report.ReportEvent;
import org.daybook.api.report.ReportState;
import org.daybook.api.report.VisitReport;
import org.daybook.api.store.ReportQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.visit.Visit;

/** Finds reports and what they belong to. */
final class Lookup {
  private Lookup() {}

  static VisitReport report(Transaction tx, String id) {
    return tx.reports().find(id).orElseThrow(() -> new NotFoundException("report", id));
  }

  /** All that are frozen, oldest first. */
  static List<VisitReport> revisions(Transaction tx, String visitId) {
    return tx.reports().all(ReportQuery.builder().visitId(visitId).build()).stream()
        .filter(report -> report.state() != ReportState.COLLECTING)
        .sorted(Comparator.comparingInt(VisitReport::revision))
        .toList();
  }

  static Optional<VisitReport> newest(Transaction tx, String visitId) {
    List<VisitReport> revisions = revisions(tx, visitId);
    return revisions.isEmpty()
        ? Optional.empty()
        : Optional.of(revisions.get(revisions.size() - 1));
  }

  /** The reports that say of themselves to stand at one place in a client's chain. */
  static List<VisitReport> inChain(Transaction tx, String clientId, int sequence) {
    // 0 is not a place: it is where all reports of before there was a chain are.
    return sequence < 1
        ? List.of()
        : tx.reports().all(ReportQuery.builder().clientId(clientId).sequence(sequence).build());
  }

  /** Locks a visit: whatever changes its reports does that first. */
  static void lockClosed(Transaction tx, String visitId) {
    refuseOpen(tx.visits().findForUpdate(visitId), visitId);
  }

  static void refuseOpen(Optional<Visit> found, String visitId) {
    Visit visit = found.orElseThrow(() -> new NotFoundException("visit", visitId));
    if (!visit.state().isClosed()) {
      throw new RefusedException("The visit is " + visit.state() + ", not closed.");
    }
  }

  static ReportState after(ReportState state, ReportEvent event) {
    return state
        .on(event)
        .orElseThrow(() -> new RefusedException("The report is " + state + " already."));
  }
}
