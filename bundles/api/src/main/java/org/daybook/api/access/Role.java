package org.daybook.api.access;

/** What somebody does in the company, and so what they may do here. */
public enum Role {
  /** Installs and runs Daybook. */
  ADMIN,
  /** Leads engineers: plans visits, sets tasks, decides. */
  MANAGER,
  /** Works on site. */
  ENGINEER,
  /** Solves requests remotely. */
  SUPPORT,
  /** Another department's expert, to whom tasks are handed over. */
  SPECIALIST
}
