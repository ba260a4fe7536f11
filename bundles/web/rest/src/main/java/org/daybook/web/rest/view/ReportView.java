package org.daybook.web.rest.view;

import java.time.Instant;
import org.daybook.api.report.ReportState;
import org.daybook.api.report.VisitReport;

/**
 * One revision of a visit's report.
 *
 * @param number for people; the same for all revisions
 * @param reason why it was revised; null for the first
 * @param sequence position among all reports of the client; 0 if it is older than the chain
 * @param previousSha256 hash of the client's report before it
 */
public record ReportView(
    String id,
    String number,
    int revision,
    String visit,
    String client,
    String clientId,
    ReportState state,
    String sha256,
    String reason,
    Instant createdAt,
    Instant releasedAt,
    int sequence,
    String previousSha256,
    long version)
    implements Versioned {
  /** More than the changes that any revision goes through. */
  private static final long CHANGES_OF_ONE = 1000;

  public static ReportView of(VisitReport report, Names names) {
    return new ReportView(
        report.id(),
        report.number(),
        report.revision(),
        report.visitId(),
        names.client(report.clientId()),
        report.clientId(),
        report.state(),
        report.sha256(),
        report.reason().orElse(null),
        report.createdAt(),
        report.releasedAt().orElse(null),
        report.sequence(),
        report.previousSha256().orElse(null),
        version(report));
  }

  /**
   * Rises with each change of a revision and with each new revision, so that who saw an earlier
   * revision is told apart from who saw this one: both may have been changed as often.
   */
  public static long version(VisitReport report) {
    return report.revision() * CHANGES_OF_ONE + report.version();
  }
}
