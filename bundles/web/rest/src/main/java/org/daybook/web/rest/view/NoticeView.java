package org.daybook.web.rest.view;

import java.time.Instant;
import org.daybook.api.notice.Notice;
import org.daybook.api.notice.NoticeKind;

/**
 * What a manager or an operator was told.
 *
 * @param recipient staff id; null for the operators
 */
public record NoticeView(
    String id,
    NoticeKind kind,
    String key,
    String subject,
    String recipient,
    String recipientName,
    Notice.State state,
    Instant raisedAt,
    Instant lastSeenAt,
    int seen,
    long version)
    implements Versioned {
  public static NoticeView of(Notice notice, Names names) {
    return new NoticeView(
        notice.id(),
        notice.kind(),
        notice.key(),
        notice.subject(),
        notice.recipientId().orElse(null),
        names.staff(notice.recipientId()),
        notice.state(),
        notice.raisedAt(),
        notice.lastSeenAt(),
        notice.seen(),
        notice.version());
  }
}
