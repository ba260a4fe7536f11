package org.daybook.api.store;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.delivery.DeliveryState;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** Which deliveries. Members narrow together; an empty one does not narrow. */
@Value.Immutable
@ProviderType
public interface DeliveryQuery {
  Optional<String> reportId();

  /** Of any of these reports. */
  Set<String> reportIds();

  Optional<String> clientId();

  Optional<String> contactId();

  Set<DeliveryState> states();

  /** Changed its state at or after this; never one of before that was kept. */
  Optional<Instant> changedFrom();

  static Builder builder() {
    return new Builder();
  }

  /** No narrowing. */
  static DeliveryQuery everything() {
    return builder().build();
  }

  /** Builds a query. */
  final class Builder extends ImmutableDeliveryQuery.Builder {
    Builder() {}
  }
}
