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
        .version(currentVersion())
        .build();
  }
}
