package org.daybook.api.plan;

/** What can happen to the plan of a month; see {@link PlanState#on}. */
public enum PlanEvent {
  /** Its visits go into the calendar. */
  PUBLISH,
  DISCARD
}
