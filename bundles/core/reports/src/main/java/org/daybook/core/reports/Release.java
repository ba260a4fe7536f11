package org.daybook.core.reports;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.daybook.api.access.Actor;
import org.daybook.api.delivery.Deliveries;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.report.ReportEvent;
import org.daybook.api.report.ReportState;
import org.daybook.api.report.VisitReport;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;
import org.daybook.api.visit.Visits;

/** Lets reports go out, and takes those out of force whose place a later revision took. */
final class Release {
  private final Store store;
  private final Visits visits;
  private final Clock clock;
  private final Reviews reviews;
  private final Supplier<Optional<Deliveries>> deliveries;

  Release(
      Store store,
      Visits visits,
      Clock clock,
      Reviews reviews,
      Supplier<Optional<Deliveries>> deliveries) {
    this.store = store;
    this.visits = visits;
    this.clock = clock;
    this.reviews = reviews;
    this.deliveries = deliveries;
  }

  /** Releases what is frozen, as the platform does by itself; harmless to repeat. */
  VisitReport letOut(Actor actor, String reportId) {
    return settled(
        actor,
        reportId,
        (tx, report, delivery) ->
            // What a later revision corrects must not follow it to the client.
            report.state() == ReportState.FROZEN && newest(tx, report) == report.revision()
                ? released(tx, report, delivery)
                : report);
  }

  /** Releases what is frozen or held, and queues once more what is released. */
  VisitReport send(Actor actor, String reportId) {
    return settled(
        actor,
        reportId,
        (tx, report, delivery) -> {
          refuseOutdated(tx, report);
          if (report.state() != ReportState.RELEASED) {
            return released(tx, report, delivery);
          }
          delivery.queue(report);
          return report;
        });
  }

  /** Something to do with a report that nobody else changes meanwhile. */
  private interface Step {
    VisitReport take(Transaction tx, VisitReport report, Deliveries delivery);
  }

  private VisitReport settled(Actor actor, String reportId, Step step) {
    Deliveries delivery =
        deliveries
            .get()
            .orElseThrow(
                () ->
                    new UnavailableException(
                        "Delivery is not running. The report is kept and goes out once it is."));
    return store.inTransaction(
        actor,
        tx -> {
          Lookup.lockClosed(tx, Lookup.report(tx, reportId).visitId());
          return step.take(tx, tx.reports().findForUpdate(reportId).orElseThrow(), delivery);
        });
  }

  private VisitReport released(Transaction tx, VisitReport report, Deliveries delivery) {
    VisitReport released =
        tx.reports()
            .update(
                report.toBuilder()
                    .state(Lookup.after(report.state(), ReportEvent.RELEASE))
                    .releasedAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                    .build());
    revisions(tx, released).stream()
        .filter(other -> other.revision() < released.revision())
        .filter(other -> other.state() == ReportState.RELEASED)
        .forEach(
            earlier ->
                tx.reports()
                    .update(
                        earlier.toBuilder()
                            .state(Lookup.after(earlier.state(), ReportEvent.SUPERSEDE))
                            .build()));
    reviews.end(released);
    delivery.queue(released);
    visits.reported(released.visitId());
    return released;
  }

  private static void refuseOutdated(Transaction tx, VisitReport report) {
    int newest = newest(tx, report);
    if (newest > report.revision()) {
      throw new RefusedException(
          "Revision %d of the report %s took the place of this one: send that."
              .formatted(newest, report.number()));
    }
  }

  private static int newest(Transaction tx, VisitReport report) {
    return revisions(tx, report).stream().mapToInt(VisitReport::revision).max().orElse(0);
  }

  private static List<VisitReport> revisions(Transaction tx, VisitReport report) {
    return Lookup.revisions(tx, report.visitId());
  }
}
