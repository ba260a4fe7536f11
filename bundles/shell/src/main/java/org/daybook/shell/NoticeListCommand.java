package org.daybook.shell;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.daybook.api.notice.Notice;
import org.daybook.api.store.NoticeQuery;
import org.daybook.api.store.PageRequest;

/** {@code daybook:notice-list}. */
@Service
@Command(
    scope = "daybook",
    name = "notice-list",
    description = "Lists what managers and operators are told, the newest first")
public final class NoticeListCommand extends ListCommand<Notice> {
  @Option(name = "--all", description = "Also those that are acknowledged or withdrawn")
  boolean all;

  @Override
  List<Notice> rows(Platform platform) {
    NoticeQuery.Builder query = NoticeQuery.builder();
    if (!all) {
      query.states(EnumSet.of(Notice.State.RAISED));
    }
    PageRequest newest = new PageRequest(MOST, Optional.empty(), true);
    return platform.read(tx -> tx.notices().list(query.build(), newest).items());
  }

  @Override
  Listing<Notice> listing(Platform platform) {
    return new Listing<Notice>()
        .column("raisedAt", Notice::raisedAt)
        .column("kind", Notice::kind)
        .column("state", Notice::state)
        .column("seen", Notice::seen)
        .column("subject", Notice::subject)
        .column("recipient", Notice::recipientId)
        .column("id", Notice::id);
  }
}
