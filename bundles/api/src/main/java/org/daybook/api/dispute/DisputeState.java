package org.daybook.api.dispute;

import java.util.Map;
import java.util.Optional;

/** Where a dispute stands. What is not in the table is refused. */
public enum DisputeState {
  /** Its task is created; nobody has looked into it yet. */
  OPENED,
  /** A manager looks into it (internal review). */
  UNDER_REVIEW,
  /** The client was right. */
  UPHELD,
  /** The client was not right. */
  REJECTED,
  /** The client took it back. */
  WITHDRAWN,
  /** Decided, and its task came to its end. */
  CLOSED;

  private static final Map<DisputeState, Map<DisputeEvent, DisputeState>> TABLE =
      Map.of(
          OPENED, Map.of(DisputeEvent.REVIEW, UNDER_REVIEW, DisputeEvent.WITHDRAW, WITHDRAWN),
          UNDER_REVIEW,
              Map.of(
                  DisputeEvent.UPHOLD, UPHELD,
                  DisputeEvent.REJECT, REJECTED,
                  DisputeEvent.WITHDRAW, WITHDRAWN),
          UPHELD, Map.of(DisputeEvent.CLOSE, CLOSED),
          REJECTED, Map.of(DisputeEvent.CLOSE, CLOSED),
          WITHDRAWN, Map.of(DisputeEvent.CLOSE, CLOSED));

  /** The state that follows, or empty if the event is refused in this state. */
  public Optional<DisputeState> on(DisputeEvent event) {
    return Optional.ofNullable(TABLE.getOrDefault(this, Map.of()).get(event));
  }

  /** Whether the review has come to a result, or was called off. */
  public boolean isDecided() {
    return this != OPENED && this != UNDER_REVIEW;
  }
}
