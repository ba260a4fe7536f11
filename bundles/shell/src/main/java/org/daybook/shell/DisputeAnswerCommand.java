package org.daybook.shell;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.dispute.DisputeAction;
import org.daybook.api.error.NotFoundException;

/** {@code daybook:dispute-answer}. */
@Service
@Command(
    scope = "daybook",
    name = "dispute-answer",
    description = "Writes down what the engineer says to a dispute")
public final class DisputeAnswerCommand extends DisputeCommand {
  @Argument(index = 1, name = "text", required = true, description = "In the engineer's words")
  String text;

  @Override
  DisputeAction action() {
    return new DisputeAction.Answer(text);
  }

  /** It is the engineer's answer; the audit trail says who wrote it down. */
  @Override
  Actor actor(Platform platform) {
    return platform.read(
        tx -> {
          Dispute found =
              tx.disputes()
                  .find(dispute)
                  .orElseThrow(() -> new NotFoundException("dispute", dispute));
          Optional<StaffMember> engineer = tx.staff().find(found.engineerId());
          return new Actor(
              found.engineerId(),
              engineer.map(StaffMember::name).orElse("engineer")
                  + " (written down by "
                  + actor().id()
                  + ")",
              engineer.map(StaffMember::role).orElse(Role.ENGINEER));
        });
  }
}
