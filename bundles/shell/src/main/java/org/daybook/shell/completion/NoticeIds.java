package org.daybook.shell.completion;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.daybook.api.notice.Notice;
import org.daybook.api.store.NoticeQuery;
import org.daybook.api.store.PageRequest;
import org.daybook.shell.Platform;

/** Completes ids of notices that nobody has acknowledged, the latest ones. */
@Service
public final class NoticeIds extends StoredNames {
  private static final PageRequest LATEST = new PageRequest(50, Optional.empty(), true);
  private static final NoticeQuery RAISED =
      NoticeQuery.builder().addStates(Notice.State.RAISED).build();

  @Override
  List<String> names(Platform platform) {
    return platform.read(
        tx -> tx.notices().list(RAISED, LATEST).items().stream().map(Notice::id).toList());
  }
}
