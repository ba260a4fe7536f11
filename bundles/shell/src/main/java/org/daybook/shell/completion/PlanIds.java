package org.daybook.shell.completion;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.daybook.api.plan.MonthPlan;
import org.daybook.api.store.MonthPlanQuery;
import org.daybook.api.store.PageRequest;
import org.daybook.shell.Platform;

/** Completes ids of the latest plans. */
@Service
public final class PlanIds extends StoredNames {
  private static final PageRequest LATEST = new PageRequest(50, Optional.empty(), true);

  @Override
  List<String> names(Platform platform) {
    return platform.read(
        tx ->
            tx.monthPlans().list(MonthPlanQuery.everything(), LATEST).items().stream()
                .map(MonthPlan::id)
                .toList());
  }
}
