package org.daybook.api.notice;

/** What a notice is about. */
public enum NoticeKind {
  SOURCE_FAULT,
  LISTENER_FAULT,
  SECTION_FAULT,
  RENDERER_FAULT,
  CHANNEL_FAULT,
  /** A report could not be delivered to a recipient. */
  DELIVERY_FAILED,
  /** A report was sent and came back. */
  DELIVERY_BOUNCED,
  /** A report waits for a manager to look at it. */
  REVIEW_WAITING,
  /** A client misses a task in a report. */
  DISPUTE_OPENED,
  /** A dispute waits for somebody, too long. */
  DISPUTE_WAITING,
  /** A template or a branding file cannot be used; the built-in one is. */
  LOOKS_FAULT,
  /** A visit was closed and nobody is to get its report. */
  NO_RECIPIENT,
  /** A visit was closed over something that had no outcome. */
  VIOLATION,
  /** A signal belongs to no known client. */
  UNASSIGNED_SIGNAL,
  /** A client's equipment asks for more visits than the month's plan has. */
  PLAN_OUTGROWN
}
