package org.daybook.shell;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.daybook.api.notice.Notice;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.store.NoticeQuery;
import org.daybook.api.store.PageRequest;
import org.daybook.shell.completion.StaffLogins;

/** {@code daybook:notice-list}. */
@Service
@Command(
    scope = "daybook",
    name = "notice-list",
    description = "Lists what managers and operators are told, the newest first")
public final class NoticeListCommand extends ListCommand<Notice> {
  @Option(name = "--all", description = "Also those that are acknowledged or withdrawn")
  boolean all;

  @Option(name = "--state", description = "Only in this state")
  Notice.State state;

  @Option(name = "--kind", description = "Only of this kind, such as DELIVERY_FAILED")
  NoticeKind kind;

  @Option(name = "--recipient", description = "Only for this member of staff (login)")
  @Completion(StaffLogins.class)
  String recipient;

  @Override
  List<Notice> rows(Platform platform) {
    NoticeQuery.Builder query = NoticeQuery.builder();
    if (state != null) {
      query.states(EnumSet.of(state));
    } else if (!all) {
      query.states(EnumSet.of(Notice.State.RAISED));
    }
    if (kind != null) {
      query.kinds(EnumSet.of(kind));
    }
    if (recipient != null) {
      query.recipientId(Names.staffId(platform, "--recipient", recipient));
    }
    PageRequest newest = new PageRequest(MOST, Optional.empty(), true);
    return platform.read(tx -> tx.notices().list(query.build(), newest).items());
  }

  @Override
  Listing<Notice> listing(Platform platform) {
    Map<String, String> staff = Names.staffNames(platform);
    return new Listing<Notice>()
        .column("raisedAt", Notice::raisedAt)
        .column("kind", Notice::kind)
        .column("state", Notice::state)
        .column("seen", Notice::seen)
        .column("subject", Notice::subject)
        .column("recipient", notice -> notice.recipientId().map(staff::get))
        .column("urgency", Notice::urgency)
        .column("escalatedTo", notice -> notice.escalatedTo().map(staff::get))
        .column("escalatedAt", Notice::escalatedAt)
        .column("sentAt", Notice::sentAt)
        .column("id", Notice::id);
  }
}
