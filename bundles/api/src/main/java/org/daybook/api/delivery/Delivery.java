package org.daybook.api.delivery;

import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** One report to one recipient over one channel. */
@Value.Immutable
@ProviderType
public interface Delivery {

  String id();

  String reportId();

  String clientId();

  /** The contact it goes to. */
  String contactId();

  /** Their address when it was queued. */
  String recipient();

  /** The id of the channel that was last used, or is expected. */
  String channel();

  @Value.Default
  default DeliveryState state() {
    return DeliveryState.QUEUED;
  }

  /** The {@code Message-ID} without angle brackets; the same at every attempt. */
  String messageId();

  /** How many times it was tried. */
  @Value.Default
  default int attempts() {
    return 0;
  }

  Optional<Instant> nextAttemptAt();

  /** What the server, or we, said the last time. */
  Optional<String> lastAnswer();

  Instant queuedAt();

  Optional<Instant> sentAt();

  /** Since when it is in its state; empty for deliveries of before this was kept. */
  Optional<Instant> stateAt();

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

  /** Builds a {@link Delivery}. */
  final class Builder extends ImmutableDelivery.Builder {
    Builder() {}
  }
}
