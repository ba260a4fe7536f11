package org.daybook.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.daybook.api.dispute.DisputeAction;

/** {@code daybook:dispute-uphold}. */
@Service
@Command(
    scope = "daybook",
    name = "dispute-uphold",
    description = "Finds that the client is right; the client reads why")
public final class DisputeUpholdCommand extends DisputeCommand {
  @Argument(
      index = 1,
      name = "outcome",
      required = true,
      description = "What the review found, for the client")
  String outcome;

  @Override
  DisputeAction action() {
    return new DisputeAction.Uphold(outcome);
  }
}
