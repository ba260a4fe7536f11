package org.daybook.testkit;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.notice.Notice;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.notice.Notices;

/** Remembers notices by the rules of {@link Notices}. */
public final class RecordingNotices implements Notices {
  private final List<Notice> notices = new ArrayList<>();
  private final Clock clock;

  public RecordingNotices(Clock clock) {
    this.clock = clock;
  }

  /** With a clock that stands at {@link Examples#NOW}. */
  public RecordingNotices() {
    this(new SettableClock());
  }

  @Override
  public synchronized Notice raise(
      NoticeKind kind, String key, String subject, Optional<String> recipientId) {
    Instant now = clock.instant();
    Optional<Notice> standing = standing(kind, key);
    if (standing.isPresent()) {
      Notice again =
          standing.get().toBuilder()
              .subject(subject)
              .lastSeenAt(now)
              .seen(standing.get().seen() + 1)
              .version(standing.get().version() + 1)
              .build();
      notices.set(notices.indexOf(standing.get()), again);
      return again;
    }
    Notice notice =
        Notice.builder()
            .id("notice-" + (notices.size() + 1))
            .kind(kind)
            .key(key)
            .subject(subject)
            .recipientId(recipientId)
            .raisedAt(now)
            .lastSeenAt(now)
            .version(1)
            .build();
    notices.add(notice);
    return notice;
  }

  @Override
  public synchronized void withdraw(NoticeKind kind, String key) {
    standing(kind, key)
        .ifPresent(
            notice ->
                notices.set(
                    notices.indexOf(notice),
                    notice.toBuilder()
                        .state(Notice.State.WITHDRAWN)
                        .version(notice.version() + 1)
                        .build()));
  }

  @Override
  public synchronized Notice acknowledge(Actor actor, String noticeId) {
    Notice notice =
        notices.stream()
            .filter(each -> each.id().equals(noticeId))
            .findFirst()
            .orElseThrow(() -> new NotFoundException("notice", noticeId));
    Notice acknowledged =
        notice.toBuilder()
            .state(Notice.State.ACKNOWLEDGED)
            .acknowledgedBy(actor.id())
            .acknowledgedAt(clock.instant())
            .version(notice.version() + 1)
            .build();
    notices.set(notices.indexOf(notice), acknowledged);
    return acknowledged;
  }

  /** All there ever were, oldest first. */
  public synchronized List<Notice> all() {
    return List.copyOf(notices);
  }

  /** Those that were not withdrawn, oldest first. */
  public synchronized List<Notice> standing() {
    return notices.stream().filter(each -> each.state() != Notice.State.WITHDRAWN).toList();
  }

  /** The one that stands for a fact. */
  public synchronized Optional<Notice> standing(NoticeKind kind, String key) {
    return standing().stream()
        .filter(each -> each.kind() == kind && each.key().equals(key))
        .findFirst();
  }
}
