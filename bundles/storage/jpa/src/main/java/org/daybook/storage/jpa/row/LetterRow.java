package org.daybook.storage.jpa.row;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.delivery.OutgoingLetter;

/** A row of {@code letter}. */
@Entity
@Table(name = "letter")
public class LetterRow extends VersionedRow<OutgoingLetter> {
  @Column(name = "letter_key")
  private String key;

  @Column(name = "recipient")
  private String recipient;

  @Column(name = "subject")
  private String subject;

  @Column(name = "overseer_id")
  private String overseerId;

  /** Thrown away when it is old, and so not told to the audit trail, which keeps everything. */
  @Concealed
  @Column(name = "frozen")
  private String frozen;

  @Column(name = "channel")
  private String channel;

  @Enumerated(EnumType.STRING)
  @Column(name = "state")
  private DeliveryState state;

  @Column(name = "message_id")
  private String messageId;

  @Column(name = "follows")
  private String references;

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

  @Column(name = "awaits_server")
  private boolean awaitsServer;

  @Override
  protected void copy(OutgoingLetter letter) {
    key = letter.key();
    recipient = letter.recipient();
    subject = letter.subject();
    overseerId = letter.overseerId().orElse(null);
    frozen = letter.frozen().orElse(null);
    channel = letter.channel();
    state = letter.state();
    messageId = letter.messageId();
    references = letter.references().orElse(null);
    attempts = letter.attempts();
    nextAttemptAt = InstantConverter.stored(letter.nextAttemptAt().orElse(null));
    lastAnswer = letter.lastAnswer().orElse(null);
    queuedAt = InstantConverter.stored(letter.queuedAt());
    sentAt = InstantConverter.stored(letter.sentAt().orElse(null));
    stateAt = InstantConverter.stored(letter.stateAt());
    firstTriedAt = InstantConverter.stored(letter.firstTriedAt().orElse(null));
    awaitsServer = letter.awaitsServer();
  }

  @Override
  public OutgoingLetter value() {
    return OutgoingLetter.builder()
        .id(id())
        .key(key)
        .recipient(recipient)
        .subject(subject)
        .overseerId(Optional.ofNullable(overseerId))
        .frozen(Optional.ofNullable(frozen))
        .channel(channel)
        .state(state)
        .messageId(messageId)
        .references(Optional.ofNullable(references))
        .attempts(attempts)
        .nextAttemptAt(Optional.ofNullable(nextAttemptAt))
        .lastAnswer(Optional.ofNullable(lastAnswer))
        .queuedAt(queuedAt)
        .sentAt(Optional.ofNullable(sentAt))
        .stateAt(stateAt)
        .firstTriedAt(Optional.ofNullable(firstTriedAt))
        .awaitsServer(awaitsServer)
        .version(currentVersion())
        .build();
  }
}
