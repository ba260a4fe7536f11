package org.daybook.api.notice;

import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** Something a manager or an operator is told, once per fact. */
@Value.Immutable
@ProviderType
public interface Notice {

  String id();

  NoticeKind kind();

  /** Names the fact, so that it is told once: {@code section:devices}. */
  String key();

  /** What happened and what to do, in a sentence. */
  String subject();

  /** The staff id of who is told; empty for the operators. */
  Optional<String> recipientId();

  @Value.Default
  default State state() {
    return State.RAISED;
  }

  Instant raisedAt();

  /** When the fact was last seen. */
  Instant lastSeenAt();

  /** How many times it was seen, from 1. */
  @Value.Default
  default int seen() {
    return 1;
  }

  /** Where a notice stands. */
  enum State {
    RAISED,
    ACKNOWLEDGED,
    /** The fact went away. */
    WITHDRAWN
  }

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

  /** Builds a {@link Notice}. */
  final class Builder extends ImmutableNotice.Builder {
    Builder() {}
  }
}
