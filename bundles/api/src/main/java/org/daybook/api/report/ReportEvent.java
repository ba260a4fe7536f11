package org.daybook.api.report;

/** What can happen to a report; see {@link ReportState#on}. */
public enum ReportEvent {
  FREEZE,
  HOLD,
  RELEASE,
  SUPERSEDE
}
