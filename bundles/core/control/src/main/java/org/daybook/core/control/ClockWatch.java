package org.daybook.core.control;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.daybook.api.error.DaybookException;
import org.daybook.api.job.JobQueue;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes the look that would sleep as long as the clock was set back: an emergency's two hours do
 * not wait for a wrong clock.
 */
@Component(
    service = {},
    immediate = true)
public final class ClockWatch {
  private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);
  private static final long SECONDS = 60;

  private final Clock clock;
  private final JobQueue jobs;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(ClockWatch::thread);
  private Instant last;

  @Activate
  public ClockWatch(@Reference Clock clock, @Reference JobQueue jobs) {
    this.clock = clock;
    this.jobs = jobs;
    this.last = clock.instant();
    thread.scheduleWithFixedDelay(this::tick, SECONDS, SECONDS, TimeUnit.SECONDS);
  }

  @Deactivate
  public void stop() {
    thread.shutdownNow();
  }

  /** The thread counts its seconds by another clock than the one that is set back. */
  synchronized void tick() {
    Instant now = clock.instant();
    try {
      if (now.isBefore(last)) {
        jobs.hasten(SweepJob.SWEEP);
      }
      last = now;
    } catch (DaybookException e) {
      LOG.warn("The clock was set back, and the next look waits for it: {}", e.getMessage());
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = Executors.defaultThreadFactory().newThread(work);
    thread.setName("daybook-control-clock");
    thread.setDaemon(true);
    return thread;
  }
}
