package org.daybook.core.delivery;

import java.util.List;
import java.util.Optional;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.delivery.Letter.Mailbox;
import org.daybook.api.directory.Contact;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.report.VisitReport;
import org.daybook.api.store.Store;

/** Tries to deliver once. Outside of any transaction, because servers are slow. */
final class Attempt {
  private final Store store;
  private final Links links;
  private final Letters letters;
  private final Outlet outlet;

  Attempt(Store store, Links links, Letters letters, Outlet outlet) {
    this.store = store;
    this.links = links;
    this.letters = letters;
    this.outlet = outlet;
  }

  Outcome deliver(Delivery delivery) {
    return outlet.attempt(use -> write(delivery, use));
  }

  /**
   * The message of a delivery to look at, or why it cannot be written now.
   *
   * @param withLink whether it has the recipient's own link
   */
  Letters.Result shown(VisitReport report, Delivery delivery, boolean withLink) {
    String page = withLink ? links.addressFor(delivery) : links.addressOfNobody();
    return letters.write(report, addressee(report, delivery, page), false);
  }

  private Outcome write(Delivery delivery, Channels.Choice.Use use) {
    // Whoever left the client meanwhile must not get what was queued before, or tried for days.
    if (!store.read(tx -> Recipients.isRecipient(tx, delivery.contactId()))) {
      return new Outcome.Unwritable(use.id(), Recipients.NO_MORE);
    }
    VisitReport report =
        store
            .read(tx -> tx.reports().find(delivery.reportId()))
            .orElseThrow(() -> new NotFoundException("report", delivery.reportId()));
    Optional<String> keyTrouble = links.prepare(delivery, report);
    if (keyTrouble.isPresent()) {
      return new Outcome.Waiting(use.id(), keyTrouble.get());
    }
    // Right after a start the PDF renderer may only be late: the first time it is waited for.
    boolean firstTime = delivery.state() == DeliveryState.QUEUED && delivery.attempts() == 0;
    Letters.Result letter =
        letters.write(report, addressee(report, delivery, links.addressFor(delivery)), firstTime);
    if (letter instanceof Letters.Result.Waits waits) {
      return new Outcome.Waiting(use.id(), waits.sentence());
    }
    byte[] message = ((Letters.Result.Written) letter).message();
    return outlet.sender().send(delivery.id(), delivery.recipient(), use, message);
  }

  private Letters.Addressee addressee(VisitReport report, Delivery delivery, String page) {
    return store.read(
        tx -> {
          String name = tx.contacts().find(delivery.contactId()).map(Contact::name).orElse("");
          List<String> references = Queueing.references(tx, report, delivery.contactId());
          return new Letters.Addressee(
              delivery.messageId(),
              new Mailbox(HeaderText.of(name), delivery.recipient()),
              references,
              Optional.of(page));
        });
  }
}
