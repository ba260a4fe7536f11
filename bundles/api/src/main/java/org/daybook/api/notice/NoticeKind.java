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
  /** A task was to be done by now and has no outcome. */
  TASK_OVERDUE,
  /** A task has to be done soon and has no outcome. */
  TASK_DUE_SOON,
  /** A visit ended with tasks that were not done, for a reason. */
  TASKS_UNDONE,
  /** A visit ended with checks that were skipped, for a reason. */
  CHECKS_SKIPPED,
  /** The day of a planned visit is over and nobody came. */
  VISIT_MISSED,
  /** A visit has not begun in time. */
  LATE_START,
  /** A planned visit took less time than is expected. */
  EARLY_LEAVE,
  /** A visit was closed and its report is not out. */
  REPORT_LATE,
  /** A task was promised too often or for too long. */
  PROMISE_BROKEN,
  /** A specialist has not accepted a task that was handed over. */
  HANDOVER_WAITING,
  /** The time in which an emergency's engineer is promised runs out, or ran out. */
  EMERGENCY_CLOCK,
  /** A source that used to send sends nothing. */
  SOURCE_SILENT,
  /** A client's equipment asks for more visits than the month's plan has. */
  PLAN_OUTGROWN
}
