package org.daybook.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.daybook.api.notice.Notice;
import org.daybook.api.notice.Notices;
import org.daybook.shell.completion.NoticeIds;

/** {@code daybook:notice-acknowledge}. */
@Service
@Command(
    scope = "daybook",
    name = "notice-acknowledge",
    description = "Says that a notice was seen")
public final class NoticeAcknowledgeCommand extends DaybookCommand {
  @Argument(name = "notice", required = true, description = "Id of the notice")
  @Completion(NoticeIds.class)
  String notice;

  @Override
  protected void run(Platform platform) {
    Notice seen = platform.with(Notices.class, notices -> notices.acknowledge(actor(), notice));
    say(seen.state() + ": " + seen.subject());
  }
}
