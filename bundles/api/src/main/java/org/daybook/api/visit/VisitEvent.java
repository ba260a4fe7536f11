package org.daybook.api.visit;

/** What can happen to a visit; see {@link VisitState#on}. */
public enum VisitEvent {
  /** It gets, or gets back, a place in the calendar. */
  SCHEDULE,
  RESCHEDULE,
  /** The engineer has arrived. */
  START,
  /** The engineer wants to close it, and the gate looks what is missing. */
  BEGIN_CLOSING,
  CLOSE,
  /** Its report was released. */
  REPORT,
  /** The day is over and nobody came. */
  MISS,
  CANCEL
}
