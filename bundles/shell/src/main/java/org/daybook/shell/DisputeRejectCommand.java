package org.daybook.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.daybook.api.dispute.DisputeAction;

/** {@code daybook:dispute-reject}. */
@Service
@Command(
    scope = "daybook",
    name = "dispute-reject",
    description = "Finds that the client is not right; the client reads why")
public final class DisputeRejectCommand extends DisputeCommand {
  @Argument(
      index = 1,
      name = "outcome",
      required = true,
      description = "What the review found, for the client")
  String outcome;

  @Override
  DisputeAction action() {
    return new DisputeAction.Reject(outcome);
  }
}
