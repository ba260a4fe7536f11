package org.daybook.api.source;

/** What a signal says. */
public enum SignalKind {
  /** Something is to be done; a repeat of the same occurrence adds nothing. */
  RAISED,
  /** More is known of an occurrence that was raised; raises it if it was not. */
  UPDATED,
  /** It is over. Of an occurrence that was never raised: nothing happens. */
  CLEARED
}
