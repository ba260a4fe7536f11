package org.daybook.shell.completion;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.store.DisputeQuery;
import org.daybook.api.store.PageRequest;
import org.daybook.shell.Platform;

/** Completes ids of disputes, closed ones too, the latest ones. */
@Service
public final class AllDisputeIds extends StoredNames {
  private static final PageRequest LATEST = new PageRequest(50, Optional.empty(), true);

  @Override
  List<String> names(Platform platform) {
    return platform.read(
        tx ->
            tx.disputes().list(DisputeQuery.everything(), LATEST).items().stream()
                .map(Dispute::id)
                .toList());
  }
}
