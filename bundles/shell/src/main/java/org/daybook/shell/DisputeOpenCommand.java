package org.daybook.shell;

import java.util.UUID;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.dispute.DisputeRequest;
import org.daybook.api.dispute.Disputes;
import org.daybook.shell.completion.VisitIds;

/** {@code daybook:dispute-open}. */
@Service
@Command(
    scope = "daybook",
    name = "dispute-open",
    description = "Writes down for a client who called which task the report of a visit misses")
public final class DisputeOpenCommand extends DaybookCommand {
  @Argument(name = "visit", required = true, description = "Id of the visit")
  @Completion(VisitIds.class)
  String visit;

  @Option(name = "--title", required = true, description = "The task, in the client's words")
  String title;

  @Option(name = "--text", description = "More of that")
  String text = "";

  @Override
  protected void run(Platform platform) {
    DisputeRequest request = new DisputeRequest("console-" + UUID.randomUUID(), title, text);
    Dispute opened =
        platform.with(Disputes.class, disputes -> disputes.open(actor(), visit, request));
    out().println(opened.id());
  }
}
