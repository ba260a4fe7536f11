package org.daybook.api.visit;

/** What came of a check. An answer may be corrected until the visit is closed. */
public enum CheckState {
  OPEN,
  OK,
  /** Something is wrong: description and action say what, and what is being done. */
  PROBLEM,
  /** Not done, for a reason. */
  SKIPPED;

  /** Whether an answer may follow this state: any but {@link #OPEN}. */
  public boolean canBecome(CheckState answer) {
    return answer != OPEN;
  }
}
