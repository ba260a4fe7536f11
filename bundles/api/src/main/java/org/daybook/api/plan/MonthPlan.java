package org.daybook.api.plan;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The planned visits of a month. The visits themselves are {@link org.daybook.api.visit.Visit}s
 * that name the plan. A month has at most one plan that is not {@link PlanState#SUPERSEDED}.
 */
@Value.Immutable
@ProviderType
public interface MonthPlan {

  String id();

  YearMonth month();

  @Value.Default
  default PlanState state() {
    return PlanState.DRAFT;
  }

  Instant createdAt();

  Optional<Instant> publishedAt();

  /** What could not be met, by client. */
  List<Unmet> unmet();

  /** Ids of visits that a manager put where they are; planning again leaves them there. */
  Set<String> pinned();

  /** What a manager should know of the whole, such as that the year has no calendar. */
  List<String> notes();

  /** Counts changes, from 1; 0 before it is stored. */
  @Value.Default
  default long version() {
    return 0;
  }

  static Builder builder() {
    return new Builder();
  }

  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Builds a {@link MonthPlan}. */
  final class Builder extends ImmutableMonthPlan.Builder {
    Builder() {}
  }
}
