package org.daybook.core.reports;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.directory.Client;
import org.daybook.api.job.Job;
import org.daybook.api.job.JobQueue;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.notice.Notices;
import org.daybook.api.report.ReportState;
import org.daybook.api.report.VisitReport;
import org.daybook.api.store.Store;

/** Tells the client's manager of a report that waits for them, again and again until they look. */
final class Reviews {
  /** The type of the job that reminds; its key is the report's id. */
  static final String JOB = "report-review";

  private static final Actor PLATFORM = Actor.system("reports");

  private final Store store;
  private final Clock clock;
  private final Notices notices;
  private final JobQueue jobs;
  private final Duration patience;

  Reviews(Store store, Clock clock, Notices notices, JobQueue jobs, Duration patience) {
    this.store = store;
    this.clock = clock;
    this.notices = notices;
    this.jobs = jobs;
    this.patience = patience;
  }

  /** A report is held; called in the transaction that does it. */
  void begin(VisitReport held, Client client) {
    notices.raise(
        NoticeKind.REVIEW_WAITING,
        key(held),
        sentence("review.begins", held, client, 0),
        client.managerId());
    jobs.enqueue(new Job(JOB, held.id()), clock.instant().plus(patience));
  }

  /** A report is held no more; called in the transaction that does it. */
  void end(VisitReport report) {
    notices.withdraw(NoticeKind.REVIEW_WAITING, key(report));
    notices.withdraw(NoticeKind.REVIEW_WAITING, formerKey(report));
  }

  /**
   * Reminds of a report, if it still waits.
   *
   * @return when to remind again; empty if there is nothing left to remind of
   */
  Optional<Instant> remind(String reportId) {
    return store.inTransaction(
        PLATFORM,
        tx -> {
          // Locked: who releases it meanwhile withdraws the notice that we raise.
          Optional<VisitReport> held =
              tx.reports()
                  .findForUpdate(reportId)
                  .filter(report -> report.state() == ReportState.HELD);
          held.ifPresent(
              report -> remind(report, tx.clients().find(report.clientId()).orElseThrow()));
          return held.map(report -> clock.instant().plus(patience));
        });
  }

  private void remind(VisitReport held, Client client) {
    long hours = Duration.between(held.createdAt(), clock.instant()).toHours();
    // A new notice: one that was acknowledged would not be seen again.
    end(held);
    notices.raise(
        NoticeKind.REVIEW_WAITING,
        key(held),
        sentence("review.waits", held, client, hours),
        client.managerId());
  }

  private static String sentence(String key, VisitReport report, Client client, long hours) {
    return new Words(client.language())
        .say(
            key,
            Map.of(
                "number", report.number(),
                "revision", report.revision(),
                "client", client.name(),
                "hours", hours));
  }

  /** It leads to the page of the visit, where the report is sent. */
  private static String key(VisitReport report) {
    return "visit:" + report.visitId() + ":report:" + report.id();
  }

  /** Notices that stand since before version 1.3 have it. */
  private static String formerKey(VisitReport report) {
    return "report:" + report.id();
  }
}
