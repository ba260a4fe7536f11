package org.daybook.core.access;

import java.time.Clock;
import java.time.Duration;
import org.daybook.api.access.Actor;
import org.daybook.api.error.DaybookException;
import org.daybook.api.job.Job;
import org.daybook.api.job.JobHandler;
import org.daybook.api.job.JobOutcome;
import org.daybook.api.job.JobQueue;
import org.daybook.api.store.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Throws away, once a day, the sessions that are over for some days: whoever comes back to a form
 * that they left open is still known by theirs. What the audit trail says of them stays.
 */
@Component(service = JobHandler.class, immediate = true)
public final class EndedSessionsJob implements JobHandler {
  static final Duration KEPT = Duration.ofDays(7);
  static final Job JOB = new Job("ended-sessions", "sweep");

  private static final Logger LOG = LoggerFactory.getLogger(EndedSessionsJob.class);
  private static final Actor ACCESS = Actor.system("access");
  private static final Duration DAILY = Duration.ofDays(1);

  private final Store store;
  private final Clock clock;

  @Activate
  public EndedSessionsJob(
      @Reference Store store, @Reference JobQueue jobs, @Reference Clock clock) {
    this.store = store;
    this.clock = clock;
    try {
      jobs.enqueue(JOB);
    } catch (DaybookException e) {
      LOG.warn("Sessions that are over stay until this starts anew: {}", e.getMessage());
    }
  }

  @Override
  public String type() {
    return JOB.type();
  }

  @Override
  public JobOutcome run(Job job) {
    store.inTransaction(ACCESS, tx -> tx.forgetSessions(clock.instant().minus(KEPT)));
    return JobOutcome.again(clock.instant().plus(DAILY));
  }
}
