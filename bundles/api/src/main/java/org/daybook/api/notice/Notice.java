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

  /** The path of a page about it: {@code /board/visits/ID}. */
  Optional<String> about();

  @Value.Default
  default Urgency urgency() {
    return Urgency.NORMAL;
  }

  /** The staff id of who acknowledged it. */
  Optional<String> acknowledgedBy();

  Optional<Instant> acknowledgedAt();

  /**
   * The staff id of whom it was passed on to last, because nobody acted; empty while it was not
   * passed on, and if it went on to the operators.
   */
  Optional<String> escalatedTo();

  /** When it was passed on last. */
  Optional<Instant> escalatedAt();

  /**
   * When a channel took it to whoever it is for now; empty while none did. It is on the board all
   * the same.
   */
  Optional<Instant> sentAt();

  /** When channels are to be given it next; empty when there is nothing left to do. */
  Optional<Instant> tellAt();

  /** When it is passed on unless somebody acts; empty if it is not. */
  Optional<Instant> escalateAt();

  /** The staff id of whom it is for now; empty for the operators. */
  default Optional<String> addresseeId() {
    return escalatedAt().isPresent() ? escalatedTo() : recipientId();
  }

  /** Whether a notice may wait for the morning. */
  enum Urgency {
    /** It waits for the end of the quiet hours, and for a digest. */
    NORMAL,
    /** It goes out at once, at night too. */
    URGENT
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
