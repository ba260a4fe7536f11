package org.daybook.web.pages.client;

import org.daybook.api.report.VisitReport;

/**
 * One revision in the list of them.
 *
 * @param sent when it went out
 * @param reason why it was made; blank for the first
 * @param shown whether it is the one on the page
 */
public record RevisionView(int number, String sent, String reason, boolean shown) {
  static RevisionView of(VisitReport report, int shown, Words words) {
    return new RevisionView(
        report.revision(),
        words.moment(report.releasedAt().orElse(report.createdAt())),
        report.reason().orElse(""),
        report.revision() == shown);
  }
}
