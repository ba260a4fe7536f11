package org.daybook.storage.jpa.row;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.daybook.api.notice.Notice;
import org.daybook.api.notice.NoticeKind;

/** A row of {@code notice}. */
@Entity
@Table(name = "notice")
public class NoticeRow extends VersionedRow<Notice> {
  @Enumerated(EnumType.STRING)
  @Column(name = "kind")
  private NoticeKind kind;

  @Column(name = "fact_key")
  private String key;

  @Column(name = "subject")
  private String subject;

  @Column(name = "recipient_id")
  private String recipientId;

  @Enumerated(EnumType.STRING)
  @Column(name = "state")
  private Notice.State state;

  @Convert(converter = InstantConverter.class)
  @Column(name = "raised_at")
  private Instant raisedAt;

  @Convert(converter = InstantConverter.class)
  @Column(name = "last_seen_at")
  private Instant lastSeenAt;

  @Column(name = "seen")
  private int seen;

  @Column(name = "about")
  private String about;

  @Enumerated(EnumType.STRING)
  @Column(name = "urgency")
  private Notice.Urgency urgency;

  @Column(name = "acknowledged_by")
  private String acknowledgedBy;

  @Convert(converter = InstantConverter.class)
  @Column(name = "acknowledged_at")
  private Instant acknowledgedAt;

  @Column(name = "escalated_to")
  private String escalatedTo;

  @Convert(converter = InstantConverter.class)
  @Column(name = "escalated_at")
  private Instant escalatedAt;

  @Convert(converter = InstantConverter.class)
  @Column(name = "sent_at")
  private Instant sentAt;

  @Convert(converter = InstantConverter.class)
  @Column(name = "tell_at")
  private Instant tellAt;

  @Convert(converter = InstantConverter.class)
  @Column(name = "escalate_at")
  private Instant escalateAt;

  @Override
  protected void copy(Notice notice) {
    kind = notice.kind();
    key = notice.key();
    subject = notice.subject();
    recipientId = notice.recipientId().orElse(null);
    state = notice.state();
    raisedAt = InstantConverter.stored(notice.raisedAt());
    lastSeenAt = InstantConverter.stored(notice.lastSeenAt());
    seen = notice.seen();
    about = notice.about().orElse(null);
    urgency = notice.urgency();
    acknowledgedBy = notice.acknowledgedBy().orElse(null);
    escalatedTo = notice.escalatedTo().orElse(null);
    acknowledgedAt = InstantConverter.stored(notice.acknowledgedAt().orElse(null));
    escalatedAt = InstantConverter.stored(notice.escalatedAt().orElse(null));
    sentAt = InstantConverter.stored(notice.sentAt().orElse(null));
    tellAt = InstantConverter.stored(notice.tellAt().orElse(null));
    escalateAt = InstantConverter.stored(notice.escalateAt().orElse(null));
  }

  @Override
  public Notice value() {
    return Notice.builder()
        .id(id())
        .kind(kind)
        .key(key)
        .subject(subject)
        .recipientId(Optional.ofNullable(recipientId))
        .state(state)
        .raisedAt(raisedAt)
        .lastSeenAt(lastSeenAt)
        .seen(seen)
        .about(Optional.ofNullable(about))
        .urgency(urgency)
        .acknowledgedBy(Optional.ofNullable(acknowledgedBy))
        .acknowledgedAt(Optional.ofNullable(acknowledgedAt))
        .escalatedTo(Optional.ofNullable(escalatedTo))
        .escalatedAt(Optional.ofNullable(escalatedAt))
        .sentAt(Optional.ofNullable(sentAt))
        .tellAt(Optional.ofNullable(tellAt))
        .escalateAt(Optional.ofNullable(escalateAt))
        .version(currentVersion())
        .build();
  }
}
