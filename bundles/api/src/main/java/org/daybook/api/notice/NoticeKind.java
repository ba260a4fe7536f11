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
  /** A visit was closed and nobody is to get its report. */
  NO_RECIPIENT,
  /** A visit was closed over something that had no outcome. */
  VIOLATION,
  /** A signal belongs to no known client. */
  UNASSIGNED_SIGNAL
}
