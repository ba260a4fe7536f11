package org.daybook.shell.completion;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.dispute.DisputeState;
import org.daybook.api.store.DisputeQuery;
import org.daybook.api.store.PageRequest;
import org.daybook.shell.Platform;

/** Completes ids of disputes that are not closed, the latest ones. */
@Service
public final class DisputeIds extends StoredNames {
  private static final PageRequest LATEST = new PageRequest(50, Optional.empty(), true);
  private static final DisputeQuery OPEN =
      DisputeQuery.builder().states(EnumSet.complementOf(EnumSet.of(DisputeState.CLOSED))).build();

  @Override
  List<String> names(Platform platform) {
    return platform.read(
        tx -> tx.disputes().list(OPEN, LATEST).items().stream().map(Dispute::id).toList());
  }
}
