package org.daybook.api.report;

/** How good a thing is; renderers show it by colour and by sign, never by colour alone. */
public enum Tone {
  NEUTRAL,
  GOOD,
  /** Under way, or to be watched. */
  WARNING,
  BAD
}
