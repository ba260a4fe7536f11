package org.daybook.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.daybook.api.job.Job;
import org.daybook.api.job.JobHandler;
import org.daybook.api.job.JobOutcome;
import org.junit.Test;

public class InMemoryJobQueueTest {
  private static final Job JOB = new Job("report", "visit-1");

  private final SettableClock clock = new SettableClock();
  private final InMemoryStore store = new InMemoryStore(clock);
  private final InMemoryJobQueue queue = new InMemoryJobQueue(store, clock);

  @Test
  public void aJobOfARolledBackTransactionIsGone() {
    assertThatThrownBy(
            () ->
                store.prepare(
                    tx -> {
                      queue.enqueue(JOB);
                      throw new IllegalStateException("on purpose");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(queue.jobs()).isEmpty();
    store.prepare(tx -> queue.enqueue(JOB));
    assertThat(queue.jobs()).containsOnlyKeys(JOB);
  }

  @Test
  public void aJobThatIsQueuedStaysAsItIsUntilItIsHastened() {
    queue.enqueue(JOB, Examples.NOW.plusSeconds(60));
    queue.enqueue(JOB);
    assertThat(queue.jobs()).containsEntry(JOB, Examples.NOW.plusSeconds(60));
    queue.hasten(JOB);
    assertThat(queue.jobs()).containsEntry(JOB, Examples.NOW);
  }

  @Test
  public void jobsRunWhenTheyAreDueUntilTheyAreFinished() {
    List<Job> runs = new ArrayList<>();
    JobHandler handler =
        handler(
            job -> {
              runs.add(job);
              return runs.size() == 1
                  ? JobOutcome.again(Examples.NOW.plusSeconds(60))
                  : JobOutcome.finished();
            });
    queue.enqueue(JOB);
    queue.runAll(handler);
    assertThat(runs).hasSize(1);
    clock.advance(Duration.ofMinutes(1));
    queue.runAll(handler);
    assertThat(runs).hasSize(2);
    assertThat(queue.jobs()).isEmpty();
  }

  @Test
  public void aJobThatFailsComesAgain() {
    JobHandler failing =
        handler(
            job -> {
              throw new IllegalStateException("on purpose");
            });
    queue.enqueue(JOB);
    assertThat(queue.runAll(failing)).isEqualTo(1);
    assertThat(queue.failures()).hasSize(1);
    assertThat(queue.jobs()).containsKey(JOB);
  }

  @Test
  public void aJobWithoutHandlerWaits() {
    queue.enqueue(JOB);
    assertThat(queue.runAll()).isZero();
    assertThat(queue.jobs()).containsKey(JOB);
  }

  private interface Run {
    JobOutcome of(Job job);
  }

  private static JobHandler handler(Run run) {
    return new JobHandler() {
      @Override
      public String type() {
        return "report";
      }

      @Override
      public JobOutcome run(Job job) {
        return run.of(job);
      }
    };
  }
}
