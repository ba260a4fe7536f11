package org.daybook.web.pages.board;

import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.notice.Notice;
import org.daybook.api.store.TaskQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.task.Task;
import org.daybook.api.visit.Sight;
import org.daybook.api.visit.Visit;

/**
 * What concerns somebody: managers see all, others what is theirs; tasks and visits as {@link
 * Sight} has it.
 */
public final class Own {
  private Own() {}

  public static boolean seesAll(Actor actor) {
    return actor.isAny(Role.ADMIN, Role.MANAGER);
  }

  /** Whether they may see a visit. */
  public static boolean isOf(Actor actor, Visit visit, Transaction tx) {
    return Sight.maySee(
        actor,
        visit,
        () ->
            tx.tasks()
                .all(TaskQuery.builder().visitId(visit.id()).specialistId(actor.id()).build()));
  }

  /** Whether they may see a task. */
  public static boolean isOf(Actor actor, Task task, Transaction tx) {
    return Sight.maySee(actor, task, visit(task, tx));
  }

  /** Whether a task is theirs to work on: what is free they see, but have to take first. */
  public static boolean isInHandOf(Actor actor, Task task, Transaction tx) {
    return seesAll(actor)
        || Sight.isEngineerOf(actor, task, visit(task, tx))
        || Sight.isSpecialistOf(actor, task);
  }

  private static Optional<Visit> visit(Task task, Transaction tx) {
    return task.visitId().flatMap(tx.visits()::find);
  }

  public static boolean isOf(Actor actor, Dispute dispute) {
    return seesAll(actor) || dispute.engineerId().equals(actor.id());
  }

  public static boolean isOf(Actor actor, Notice notice) {
    Optional<String> self = Optional.of(actor.id());
    return seesAll(actor) || notice.recipientId().equals(self) || notice.escalatedTo().equals(self);
  }
}
