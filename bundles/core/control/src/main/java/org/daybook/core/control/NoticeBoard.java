package org.daybook.core.control;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.notice.Notice;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.notice.Notices;
import org.daybook.api.store.NoticeQuery;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps one notice per fact for as long as the fact stands. */
@Component(service = Notices.class)
public final class NoticeBoard implements Notices {
  private static final Actor CONTROL = Actor.system("control");

  /** Subjects quote what foreign systems said, which may be a whole page. */
  private static final int MAX_SUBJECT = 2000;

  /** What foreign systems said may hold what cannot be stored or shown. */
  private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]");

  private final Store store;
  private final Clock clock;

  @Activate
  public NoticeBoard(@Reference Store store, @Reference Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public Notice raise(NoticeKind kind, String key, String subject, Optional<String> recipientId) {
    String shortened = shortened(UNSTORABLE.matcher(subject).replaceAll("\uFFFD"));
    return store.inTransaction(
        CONTROL,
        tx -> {
          List<Notice> standing = standing(tx, kind, key);
          // Of two transactions that told it first at the same moment, neither saw the other's.
          standing.stream().skip(1).forEach(twin -> withdraw(tx, twin));
          return standing.stream()
              .findFirst()
              .map(notice -> seenAgain(tx, notice, shortened))
              .orElseGet(() -> raised(tx, kind, key, shortened, recipientId));
        });
  }

  @Override
  public Notice acknowledge(Actor actor, String noticeId) {
    return store.inTransaction(
        actor,
        tx -> {
          Notice notice =
              tx.notices()
                  .findForUpdate(noticeId)
                  .orElseThrow(() -> new NotFoundException("notice", noticeId));
          requireTold(actor, notice);
          return switch (notice.state()) {
            case RAISED -> tx.notices().update(acknowledged(actor, notice));
            case ACKNOWLEDGED -> notice;
            case WITHDRAWN ->
                throw new RefusedException("The notice was withdrawn: what it told of is over.");
          };
        });
  }

  /** Whoever has seen it is not told again, and nobody above them is. */
  private Notice acknowledged(Actor actor, Notice notice) {
    return notice.toBuilder()
        .state(Notice.State.ACKNOWLEDGED)
        .acknowledgedBy(actor.id())
        .acknowledgedAt(clock.instant())
        .tellAt(Optional.empty())
        .escalateAt(Optional.empty())
        .build();
  }

  private static void requireTold(Actor actor, Notice notice) {
    boolean recipient =
        notice.recipientId().filter(actor.id()::equals).isPresent()
            || notice.escalatedTo().filter(actor.id()::equals).isPresent();
    if (!recipient && !actor.isAny(Role.MANAGER, Role.ADMIN)) {
      throw new ForbiddenException("The notice is for somebody else.");
    }
  }

  @Override
  public void withdraw(NoticeKind kind, String key) {
    // Most facts that go away were never told: that must not cost a transaction that writes.
    if (store.read(tx -> tx.notices().count(standing(kind, key))) == 0) {
      return;
    }
    store.inTransaction(
        CONTROL,
        tx -> {
          standing(tx, kind, key).forEach(notice -> withdraw(tx, notice));
          return null;
        });
  }

  private static void withdraw(Transaction tx, Notice notice) {
    tx.notices().update(notice.toBuilder().state(Notice.State.WITHDRAWN).build());
  }

  private Notice raised(
      Transaction tx, NoticeKind kind, String key, String subject, Optional<String> recipientId) {
    Instant now = clock.instant();
    return tx.notices()
        .insert(
            Notice.builder()
                .id(tx.newId())
                .kind(kind)
                .key(key)
                .subject(subject)
                .recipientId(recipientId)
                .about(NoticeFacts.page(key))
                .urgency(NoticeFacts.urgency(kind))
                .raisedAt(now)
                .lastSeenAt(now)
                .tellAt(now)
                .build());
  }

  private Notice seenAgain(Transaction tx, Notice notice, String subject) {
    return tx.notices()
        .update(
            notice.toBuilder()
                .subject(subject)
                .lastSeenAt(clock.instant())
                .seen(notice.seen() + 1)
                .build());
  }

  /** Locked, and looked at again afterwards: another thread may have withdrawn them meanwhile. */
  private static List<Notice> standing(Transaction tx, NoticeKind kind, String key) {
    return tx.notices().all(standing(kind, key)).stream()
        .map(notice -> tx.notices().findForUpdate(notice.id()))
        .flatMap(Optional::stream)
        .filter(notice -> notice.state() != Notice.State.WITHDRAWN)
        .toList();
  }

  private static NoticeQuery standing(NoticeKind kind, String key) {
    return NoticeQuery.builder()
        .addKinds(kind)
        .key(key)
        .addStates(Notice.State.RAISED, Notice.State.ACKNOWLEDGED)
        .build();
  }

  private static String shortened(String subject) {
    if (subject.length() <= MAX_SUBJECT) {
      return subject;
    }
    int end = MAX_SUBJECT - 1;
    boolean splitsPair = Character.isHighSurrogate(subject.charAt(end - 1));
    return subject.substring(0, splitsPair ? end - 1 : end) + "…";
  }
}
