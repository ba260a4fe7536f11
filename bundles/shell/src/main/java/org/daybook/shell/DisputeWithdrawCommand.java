package org.daybook.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.daybook.api.dispute.DisputeAction;

/** {@code daybook:dispute-withdraw}. */
@Service
@Command(
    scope = "daybook",
    name = "dispute-withdraw",
    description = "Writes down that the client took a dispute back; the client reads why")
public final class DisputeWithdrawCommand extends DisputeCommand {
  @Argument(index = 1, name = "reason", required = true, description = "Why, for the client")
  String reason;

  @Override
  DisputeAction action() {
    return new DisputeAction.Withdraw(reason);
  }
}
