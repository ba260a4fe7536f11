package org.daybook.core.control;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.dispute.DisputeState;
import org.daybook.api.job.Job;
import org.daybook.api.job.JobHandler;
import org.daybook.api.job.JobOutcome;
import org.daybook.api.notice.Notices;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Looks after one dispute, whose id is the key of the job: reminds of it while nobody decides, and
 * closes it once it is decided and its task came to its end.
 */
@Component(service = JobHandler.class, configurationPid = Config.PID)
public final class DisputeJob implements JobHandler {
  static final String TYPE = "dispute";

  private static final Actor CONTROL = Actor.system("control");
  private static final Duration UNTIL_NEXT_LOOK = Duration.ofSeconds(30);

  private final Store store;
  private final Clock clock;
  private final DisputeNotices notices;
  private final Settings settings;

  @Activate
  public DisputeJob(
      @Reference Store store, @Reference Clock clock, @Reference Notices notices, Config config) {
    this(store, clock, notices, Settings.of(config));
  }

  DisputeJob(Store store, Clock clock, Notices notices, Settings settings) {
    this.store = store;
    this.clock = clock;
    this.notices = new DisputeNotices(notices, settings.words());
    this.settings = settings;
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public JobOutcome run(Job job) {
    Optional<JobOutcome> nothingToDo = store.read(tx -> unchanged(tx, job.key()));
    // Looked at again under a lock: somebody may decide at the same moment.
    return nothingToDo.orElseGet(
        () ->
            store.inTransaction(
                CONTROL,
                tx -> {
                  tx.disputes().findForUpdate(job.key()).ifPresent(dispute -> change(tx, dispute));
                  return unchanged(tx, job.key())
                      .orElseGet(() -> JobOutcome.again(now().plus(settings.decideWithin())));
                }));
  }

  /** When to look again, if there is nothing to be done now. */
  private Optional<JobOutcome> unchanged(Transaction tx, String id) {
    Optional<Dispute> found = tx.disputes().find(id);
    if (found.filter(dispute -> dispute.state() != DisputeState.CLOSED).isEmpty()) {
      return Optional.of(JobOutcome.finished());
    }
    Dispute dispute = found.get();
    if (dispute.state().isDecided()) {
      return isTaskOver(tx, dispute)
          ? Optional.empty()
          : Optional.of(JobOutcome.again(now().plus(UNTIL_NEXT_LOOK)));
    }
    return Optional.of(reminderAt(dispute)).filter(now()::isBefore).map(JobOutcome::again);
  }

  private void change(Transaction tx, Dispute dispute) {
    if (!dispute.state().isDecided()) {
      Duration waited = Duration.between(dispute.openedAt(), now());
      notices.waiting(tx, dispute, waited.toHours());
    } else if (dispute.state() != DisputeState.CLOSED && isTaskOver(tx, dispute)) {
      tx.disputes().update(new DisputeDesk(now(), settings.answerWithin()).closed(dispute));
    }
  }

  private Instant reminderAt(Dispute dispute) {
    return dispute.openedAt().plus(settings.decideWithin());
  }

  private static boolean isTaskOver(Transaction tx, Dispute dispute) {
    return tx.tasks().find(dispute.taskId()).filter(task -> !task.state().isFinal()).isEmpty();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
