package org.daybook.api.store;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.dispute.DisputeState;
import org.daybook.api.dispute.Penalty;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** Which disputes. Members narrow together; an empty one does not narrow. */
@Value.Immutable
@ProviderType
public interface DisputeQuery {
  Optional<String> clientId();

  Optional<String> visitId();

  Optional<String> engineerId();

  Optional<String> taskId();

  /** The sender's own name for it. */
  Optional<String> externalId();

  Set<DisputeState> states();

  /** Has a penalty in one of these. */
  Set<Penalty.State> penaltyStates();

  /** Changed its state at or after this. */
  Optional<Instant> changedFrom();

  /** Was decided at or after this. */
  Optional<Instant> decidedFrom();

  /** Was decided before this. */
  Optional<Instant> decidedUntil();

  static Builder builder() {
    return new Builder();
  }

  /** No narrowing. */
  static DisputeQuery everything() {
    return builder().build();
  }

  /** Builds a query. */
  final class Builder extends ImmutableDisputeQuery.Builder {
    Builder() {}
  }
}
