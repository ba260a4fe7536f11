package org.daybook.api.dispute;

/** What can happen to a dispute; see {@link DisputeState#on}. */
public enum DisputeEvent {
  REVIEW,
  UPHOLD,
  REJECT,
  WITHDRAW,
  /** The task that was created for it came to its end. */
  CLOSE
}
