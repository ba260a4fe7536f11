package org.daybook.web.rest.view;

import java.time.Instant;
import org.daybook.api.notice.Notice;
import org.daybook.api.notice.NoticeKind;

/**
 * What a manager or an operator was told.
 *
 * @param recipient staff id; null for the operators
 * @param about the path of a page about it
 * @param escalatedTo staff id of whom it was passed on to; null with an {@code escalatedAt} for the
 *     operators
 * @param sentAt when a channel took it
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
    String about,
    Notice.Urgency urgency,
    String acknowledgedBy,
    String acknowledgedByName,
    Instant acknowledgedAt,
    String escalatedTo,
    String escalatedToName,
    Instant escalatedAt,
    Instant sentAt,
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
        notice.about().orElse(null),
        notice.urgency(),
        notice.acknowledgedBy().orElse(null),
        names.staff(notice.acknowledgedBy()),
        notice.acknowledgedAt().orElse(null),
        notice.escalatedTo().orElse(null),
        names.staff(notice.escalatedTo()),
        notice.escalatedAt().orElse(null),
        notice.sentAt().orElse(null),
        notice.version());
  }
}
