package org.daybook.web.pages.board;

import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.notice.Notice;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.notice.Notices;
import org.daybook.api.store.Store;
import org.daybook.testkit.Examples;

/** Acknowledges what is in a store, by the rules of {@link Notices}. */
final class FakeNotices implements Notices {
  private final Store store;

  FakeNotices(Store store) {
    this.store = store;
  }

  @Override
  public Notice acknowledge(Actor actor, String noticeId) {
    return store.inTransaction(
        actor,
        tx -> {
          Notice notice =
              tx.notices()
                  .find(noticeId)
                  .orElseThrow(() -> new NotFoundException("notice", noticeId));
          if (!actor.isAny(Role.ADMIN, Role.MANAGER)
              && !notice.recipientId().equals(Optional.of(actor.id()))) {
            throw new ForbiddenException("no");
          }
          if (notice.state() == Notice.State.WITHDRAWN) {
            throw new RefusedException("over");
          }
          return tx.notices()
              .update(
                  notice.toBuilder()
                      .state(Notice.State.ACKNOWLEDGED)
                      .acknowledgedBy(actor.id())
                      .acknowledgedAt(Examples.NOW)
                      .build());
        });
  }

  @Override
  public Notice raise(NoticeKind kind, String key, String subject, Optional<String> recipientId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void withdraw(NoticeKind kind, String key) {
    throw new UnsupportedOperationException();
  }
}
