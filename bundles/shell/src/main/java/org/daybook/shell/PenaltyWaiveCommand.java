package org.daybook.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.daybook.api.dispute.DisputeAction;

/** {@code daybook:penalty-waive}. */
@Service
@Command(
    scope = "daybook",
    name = "penalty-waive",
    description = "Waives the penalty that was proposed")
public final class PenaltyWaiveCommand extends DisputeCommand {
  @Argument(index = 1, name = "reason", required = true, description = "Why")
  String reason;

  @Override
  DisputeAction action() {
    return new DisputeAction.WaivePenalty(reason);
  }
}
