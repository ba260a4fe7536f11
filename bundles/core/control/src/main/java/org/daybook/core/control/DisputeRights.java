package org.daybook.core.control;

import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.dispute.DisputeAction;
import org.daybook.api.error.ForbiddenException;

/** Who may do what about a dispute. */
final class DisputeRights {
  private DisputeRights() {}

  /** Whether somebody may open one for a client, or do what managers do. */
  static void requireManager(Actor actor, String what) {
    if (!actor.isAny(Role.MANAGER, Role.ADMIN)) {
      throw new ForbiddenException("Only a manager may " + what + ".");
    }
  }

  static void require(Actor actor, Dispute dispute, DisputeAction action) {
    boolean concerned = dispute.engineerId().equals(actor.id());
    if (action instanceof DisputeAction.Answer) {
      if (!concerned) {
        throw new ForbiddenException("Only the engineer whom a dispute concerns may answer it.");
      }
      return;
    }
    requireManager(actor, "deal with a dispute");
    // Managers go on visits, too; whoever did must not be the judge of it.
    if (concerned) {
      throw new ForbiddenException("The dispute concerns you: another manager deals with it.");
    }
  }
}
