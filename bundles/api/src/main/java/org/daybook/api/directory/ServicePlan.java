package org.daybook.api.directory;

/** What a client has agreed on. */
public enum ServicePlan {
  BASIC(false),
  STANDARD(false),
  PREMIUM(true);

  private final boolean visitReports;

  ServicePlan(boolean visitReports) {
    this.visitReports = visitReports;
  }

  /** Whether the responsible person gets a report after each planned visit. */
  public boolean includesVisitReports() {
    return visitReports;
  }
}
