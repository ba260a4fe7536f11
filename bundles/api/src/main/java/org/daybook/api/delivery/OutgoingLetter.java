package org.daybook.api.delivery;

import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** A letter that is no report, on its way to one person; see {@link Mailing}. */
@Value.Immutable
@ProviderType
public interface OutgoingLetter {

  /** Sorts by the time of queueing. */
  String id();

  /** The {@link Mailing#key}; unique. */
  String key();

  /** The address it goes to. */
  String recipient();

  /** For people who look after letters. */
  String subject();

  /** The staff id of who is told if it cannot be delivered; empty for the operators. */
  Optional<String> overseerId();

  /**
   * The letter as it was frozen when it was queued, so that every attempt sends the same; empty
   * once that was thrown away because of its age. Not in the audit trail.
   */
  Optional<String> frozen();

  /** The id of the channel that was last used, or is expected. */
  String channel();

  @Value.Default
  default DeliveryState state() {
    return DeliveryState.QUEUED;
  }

  /** The {@code Message-ID} without angle brackets; the same at every attempt. */
  String messageId();

  /** The message ids of the letters that this one follows, oldest first, with spaces between. */
  Optional<String> references();

  /** How many times it was tried. */
  @Value.Default
  default int attempts() {
    return 0;
  }

  Optional<Instant> nextAttemptAt();

  /** When it was first tried; empty before that, and after a manager had it begin anew. */
  Optional<Instant> firstTriedAt();

  /** Whether it was put off because nothing could be sent at all; see {@link Receipt.Deferred}. */
  @Value.Default
  default boolean awaitsServer() {
    return false;
  }

  /** What the server, or we, said the last time. */
  Optional<String> lastAnswer();

  Instant queuedAt();

  Optional<Instant> sentAt();

  /** Since when it is in its state. */
  Instant stateAt();

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

  /** Builds an {@link OutgoingLetter}. */
  final class Builder extends ImmutableOutgoingLetter.Builder {
    Builder() {}
  }
}
