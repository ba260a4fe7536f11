package org.daybook.core.delivery;

import org.daybook.api.access.Actor;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.directory.Contact;
import org.daybook.api.error.RefusedException;
import org.daybook.api.report.ReportState;
import org.daybook.api.store.Transaction;

/** What is special about trying a report again. */
final class DeliveryRetries {
  private final Retries<Delivery> retries;

  DeliveryRetries(Retries<Delivery> retries) {
    this.retries = retries;
  }

  /**
   * @throws RefusedException if it was sent already, is out of date, or is for somebody who is to
   *     get no reports any more
   */
  Delivery retry(Actor actor, String deliveryId) {
    return retries.retry(actor, deliveryId, DeliveryRetries::mended);
  }

  /** It goes to the address that the contact has now. */
  private static Delivery mended(Transaction tx, Delivery delivery) {
    requireNewest(tx, delivery);
    requireRecipient(tx, delivery);
    return tx.contacts()
        .find(delivery.contactId())
        .flatMap(Contact::email)
        .<Delivery>map(address -> delivery.toBuilder().recipient(address).build())
        .orElse(delivery);
  }

  /** It would only fail again. */
  private static void requireRecipient(Transaction tx, Delivery delivery) {
    if (!Recipients.isRecipient(tx, delivery.contactId())) {
      throw new RefusedException(Recipients.NO_MORE);
    }
  }

  /** What a later revision took the place of is out of date for good. */
  private static void requireNewest(Transaction tx, Delivery delivery) {
    tx.reports()
        .find(delivery.reportId())
        .filter(report -> report.state() == ReportState.SUPERSEDED)
        .ifPresent(
            report -> {
              throw new RefusedException(
                  "A later revision took the place of revision "
                      + report.revision()
                      + " of the report "
                      + report.number()
                      + ".");
            });
  }
}
