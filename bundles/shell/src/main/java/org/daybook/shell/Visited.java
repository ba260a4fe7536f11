package org.daybook.shell;

import org.daybook.api.error.NotFoundException;
import org.daybook.api.report.Reports;
import org.daybook.api.report.VisitReport;

/** Reports by the visit that they are about. */
final class Visited {
  private Visited() {}

  /**
   * The newest revision of a visit's report.
   *
   * @throws NotFoundException if there is no such visit, or no report of it yet
   */
  static VisitReport report(Platform platform, String visitId) {
    if (platform.read(tx -> tx.visits().find(visitId)).isEmpty()) {
      throw new NotFoundException("visit", visitId);
    }
    return platform
        .with(Reports.class, reports -> reports.newest(visitId))
        .orElseThrow(() -> new NotFoundException("report yet of visit", visitId));
  }

  /** A report as an operator reads of it. */
  static String name(VisitReport report) {
    return "Report " + report.number() + ", revision " + report.revision();
  }
}
