package org.daybook.api.directory;

/** How a member of staff gets notices by mail. */
public enum NoticeMail {
  /** As soon as they are raised and it is no quiet time. */
  AT_ONCE,
  /** Once a day in one letter; what is urgent still comes at once. */
  DAILY_DIGEST,
  /** Never. */
  NONE
}
