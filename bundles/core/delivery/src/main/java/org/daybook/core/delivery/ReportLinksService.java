package org.daybook.core.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.delivery.DeliveryEvent;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.delivery.LinkedReport;
import org.daybook.api.delivery.ReportLink;
import org.daybook.api.delivery.ReportLinks;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.Contact;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.notice.Notices;
import org.daybook.api.report.ReportState;
import org.daybook.api.report.VisitReport;
import org.daybook.api.store.DeliveryQuery;
import org.daybook.api.store.ReportLinkQuery;
import org.daybook.api.store.ReportQuery;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Opens reports to whoever has the address. A token is looked up by its hash alone, so that the
 * time that takes tells nothing, and whatever opens nothing is answered alike.
 */
@Component(service = ReportLinks.class)
public final class ReportLinksService implements ReportLinks {
  private static final String ACKNOWLEDGED = "Acknowledged on the page of the report.";

  private final Store store;
  private final Clock clock;
  private final OutgoingDeliveries kind;

  @Activate
  public ReportLinksService(
      @Reference Store store, @Reference Notices notices, @Reference Clock clock) {
    this.store = store;
    this.clock = clock;
    this.kind = new OutgoingDeliveries(notices);
  }

  @Override
  public LinkedReport open(String token) {
    LinkedReport opened = store.read(tx -> linked(tx, valid(tx, token)));
    if (opened.link().openedAt().isPresent()) {
      return opened;
    }
    return store.inTransaction(
        Links.reader(opened.link().contactId(), opened.contact()),
        tx -> linked(tx, Links.opened(tx, valid(tx, token), clock.instant())));
  }

  @Override
  public void acknowledge(String token, int revision) {
    LinkedReport opened = open(token);
    store.inTransaction(
        Links.reader(opened.link().contactId(), opened.contact()),
        tx -> {
          VisitReport newest = sent(tx, opened.link().visitId()).get(0);
          if (newest.revision() != revision) {
            throw new RefusedException(
                "Revision " + newest.revision() + " was sent meanwhile; it is not acknowledged.");
          }
          delivery(tx, opened.link(), newest)
              .flatMap(delivery -> tx.deliveries().findForUpdate(delivery.id()))
              .ifPresent(delivery -> acknowledge(tx, delivery));
          return null;
        });
  }

  @Override
  public void revoke(Actor actor, String deliveryId) {
    Links.requireManager(actor);
    store.inTransaction(
        actor,
        tx -> {
          if (tx.deliveries().find(deliveryId).isEmpty()) {
            throw new NotFoundException("delivery", deliveryId);
          }
          List<ReportLink> links =
              tx.reportLinks().all(ReportLinkQuery.builder().deliveryId(deliveryId).build());
          if (links.isEmpty()) {
            throw new RefusedException(
                "No letter of this delivery was written yet: it has no link.");
          }
          Links.revoke(tx, deliveryId, clock.instant());
          return null;
        });
  }

  private ReportLink valid(Transaction tx, String token) {
    return Links.valid(tx, token, ReportLink.Purpose.REPORT, clock.instant())
        // Whoever left the client reads nothing more, though the letter is in their mailbox still.
        .filter(link -> Recipients.isRecipient(tx, link.contactId()))
        .orElseThrow(() -> nothing());
  }

  private static LinkedReport linked(Transaction tx, ReportLink link) {
    List<VisitReport> sent = sent(tx, link.visitId());
    if (sent.isEmpty()) {
      throw nothing();
    }
    Client client = tx.clients().find(link.clientId()).orElseThrow(() -> nothing());
    String contact = tx.contacts().find(link.contactId()).map(Contact::name).orElse("");
    boolean acknowledged =
        delivery(tx, link, sent.get(0))
            .filter(delivery -> delivery.state() == DeliveryState.ACKNOWLEDGED)
            .isPresent();
    return new LinkedReport(link, contact, client.language(), client.zone(), sent, acknowledged);
  }

  /** Newest first; one that was held and corrected before it went out was never sent. */
  private static List<VisitReport> sent(Transaction tx, String visitId) {
    return tx
        .reports()
        .all(
            ReportQuery.builder()
                .visitId(visitId)
                .addStates(ReportState.RELEASED, ReportState.SUPERSEDED)
                .build())
        .stream()
        .filter(report -> report.releasedAt().isPresent())
        .sorted(Comparator.comparingInt(VisitReport::revision).reversed())
        .toList();
  }

  /** What this recipient was to get of a revision. */
  private static Optional<Delivery> delivery(Transaction tx, ReportLink link, VisitReport report) {
    return tx.deliveries()
        .first(DeliveryQuery.builder().reportId(report.id()).contactId(link.contactId()).build());
  }

  /** Where none is expected, as while its server has not said yes, the moment is kept. */
  private void acknowledge(Transaction tx, Delivery delivery) {
    if (delivery.acknowledgedAt().isPresent()) {
      return;
    }
    Instant now = clock.instant();
    Delivery read = delivery.toBuilder().acknowledgedAt(now).build();
    if (read.state().on(DeliveryEvent.ACKNOWLEDGE).isPresent()) {
      Progress progress =
          kind.progress(read).step(DeliveryEvent.ACKNOWLEDGE, now).said(ACKNOWLEDGED);
      tx.deliveries().update(kind.with(read, progress));
    } else {
      LastAnswer.add(tx, kind, read, ACKNOWLEDGED);
    }
  }

  private static NotFoundException nothing() {
    return new NotFoundException("report", "at this address");
  }
}
