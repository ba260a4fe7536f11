package org.daybook.api.delivery;

import java.time.Instant;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** What one person was last told of one visit's place in the calendar (RFC 5546). */
@Value.Immutable
@ProviderType
public interface Invitation {

  String id();

  String visitId();

  String contactId();

  /** The {@code SEQUENCE} of the event in it; grows with each. */
  int sequence();

  /** Whether it called the visit off. */
  boolean cancelled();

  /** Names what it said: two that say the same have the same. */
  String said();

  /** The {@link Mailing#key} of the letter that carried it. */
  String letterKey();

  Instant queuedAt();

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

  /** Builds an {@link Invitation}. */
  final class Builder extends ImmutableInvitation.Builder {
    Builder() {}
  }
}
