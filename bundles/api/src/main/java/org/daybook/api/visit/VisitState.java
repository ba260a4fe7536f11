package org.daybook.api.visit;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Where a visit stands. The whole machine is the table at the end; the rest is refused. */
public enum VisitState {
  DRAFT,
  SCHEDULED,
  RESCHEDULED,
  ON_SITE,
  CLOSING,
  CLOSED,
  REPORTED,
  MISSED,
  CANCELLED;

  private static final Map<VisitState, Map<VisitEvent, VisitState>> TABLE =
      new EnumMap<>(VisitState.class);

  /** The state that follows, or empty if the event is refused in this state. */
  public Optional<VisitState> on(VisitEvent event) {
    return Optional.ofNullable(TABLE.getOrDefault(this, Map.of()).get(event));
  }

  /** Whether the engineer is there and works. */
  public boolean isUnderWay() {
    return this == ON_SITE || this == CLOSING;
  }

  /** Whether its content is frozen. */
  public boolean isClosed() {
    return this == CLOSED || this == REPORTED;
  }

  /** Whether nobody is expected there any more, so that what is left goes to another visit. */
  public boolean isOver() {
    return isClosed() || this == MISSED || this == CANCELLED;
  }

  private static void row(VisitState from, VisitEvent event, VisitState to) {
    TABLE.computeIfAbsent(from, s -> new EnumMap<>(VisitEvent.class)).put(event, to);
  }

  static {
    row(DRAFT, VisitEvent.SCHEDULE, SCHEDULED);
    row(SCHEDULED, VisitEvent.RESCHEDULE, RESCHEDULED);
    row(RESCHEDULED, VisitEvent.SCHEDULE, SCHEDULED);
    row(SCHEDULED, VisitEvent.START, ON_SITE);
    row(SCHEDULED, VisitEvent.MISS, MISSED);
    // Somebody was there all the same, and only the news of it came late
    row(MISSED, VisitEvent.START, ON_SITE);
    row(SCHEDULED, VisitEvent.CANCEL, CANCELLED);
    row(ON_SITE, VisitEvent.BEGIN_CLOSING, CLOSING);
    row(CLOSING, VisitEvent.CLOSE, CLOSED);
    row(CLOSED, VisitEvent.REPORT, REPORTED);
    row(DRAFT, VisitEvent.CANCEL, CANCELLED);
  }
}
