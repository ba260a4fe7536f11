package org.daybook.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.daybook.api.dispute.DisputeAction;

/** {@code daybook:penalty-apply}. */
@Service
@Command(
    scope = "daybook",
    name = "penalty-apply",
    description = "Applies the penalty that was proposed")
public final class PenaltyApplyCommand extends DisputeCommand {
  @Override
  DisputeAction action() {
    return new DisputeAction.ApplyPenalty();
  }
}
