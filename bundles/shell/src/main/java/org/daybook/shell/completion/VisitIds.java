package org.daybook.shell.completion;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.daybook.api.store.PageRequest;
import org.daybook.api.store.VisitQuery;
import org.daybook.api.visit.Visit;
import org.daybook.shell.Platform;

/** Completes ids of the latest visits. */
@Service
public final class VisitIds extends StoredNames {
  private static final PageRequest LATEST = new PageRequest(50, Optional.empty(), true);

  @Override
  List<String> names(Platform platform) {
    return platform.read(
        tx ->
            tx.visits().list(VisitQuery.everything(), LATEST).items().stream()
                .map(Visit::id)
                .toList());
  }
}
