package org.daybook.api.store;

import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.plan.PlanState;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** Which plans. Members narrow together; an empty one does not narrow. */
@Value.Immutable
@ProviderType
public interface MonthPlanQuery {
  Optional<YearMonth> month();

  Set<PlanState> states();

  static Builder builder() {
    return new Builder();
  }

  /** No narrowing. */
  static MonthPlanQuery everything() {
    return builder().build();
  }

  /** Builds a query. */
  final class Builder extends ImmutableMonthPlanQuery.Builder {
    Builder() {}
  }
}
