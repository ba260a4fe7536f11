package org.daybook.shell;

import java.util.OptionalLong;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.daybook.api.access.Actor;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.dispute.DisputeAction;
import org.daybook.api.dispute.Disputes;
import org.daybook.shell.completion.DisputeIds;

/** A command that does something about one dispute. */
abstract class DisputeCommand extends DaybookCommand {
  @Argument(index = 0, name = "dispute", required = true, description = "Id of the dispute")
  @Completion(DisputeIds.class)
  String dispute;

  /** What is done. */
  abstract DisputeAction action();

  /** Who does it. */
  Actor actor(Platform platform) {
    return actor();
  }

  @Override
  protected final void run(Platform platform) {
    DisputeAction action = action();
    Actor actor = actor(platform);
    Dispute after =
        platform.with(
            Disputes.class, disputes -> disputes.act(actor, dispute, OptionalLong.empty(), action));
    say("The dispute is " + after.state() + penalty(after) + ".");
  }

  private static String penalty(Dispute dispute) {
    return dispute.penalty().map(penalty -> ", the penalty " + penalty.state()).orElse("");
  }
}
