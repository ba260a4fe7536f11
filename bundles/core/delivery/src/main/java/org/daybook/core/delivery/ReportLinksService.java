package org.daybook.core.delivery;

import java.time.Clock;
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
import org.daybook.api.notice.Notices;
import org.daybook.api.report.ReportState;
import org.daybook.api.report.VisitReport;
import org.daybook.api.store.DeliveryQuery;
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
  public void acknowledge(String token) {
    LinkedReport opened = open(token);
    store.inTransaction(
        Links.reader(opened.link().contactId(), opened.contact()),
        tx -> {
          newest(tx, opened.link(), opened.revisions())
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
          Links.revoke(tx, deliveryId, clock.instant());
          return null;
        });
  }

  private ReportLink valid(Transaction tx, String token) {
    return Links.valid(tx, token, ReportLink.Purpose.REPORT, clock.instant())
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
        newest(tx, link, sent)
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

  /** The delivery of the newest revision that this recipient was to get. */
  private static Optional<Delivery> newest(
      Transaction tx, ReportLink link, List<VisitReport> revisions) {
    return revisions.stream()
        .flatMap(
            report ->
                tx
                    .deliveries()
                    .all(
                        DeliveryQuery.builder()
                            .reportId(report.id())
                            .contactId(link.contactId())
                            .build())
                    .stream())
        .findFirst();
  }

  /** Where no acknowledgement is expected, as after a bounce, it is only written down. */
  private void acknowledge(Transaction tx, Delivery delivery) {
    if (delivery.state() == DeliveryState.ACKNOWLEDGED) {
      return;
    }
    Optional<DeliveryState> next = delivery.state().on(DeliveryEvent.ACKNOWLEDGE);
    if (next.isPresent()) {
      tx.deliveries()
          .update(
              delivery.toBuilder()
                  .state(next.get())
                  .stateAt(clock.instant())
                  .lastAnswer(ACKNOWLEDGED)
                  .build());
    } else {
      LastAnswer.add(tx, kind, delivery, ACKNOWLEDGED);
    }
  }

  private static NotFoundException nothing() {
    return new NotFoundException("report", "at this address");
  }
}
