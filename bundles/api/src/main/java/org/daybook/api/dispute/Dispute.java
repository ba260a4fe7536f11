package org.daybook.api.dispute;

import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** The client misses a task in a report. Whatever comes of it, the task was created at once. */
@Value.Immutable
@ProviderType
public interface Dispute {

  String id();

  /** The sender's own name for it, to make a repeat harmless; unique per visit. */
  String externalId();

  /** The visit whose report misses the task. */
  String visitId();

  /** The revision of the report that the client had before them. */
  int revision();

  String clientId();

  /** Who at the client opened it; empty if a manager wrote it down for them. */
  Optional<String> contactId();

  /** The staff id of whom it concerns. */
  String engineerId();

  /** The task that was created for it. */
  String taskId();

  /** The missing task in the client's words. */
  String title();

  /** More in the client's words; blank if they wrote no more. */
  String text();

  @Value.Default
  default DisputeState state() {
    return DisputeState.OPENED;
  }

  Instant openedAt();

  /** When it came into its state. */
  Instant stateAt();

  /** What the engineer says to it. */
  Optional<String> answer();

  Optional<Instant> answeredAt();

  /** What the review came to, or that it was called off; stays when the dispute is CLOSED. */
  Optional<DisputeState> decision();

  /** What the review found, or why it was called off, for the client. */
  Optional<String> outcome();

  /** The staff id of the manager who decided. */
  Optional<String> decidedBy();

  Optional<Instant> decidedAt();

  /** Only of one that was upheld. */
  Optional<Penalty> penalty();

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

  /** Builds a {@link Dispute}. */
  final class Builder extends ImmutableDispute.Builder {
    Builder() {}
  }
}
