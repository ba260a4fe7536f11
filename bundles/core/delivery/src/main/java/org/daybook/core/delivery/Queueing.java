package org.daybook.core.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.access.Actor;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.delivery.DeliveryEvent;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.directory.Contact;
import org.daybook.api.job.Job;
import org.daybook.api.job.JobQueue;
import org.daybook.api.notice.Notices;
import org.daybook.api.report.VisitReport;
import org.daybook.api.store.DeliveryQuery;
import org.daybook.api.store.ReportQuery;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;

/** Makes a delivery for each who is to get a report, and calls off what it takes the place of. */
final class Queueing {
  private static final Actor PLATFORM = Actor.system("delivery");

  /** Once a recipient may have got them, a correction answers them. */
  private static final Set<DeliveryState> WENT_OUT =
      Set.of(DeliveryState.SENT, DeliveryState.ACKNOWLEDGED, DeliveryState.BOUNCED);

  private final Store store;
  private final JobQueue jobs;
  private final Outgoing<Delivery> kind;
  private final Recipients recipients;
  private final Clock clock;
  private final Settings settings;

  Queueing(
      Store store,
      JobQueue jobs,
      Notices notices,
      Outgoing<Delivery> kind,
      Clock clock,
      Settings settings) {
    this.store = store;
    this.jobs = jobs;
    this.kind = kind;
    this.recipients = new Recipients(notices);
    this.clock = clock;
    this.settings = settings;
  }

  /** Queues a report for each who is to get it and has no delivery yet. */
  List<Delivery> queue(VisitReport report, String channel) {
    return store.inTransaction(
        PLATFORM,
        tx -> {
          earlier(tx, report).stream()
              .flatMap(each -> of(tx, each).stream())
              .forEach(delivery -> callOff(tx, delivery, report.revision()));
          List<Delivery> there = of(tx, report);
          recipients.of(report, tx).stream()
              .filter(
                  contact ->
                      there.stream().noneMatch(each -> each.contactId().equals(contact.id())))
              .forEach(contact -> insert(tx, report, contact, channel));
          return of(tx, report);
        });
  }

  static List<Delivery> of(Transaction tx, VisitReport report) {
    return tx.deliveries().all(DeliveryQuery.builder().reportId(report.id()).build());
  }

  /** The message ids of what the same contact got of earlier revisions, oldest first. */
  static List<String> references(Transaction tx, VisitReport report, String contactId) {
    return earlier(tx, report).stream()
        .flatMap(
            each ->
                tx
                    .deliveries()
                    .all(
                        DeliveryQuery.builder()
                            .reportId(each.id())
                            .contactId(contactId)
                            .states(WENT_OUT)
                            .build())
                    .stream())
        .map(Delivery::messageId)
        .toList();
  }

  private static List<VisitReport> earlier(Transaction tx, VisitReport report) {
    if (report.revision() <= 1) {
      return List.of();
    }
    return tx.reports().all(ReportQuery.builder().visitId(report.visitId()).build()).stream()
        .filter(each -> each.revision() < report.revision())
        .sorted(Comparator.comparingInt(VisitReport::revision))
        .toList();
  }

  private void callOff(Transaction tx, Delivery delivery, int revision) {
    // Locked: an attempt may write down at this moment what came of it.
    Optional<Delivery> pending =
        kind.lock(tx, delivery.id()).filter(each -> Ledger.PENDING.contains(each.state()));
    if (pending.isPresent()) {
      Progress calledOff =
          kind.progress(pending.get())
              .queued(now())
              .step(DeliveryEvent.FAIL, now())
              .noNext()
              .said("Not sent: revision " + revision + " took its place.");
      kind.update(tx, kind.with(pending.get(), calledOff));
    }
  }

  private void insert(Transaction tx, VisitReport report, Contact contact, String channel) {
    String id = tx.newId();
    tx.deliveries()
        .insert(
            Delivery.builder()
                .id(id)
                .reportId(report.id())
                .clientId(report.clientId())
                .contactId(contact.id())
                .recipient(contact.email().orElseThrow())
                .channel(channel)
                .messageId(id + "@" + settings.messageIdDomain())
                .queuedAt(now())
                .stateAt(now())
                .build());
    jobs.enqueue(new Job(OutgoingDeliveries.JOB, id));
  }

  private Instant now() {
    return clock.instant();
  }
}
