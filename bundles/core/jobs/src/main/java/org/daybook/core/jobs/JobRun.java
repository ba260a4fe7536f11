package org.daybook.core.jobs;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.daybook.api.error.DaybookException;
import org.daybook.api.job.Job;
import org.daybook.api.job.JobHandler;
import org.daybook.api.job.JobOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens when a job's time has come. */
final class JobRun {
  private static final Logger LOG = LoggerFactory.getLogger(JobRun.class);

  private final JobTable table;
  private final Clock clock;
  private final Backoff backoff;
  private final Duration handlerWait;
  private final Function<String, Optional<JobHandler>> handlers;

  /**
   * Makes the one kind of run.
   *
   * @param handlerWait how soon to look again for a handler that is not there
   * @param handlers by type
   */
  JobRun(
      JobTable table,
      Clock clock,
      Backoff backoff,
      Duration handlerWait,
      Function<String, Optional<JobHandler>> handlers) {
    this.table = table;
    this.clock = clock;
    this.backoff = backoff;
    this.handlerWait = handlerWait;
    this.handlers = handlers;
  }

  /** As db-scheduler wants it; its data are ours alone, see {@link JobTable}. */
  CustomTask<Void> task() {
    return Tasks.custom(JobTable.TASK, Void.class)
        .onFailure((failed, operations) -> retry(failed))
        .onDeadExecutionRevive()
        .execute((instance, context) -> run(JobId.parse(instance.getId())));
  }

  private CompletionHandler<Void> run(Job job) {
    Optional<JobHandler> handler = handlers.apply(job.type());
    if (handler.isEmpty()) {
      LOG.debug("{} waits for a handler", job);
      return (done, operations) -> wait(done);
    }
    JobOutcome outcome;
    try {
      outcome = handler.get().run(job);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new JobFailure(e);
    }
    return (done, operations) -> complete(done, outcome);
  }

  /** A job without a handler has not failed: its failures stay as they were. */
  private void wait(ExecutionComplete done) {
    Instant now = clock.instant();
    table.again(
        done.getExecution(), now.plus(handlerWait), done.getExecution().consecutiveFailures, now);
  }

  private void complete(ExecutionComplete done, JobOutcome outcome) {
    Instant now = clock.instant();
    if (outcome instanceof JobOutcome.Again again) {
      table.again(done.getExecution(), again.at(), 0, now);
    } else {
      table.finish(done.getExecution(), now);
    }
  }

  private void retry(ExecutionComplete failed) {
    Instant now = clock.instant();
    int failures = failed.getExecution().consecutiveFailures + 1;
    Duration wait = backoff.after(failures);
    report(JobId.parse(failed.getExecution().getId()), failures, wait, cause(failed));
    table.again(failed.getExecution(), now.plus(wait), failures, now);
  }

  /** Told in full once; while it goes on failing, a line for each attempt is enough. */
  private static void report(Job job, int failures, Duration wait, Throwable cause) {
    if (failures == 1 && !(cause instanceof DaybookException)) {
      LOG.warn("{} failed and is tried again in {} s", job, wait.toSeconds(), cause);
    } else {
      LOG.warn(
          "{} failed {} times and is tried again in {} s: {}",
          job,
          failures,
          wait.toSeconds(),
          cause.toString());
    }
  }

  private static Throwable cause(ExecutionComplete failed) {
    Throwable thrown = failed.getCause().orElseGet(() -> new JobFailure(null));
    return thrown instanceof JobFailure && thrown.getCause() != null ? thrown.getCause() : thrown;
  }

  /** Carries what a handler threw through db-scheduler, which knows no checked exceptions. */
  private static final class JobFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JobFailure(Throwable cause) {
      super(cause);
    }
  }
}
