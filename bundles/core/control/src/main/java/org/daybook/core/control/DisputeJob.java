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
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Looks after one dispute that was decided, whose id is the key of the job: closes it once its task
 * came to its end.
 */
@Component(service = JobHandler.class, configurationPid = Config.PID)
public final class DisputeJob implements JobHandler {
  static final String TYPE = "dispute";

  private static final Actor CONTROL = Actor.system("control");
  private static final Duration UNTIL_NEXT_LOOK = Duration.ofSeconds(30);

  private final Store store;
  private final Clock clock;
  private final Settings settings;

  @Activate
  public DisputeJob(@Reference Store store, @Reference Clock clock, Config config) {
    this(store, clock, Settings.of(config));
  }

  DisputeJob(Store store, Clock clock, Settings settings) {
    this.store = store;
    this.clock = clock;
    this.settings = settings;
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public JobOutcome run(Job job) {
    Optional<Dispute> decided =
        store
            .read(tx -> tx.disputes().find(job.key()))
            .filter(dispute -> isToBeClosed(dispute.state()));
    if (decided.isEmpty()) {
      return JobOutcome.finished();
    }
    if (!store.read(tx -> isTaskOver(tx, decided.get()))) {
      return JobOutcome.again(now().plus(UNTIL_NEXT_LOOK));
    }
    return store.inTransaction(
        CONTROL,
        tx -> {
          tx.disputes()
              .findForUpdate(job.key())
              .filter(dispute -> isToBeClosed(dispute.state()))
              .ifPresent(dispute -> tx.disputes().update(desk().closed(dispute)));
          return JobOutcome.finished();
        });
  }

  private static boolean isToBeClosed(DisputeState state) {
    return state.isDecided() && state != DisputeState.CLOSED;
  }

  private DisputeDesk desk() {
    return new DisputeDesk(now(), settings.answerWithin());
  }

  private static boolean isTaskOver(Transaction tx, Dispute dispute) {
    return tx.tasks().find(dispute.taskId()).filter(task -> !task.state().isFinal()).isEmpty();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
