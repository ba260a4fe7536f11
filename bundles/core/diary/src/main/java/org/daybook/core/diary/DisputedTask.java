package org.daybook.core.diary;

import java.util.List;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.dispute.DisputeState;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.store.DisputeQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.task.Task;

/**
 * A task that the client may have missed in a report. Its end closes their dispute, so whom that
 * concerns must not call it off.
 */
final class DisputedTask {
  private final Transaction tx;
  private final Task task;

  DisputedTask(Transaction tx, Task task) {
    this.tx = tx;
    this.task = task;
  }

  void requireMayCancel(Actor actor) {
    List<Dispute> standing =
        tx.disputes().all(DisputeQuery.builder().taskId(task.id()).build()).stream()
            .filter(DisputedTask::stands)
            .toList();
    boolean concerned =
        standing.stream().anyMatch(dispute -> dispute.engineerId().equals(actor.id()));
    if (concerned || (!standing.isEmpty() && !actor.isAny(Role.MANAGER, Role.ADMIN))) {
      throw new ForbiddenException(
          "The client missed this task in a report: only a manager who was not the engineer of"
              + " that visit may cancel it.");
    }
  }

  /** What was rejected or taken back binds nobody. */
  private static boolean stands(Dispute dispute) {
    Optional<DisputeState> decision = dispute.decision();
    return decision.isEmpty() || decision.get() == DisputeState.UPHELD;
  }
}
