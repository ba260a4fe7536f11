package org.daybook.core.control;

import java.util.List;
import java.util.Optional;
import org.daybook.api.notice.Notice;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.store.Transaction;

/** Turns each fact of one kind into at most one notice. Remembers nothing between two looks. */
interface Rule {
  NoticeKind kind();

  /**
   * What stands now. Looked for once a minute as a rule, so only with queries that an index
   * answers.
   *
   * @throws org.daybook.api.error.DaybookException if that cannot be known now: nothing is told and
   *     nothing taken back
   */
  List<Fact> facts(Look look);

  /**
   * A fact that was told and is not among {@link #facts}, if it stands all the same: what happened
   * once does not go away because it is no longer happening.
   */
  default Optional<Fact> still(Look look, Notice told) {
    return Optional.empty();
  }

  /** What a fact brings about, in the transaction in which it is told. */
  default void told(Transaction tx, Fact fact) {}
}
