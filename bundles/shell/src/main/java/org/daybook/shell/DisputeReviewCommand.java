package org.daybook.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.daybook.api.dispute.DisputeAction;

/** {@code daybook:dispute-review}. */
@Service
@Command(scope = "daybook", name = "dispute-review", description = "Takes a dispute up for review")
public final class DisputeReviewCommand extends DisputeCommand {
  @Override
  DisputeAction action() {
    return new DisputeAction.Review();
  }
}
