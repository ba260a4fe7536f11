package org.daybook.api.task;

/** How soon something must be done, rising. */
public enum Priority {
  LOW,
  NORMAL,
  HIGH,
  URGENT
}
