package org.daybook.api.store;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.delivery.DeliveryState;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** Which letters. Members narrow together; an empty one does not narrow. */
@Value.Immutable
@ProviderType
public interface LetterQuery {
  Optional<String> key();

  Optional<String> recipient();

  Set<DeliveryState> states();

  /** Changed its state at or after this. */
  Optional<Instant> changedFrom();

  /** Queued before this moment. */
  Optional<Instant> queuedBefore();

  /** Whether its content is still there. */
  Optional<Boolean> withContent();

  static Builder builder() {
    return new Builder();
  }

  /** No narrowing. */
  static LetterQuery everything() {
    return builder().build();
  }

  /** Builds a query. */
  final class Builder extends ImmutableLetterQuery.Builder {
    Builder() {}
  }
}
