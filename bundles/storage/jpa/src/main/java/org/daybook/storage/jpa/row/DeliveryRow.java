package org.daybook.storage.jpa.row;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.delivery.DeliveryState;

/** A row of {@code delivery}. */
@Entity
@Table(name = "delivery")
public class DeliveryRow extends VersionedRow<Delivery> {
  @Column(name = "report_id")
  private String reportId;

  @Column(name = "client_id")
  private String clientId;

  @Column(name = "contact_id")
  private String contactId;

  @Column(name = "recipient")
  private String recipient;

  @Column(name = "channel")
  private String channel;

  @Enumerated(EnumType.STRING)
  @Column(name = "state")
  private DeliveryState state;

  @Column(name = "message_id")
  private String messageId;

  @Column(name = "attempts")
  private int attempts;

  @Convert(converter = InstantConverter.class)
  @Column(name = "next_attempt_at")
  private Instant nextAttemptAt;

  @Column(name = "last_answer")
  private String lastAnswer;

  @Convert(converter = InstantConverter.class)
  @Column(name = "queued_at")
  private Instant queuedAt;

  @Convert(converter = InstantConverter.class)
  @Column(name = "sent_at")
  private Instant sentAt;

  @Convert(converter = InstantConverter.class)
  @Column(name = "state_at")
  private Instant stateAt;

  @Convert(converter = InstantConverter.class)
  @Column(name = "first_tried_at")
  private Instant firstTriedAt;

  @Convert(converter = InstantConverter.class)
  @Column(name = "acknowledged_at")
  private Instant acknowledgedAt;

  @Column(name = "awaits_server")
  private boolean awaitsServer;

  @Override
  protected void copy(Delivery delivery) {
    reportId = delivery.reportId();
    clientId = delivery.clientId();
    contactId = delivery.contactId();
    recipient = delivery.recipient();
    channel = delivery.channel();
    state = delivery.state();
    messageId = delivery.messageId();
    attempts = delivery.attempts();
    nextAttemptAt = InstantConverter.stored(delivery.nextAttemptAt().orElse(null));
    lastAnswer = delivery.lastAnswer().orElse(null);
    queuedAt = InstantConverter.stored(delivery.queuedAt());
    sentAt = InstantConverter.stored(delivery.sentAt().orElse(null));
    stateAt = InstantConverter.stored(delivery.stateAt().orElse(null));
    firstTriedAt = InstantConverter.stored(delivery.firstTriedAt().orElse(null));
    awaitsServer = delivery.awaitsServer();
    acknowledgedAt = InstantConverter.stored(delivery.acknowledgedAt().orElse(null));
  }

  @Override
  public Delivery value() {
    return Delivery.builder()
        .id(id())
        .reportId(reportId)
        .clientId(clientId)
        .contactId(contactId)
        .recipient(recipient)
        .channel(channel)
        .state(state)
        .messageId(messageId)
        .attempts(attempts)
        .nextAttemptAt(Optional.ofNullable(nextAttemptAt))
        .lastAnswer(Optional.ofNullable(lastAnswer))
        .queuedAt(queuedAt)
        .sentAt(Optional.ofNullable(sentAt))
        .stateAt(Optional.ofNullable(stateAt))
        .firstTriedAt(Optional.ofNullable(firstTriedAt))
        .awaitsServer(awaitsServer)
        .acknowledgedAt(Optional.ofNullable(acknowledgedAt))
        .version(currentVersion())
        .build();
  }
}
