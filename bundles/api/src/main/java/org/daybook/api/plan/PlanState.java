package org.daybook.api.plan;

import java.util.Map;
import java.util.Optional;

/** Where the plan of a month stands. What is not in the table is refused. */
public enum PlanState {
  /** Managers look at it and change it; its visits are in nobody's calendar yet. */
  DRAFT,
  /** Its visits are in the calendar. */
  PUBLISHED,
  /** Thrown away; another plan of the month may follow. */
  SUPERSEDED;

  private static final Map<PlanState, Map<PlanEvent, PlanState>> TABLE =
      Map.of(DRAFT, Map.of(PlanEvent.PUBLISH, PUBLISHED, PlanEvent.DISCARD, SUPERSEDED));

  /** The state that follows, or empty if the event is refused in this state. */
  public Optional<PlanState> on(PlanEvent event) {
    return Optional.ofNullable(TABLE.getOrDefault(this, Map.of()).get(event));
  }
}
