package org.daybook.core.control;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.notice.Notice;
import org.daybook.api.store.NoticeQuery;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;

/** Passes on what nobody acknowledged: to the next manager above, from the top to the operators. */
final class Escalations {
  private static final Actor CONTROL = Actor.system("control");

  private final Store store;
  private final QuietTime quiet;

  Escalations(Store store, QuietTime quiet) {
    this.store = store;
    this.quiet = quiet;
  }

  void run(Instant moment) {
    boolean silence = quiet.endAfter(moment).isAfter(moment);
    NoticeQuery due =
        NoticeQuery.builder()
            .addStates(Notice.State.RAISED)
            .escalateUntil(moment.plusMillis(1))
            .build();
    List<Notice> unanswered = store.read(tx -> tx.notices().all(due));
    for (Notice notice : unanswered) {
      if (notice.urgency() == Notice.Urgency.URGENT || !silence) {
        store.inTransaction(CONTROL, tx -> pass(tx, notice, moment));
      }
    }
  }

  private static Optional<Notice> pass(Transaction tx, Notice seen, Instant moment) {
    return tx.notices()
        .findForUpdate(seen.id())
        .filter(notice -> notice.state() == Notice.State.RAISED)
        .map(notice -> tx.notices().update(passed(tx, notice, moment)));
  }

  private static Notice passed(Transaction tx, Notice notice, Instant moment) {
    Notice.Builder passed = notice.toBuilder().escalateAt(Optional.empty());
    if (notice.recipientId().isEmpty() || notice.addresseeId().isEmpty()) {
      return passed.build();
    }
    Optional<String> next =
        new Chain(tx.staff()::find).next(notice.recipientId().get(), notice.addresseeId().get());
    return passed
        .escalatedTo(next)
        .escalatedAt(moment)
        .sentAt(Optional.empty())
        .tellAt(moment)
        .build();
  }
}
