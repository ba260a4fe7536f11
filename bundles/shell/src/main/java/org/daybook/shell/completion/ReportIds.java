package org.daybook.shell.completion;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.daybook.api.report.VisitReport;
import org.daybook.api.store.PageRequest;
import org.daybook.api.store.ReportQuery;
import org.daybook.shell.Platform;

/** Completes ids of the latest reports. */
@Service
public final class ReportIds extends StoredNames {
  private static final PageRequest LATEST = new PageRequest(50, Optional.empty(), true);

  @Override
  List<String> names(Platform platform) {
    return platform.read(
        tx ->
            tx.reports().list(ReportQuery.everything(), LATEST).items().stream()
                .map(VisitReport::id)
                .toList());
  }
}
