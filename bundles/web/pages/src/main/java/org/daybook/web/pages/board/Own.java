package org.daybook.web.pages.board;

import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.notice.Notice;
import org.daybook.api.store.Transaction;
import org.daybook.api.task.Task;
import org.daybook.api.visit.Visit;

/** What concerns somebody: managers see all, others what is theirs. */
public final class Own {
  private Own() {}

  public static boolean seesAll(Actor actor) {
    return actor.isAny(Role.ADMIN, Role.MANAGER);
  }

  public static boolean isOf(Actor actor, Visit visit) {
    return seesAll(actor) || visit.engineerId().equals(actor.id());
  }

  /** Theirs to do, handed over to them, or on a visit of theirs. */
  public static boolean isOf(Actor actor, Task task, Transaction tx) {
    Optional<String> self = Optional.of(actor.id());
    return seesAll(actor)
        || task.engineerId().equals(self)
        || task.specialistId().equals(self)
        || task.visitId()
            .flatMap(tx.visits()::find)
            .filter(visit -> isOf(actor, visit))
            .isPresent();
  }

  public static boolean isOf(Actor actor, Dispute dispute) {
    return seesAll(actor) || dispute.engineerId().equals(actor.id());
  }

  public static boolean isOf(Actor actor, Notice notice) {
    Optional<String> self = Optional.of(actor.id());
    return seesAll(actor) || notice.recipientId().equals(self) || notice.escalatedTo().equals(self);
  }
}
