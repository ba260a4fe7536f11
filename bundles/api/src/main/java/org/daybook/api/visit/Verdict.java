package org.daybook.api.visit;

/** Whether a piece of equipment is in order; derived, never typed in. */
public enum Verdict {
  /** Every mandatory check is OK, and no problem or monitoring fault on it is open. */
  GREEN,
  RED
}
