package org.daybook.core.reports;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.daybook.api.directory.Client;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.report.Branding;
import org.daybook.api.report.ReportDocument;
import org.daybook.api.report.ReportDocument.Revised;
import org.daybook.api.report.ReportDocument.Section;
import org.daybook.api.report.ReportEvent;
import org.daybook.api.report.ReportState;
import org.daybook.api.report.VisitReport;
import org.daybook.api.store.FrozenVisit;
import org.daybook.api.store.Transaction;
import org.daybook.api.visit.ClosedVisit;

/**
 * Freezes reports: each gets its place in the chain of its client's reports, and its snapshot holds
 * the hash of the one before, so that its own hash covers that one as well.
 */
final class Freezer {
  private static final String CHAIN = "report-chain-";

  private final Clock clock;
  private final ReportJson json;
  private final Reviews reviews;

  Freezer(Clock clock, ReportJson json, Reviews reviews) {
    this.clock = clock;
    this.json = json;
    this.reviews = reviews;
  }

  /** The series that counts the reports of a client. */
  static String series(String clientId) {
    return CHAIN + clientId;
  }

  /**
   * What a report is made of.
   *
   * @param record which revision of the visit's record the view is of
   */
  record Content(
      ClosedVisit visit, FrozenVisit record, List<Section> sections, Branding branding) {}

  /** Freezes a report, or returns the one that somebody else froze meanwhile. */
  VisitReport freeze(Transaction tx, Content content) {
    // The lock on the visit makes a second thread wait here and find the first one's report.
    Lookup.lockClosed(tx, content.record().visitId());
    Optional<VisitReport> before = Lookup.newest(tx, content.record().visitId());
    if (before.filter(each -> each.revision() >= content.record().revision()).isPresent()) {
      return before.get();
    }
    String clientId = content.visit().client().id();
    Client client =
        tx.clients().find(clientId).orElseThrow(() -> new NotFoundException("client", clientId));
    VisitReport frozen = tx.reports().insert(frozen(tx, content, before));
    before.ifPresent(earlier -> callOff(tx, earlier));
    return client.reviewFirst() ? hold(tx, frozen, client) : frozen;
  }

  private VisitReport frozen(Transaction tx, Content content, Optional<VisitReport> before) {
    // Without what a database would cut off, so that what is stored is what was hashed.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    ClosedVisit visit = content.visit();
    String number = before.map(VisitReport::number).orElseGet(() -> number(tx, visit, now));
    String clientId = visit.client().id();
    // From here on the client's other reports wait, until this one is committed.
    int sequence = Math.toIntExact(tx.nextNumber(series(clientId)));
    Optional<String> previousSha256 =
        Lookup.inChain(tx, clientId, sequence - 1).stream().findFirst().map(VisitReport::sha256);
    Optional<Revised> revised =
        content.record().reason().map(reason -> new Revised(reason, content.record().at()));
    int revision = content.record().revision();
    ReportDocument document =
        Composer.compose(
            visit,
            content.sections(),
            content.branding(),
            new Composer.Label(number, revision, now, revised, previousSha256));
    String snapshot = json.snapshot(document);
    return VisitReport.builder()
        .id(tx.newId())
        .number(number)
        .revision(revision)
        .visitId(visit.visitId())
        .clientId(clientId)
        .state(Lookup.after(ReportState.COLLECTING, ReportEvent.FREEZE))
        .snapshot(snapshot)
        .sha256(ReportJson.sha256(snapshot))
        .createdAt(now)
        .reason(content.record().reason())
        .sequence(sequence)
        .previousSha256(previousSha256)
        .build();
  }

  private static String number(Transaction tx, ClosedVisit visit, Instant now) {
    int year = now.atZone(visit.client().zone()).getYear();
    return "%d-%04d".formatted(year, tx.nextNumber("report-" + year));
  }

  private VisitReport hold(Transaction tx, VisitReport frozen, Client client) {
    VisitReport held =
        tx.reports()
            .update(
                frozen.toBuilder().state(Lookup.after(frozen.state(), ReportEvent.HOLD)).build());
    reviews.begin(held, client);
    return held;
  }

  /** One that waits for its review must not go out any more; one that went out stays until then. */
  private void callOff(Transaction tx, VisitReport earlier) {
    if (earlier.state() == ReportState.HELD) {
      tx.reports()
          .update(
              earlier.toBuilder()
                  .state(Lookup.after(earlier.state(), ReportEvent.SUPERSEDE))
                  .build());
      reviews.end(earlier);
    }
  }
}
