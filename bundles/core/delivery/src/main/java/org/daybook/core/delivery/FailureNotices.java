package org.daybook.core.delivery;

import java.util.Locale;
import java.util.Optional;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.directory.Client;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.notice.Notices;
import org.daybook.api.report.VisitReport;
import org.daybook.api.store.Transaction;

/** Tells a client's manager what became of a report, in words that need no knowledge of mail. */
final class FailureNotices {
  private final Notices notices;

  FailureNotices(Notices notices) {
    this.notices = notices;
  }

  /**
   * It was refused, or tried for too long.
   *
   * @param reason a key of {@link Reasons}, {@code gaveUp} or {@code unwritable}
   */
  void failed(Transaction tx, Delivery delivery, String reason) {
    raise(tx, NoticeKind.DELIVERY_FAILED, "failed", delivery, reason, said(delivery));
  }

  /** It was sent and came back. */
  void bounced(Transaction tx, Delivery delivery, String reason, String said) {
    raise(tx, NoticeKind.DELIVERY_BOUNCED, "bounced", delivery, reason, said);
  }

  /** It is on its way after all. */
  void withdraw(Delivery delivery) {
    notices.withdraw(NoticeKind.DELIVERY_FAILED, OutgoingDeliveries.key(delivery));
    notices.withdraw(NoticeKind.DELIVERY_BOUNCED, OutgoingDeliveries.key(delivery));
  }

  private void raise(
      Transaction tx, NoticeKind kind, String what, Delivery delivery, String reason, String said) {
    Optional<Client> client = tx.clients().find(delivery.clientId());
    String number = tx.reports().find(delivery.reportId()).map(VisitReport::number).orElse("");
    Words words = new Words(client.map(Client::language).orElse(Locale.ENGLISH));
    notices.raise(
        kind,
        OutgoingDeliveries.key(delivery),
        words.notice(what, delivery, number, reason, said),
        client.flatMap(Client::managerId));
  }

  private static String said(Delivery delivery) {
    return delivery.lastAnswer().orElse("");
  }
}
