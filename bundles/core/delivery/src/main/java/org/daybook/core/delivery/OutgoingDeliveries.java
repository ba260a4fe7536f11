package org.daybook.core.delivery;

import java.time.Instant;
import java.util.List;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.delivery.DeliveryEvent;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.notice.Notices;
import org.daybook.api.store.DeliveryQuery;
import org.daybook.api.store.Repository;
import org.daybook.api.store.Transaction;

/** Reports on their way. */
final class OutgoingDeliveries implements Outgoing<Delivery> {
  static final String JOB = "delivery";

  private final Notices notices;

  OutgoingDeliveries(Notices notices) {
    this.notices = notices;
  }

  /** What notices about a delivery are known by. */
  private static String key(Delivery delivery) {
    return "delivery:" + delivery.id();
  }

  @Override
  public String job() {
    return JOB;
  }

  @Override
  public String id(Delivery delivery) {
    return delivery.id();
  }

  @Override
  public String recipient(Delivery delivery) {
    return delivery.recipient();
  }

  @Override
  public Repository<Delivery, ?> in(Transaction tx) {
    return tx.deliveries();
  }

  @Override
  public List<Delivery> deferred(Transaction tx) {
    return tx.deliveries().all(DeliveryQuery.builder().addStates(DeliveryState.DEFERRED).build());
  }

  @Override
  public Progress progress(Delivery delivery) {
    return new Progress(
        delivery.channel(),
        delivery.state(),
        delivery.stateAt(),
        delivery.attempts(),
        delivery.nextAttemptAt(),
        delivery.lastAnswer(),
        delivery.queuedAt(),
        delivery.sentAt(),
        delivery.firstTriedAt(),
        delivery.awaitsServer());
  }

  @Override
  public Delivery with(Delivery delivery, Progress progress) {
    return delivery.toBuilder()
        .channel(progress.channel())
        .state(progress.state())
        .stateAt(progress.stateAt())
        .attempts(progress.attempts())
        .nextAttemptAt(progress.nextAttemptAt())
        .lastAnswer(progress.answer())
        .queuedAt(progress.queuedAt())
        .sentAt(progress.sentAt())
        .firstTriedAt(progress.firstTriedAt())
        .awaitsServer(progress.awaitsServer())
        .build();
  }

  /** Read and acknowledged though its server had not said yes: it hung up after the message. */
  @Override
  public Delivery sent(Delivery delivery, Instant now) {
    return delivery.acknowledgedAt().isPresent()
        ? with(delivery, progress(delivery).step(DeliveryEvent.ACKNOWLEDGE, now))
        : delivery;
  }

  @Override
  public void withdraw(Delivery delivery) {
    notices.withdraw(NoticeKind.DELIVERY_FAILED, key(delivery));
    notices.withdraw(NoticeKind.DELIVERY_BOUNCED, key(delivery));
  }
}
