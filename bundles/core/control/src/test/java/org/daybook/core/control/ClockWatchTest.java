package org.daybook.core.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.job.Job;
import org.daybook.api.job.JobQueue;
import org.daybook.testkit.InMemoryJobQueue;
import org.daybook.testkit.InMemoryStore;
import org.daybook.testkit.SettableClock;
import org.junit.After;
import org.junit.Test;

public class ClockWatchTest {
  private final SettableClock clock = new SettableClock();
  private final InMemoryJobQueue jobs = new InMemoryJobQueue(new InMemoryStore(clock), clock);
  private Optional<RuntimeException> failure = Optional.empty();
  private final ClockWatch watch = new ClockWatch(clock, new FailingQueue());

  @After
  public void stop() {
    watch.stop();
  }

  @Test
  public void aLookThatWouldSleepForAnHourIsWoken() {
    jobs.enqueue(SweepJob.SWEEP, clock.instant().plusSeconds(60));
    clock.advance(Duration.ofHours(-1));
    watch.tick();
    assertThat(jobs.jobs()).containsEntry(SweepJob.SWEEP, clock.instant());
  }

  @Test
  public void aClockThatGoesOnOrJumpsForthWakesNothing() {
    jobs.enqueue(SweepJob.SWEEP, clock.instant().plus(Duration.ofDays(1)));
    for (Duration step : new Duration[] {Duration.ofMinutes(1), Duration.ofHours(1)}) {
      clock.advance(step);
      watch.tick();
      assertThat(jobs.jobs().get(SweepJob.SWEEP)).isAfter(clock.instant());
    }
  }

  @Test
  public void itIsTriedAgainWhileTheDatabaseIsDown() {
    jobs.enqueue(SweepJob.SWEEP, clock.instant().plusSeconds(60));
    clock.advance(Duration.ofHours(-1));
    failure = Optional.of(new UnavailableException("No database."));
    watch.tick();
    failure = Optional.empty();
    clock.advance(Duration.ofMinutes(1));
    watch.tick();
    assertThat(jobs.jobs()).containsEntry(SweepJob.SWEEP, clock.instant());
  }

  private final class FailingQueue implements JobQueue {
    @Override
    public void enqueue(Job job) {
      jobs.enqueue(job);
    }

    @Override
    public void enqueue(Job job, java.time.Instant at) {
      jobs.enqueue(job, at);
    }

    @Override
    public long waiting() {
      return jobs.waiting();
    }

    @Override
    public void hasten(Job job) {
      failure.ifPresent(
          thrown -> {
            throw thrown;
          });
      jobs.hasten(job);
    }
  }
}
