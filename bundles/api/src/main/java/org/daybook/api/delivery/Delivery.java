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

  /** When it was first tried; empty before that, and after a manager had it begin anew. */
  Optional<Instant> firstTriedAt();

  /** When the recipient acknowledged it, whatever was known of it then. */
  Optional<Instant> acknowledgedAt();

  /** How many times it was tried. */
  @Value.Default
  default int attempts() {
    return 0;
  }

  Optional<Instant> nextAttemptAt();

  /** Whether it was put off because nothing could be sent at all; see {@link Receipt.Deferred}. */
  @Value.Default
  default boolean awaitsServer() {
    return false;
  }

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
