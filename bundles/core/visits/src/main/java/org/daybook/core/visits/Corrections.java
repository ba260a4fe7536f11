package org.daybook.core.visits;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.job.Job;
import org.daybook.api.job.JobQueue;
import org.daybook.api.report.ReportState;
import org.daybook.api.store.CheckQuery;
import org.daybook.api.store.FrozenVisit;
import org.daybook.api.store.ReportQuery;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;
import org.daybook.api.visit.Check;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.Correction;
import org.daybook.api.visit.Visit;

/**
 * Amends the record of a closed visit. The record is amended as the manager says; the tasks, checks
 * and problems of today follow only as far as nothing that happened since says otherwise.
 */
final class Corrections {

  private final Store store;
  private final Clock clock;
  private final JobQueue jobs;
  private final FrozenJson json;

  Corrections(Store store, Clock clock, JobQueue jobs, FrozenJson json) {
    this.store = store;
    this.clock = clock;
    this.jobs = jobs;
    this.json = json;
  }

  void correct(Actor actor, String visitId, Correction correction) {
    Guard.requireManager(actor, "correct the record of a closed visit");
    Conflicts.retried(
        () ->
            store.inTransaction(
                actor,
                tx -> {
                  correct(tx, actor, visitId, correction);
                  return null;
                }));
  }

  private void correct(Transaction tx, Actor actor, String visitId, Correction correction) {
    Visit visit = Guard.lock(tx, visitId);
    if (!visit.state().isClosed()) {
      throw new RefusedException("The visit is " + visit.state() + ", not closed.");
    }
    FrozenVisit frozen =
        tx.frozenVisit(visitId).orElseThrow(() -> new NotFoundException("frozen visit", visitId));
    ClosedVisit view = json.read(frozen.json());
    Map<String, Check> checks =
        tx.checks().all(CheckQuery.builder().visitId(visitId).build()).stream()
            .collect(toMap(Check::id, identity()));
    new CorrectionInput(view, checks).check(correction);
    refuseWhileReportIsMade(tx, frozen);

    RecordedTasks tasks = new RecordedTasks(tx, visit, view);
    correction.tasks().forEach(tasks::correct);
    RecordedDevices devices = new RecordedDevices(tx, actor, visit, tasks.view());
    correction.checks().forEach(each -> devices.correct(checks.get(each.checkId()), each.answer()));
    tx.freeze(
        new FrozenVisit(
            visitId,
            frozen.revision() + 1,
            Optional.of(correction.reason().strip()),
            json.write(devices.view()),
            clock.instant()));
    jobs.enqueue(new Job("report", visitId));
    jobs.enqueue(new Job("closing", visitId));
  }

  /**
   * Each revision of the record gets its own revision of the report, so that no reason is lost. It
   * also keeps two managers from correcting what the other has not seen.
   */
  private static void refuseWhileReportIsMade(Transaction tx, FrozenVisit frozen) {
    boolean made =
        tx.reports()
            .last(ReportQuery.builder().visitId(frozen.visitId()).build())
            .filter(report -> report.revision() >= frozen.revision())
            .filter(
                report ->
                    report.state() != ReportState.COLLECTING
                        && report.state() != ReportState.FROZEN)
            .isPresent();
    if (!made) {
      throw new RefusedException(
          "Revision "
              + frozen.revision()
              + " of this visit's report is being made. Look at it first, then correct it.");
    }
  }
}
