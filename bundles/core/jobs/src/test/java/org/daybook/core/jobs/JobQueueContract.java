package org.daybook.core.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.daybook.api.job.Job;
import org.daybook.api.job.JobHandler;
import org.daybook.api.job.JobOutcome;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** What the queue does on every database. */
public abstract class JobQueueContract {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Job JOB = new Job("report", "visit-1");

  private final Clock clock = new SystemClock();
  private final Map<String, JobHandler> handlers = new ConcurrentHashMap<>();
  private final List<DurableJobQueue> queues = new ArrayList<>();
  private JobsDatabase database;
  private DurableJobQueue queue;

  /** A database of its own for one test. */
  abstract JobsDatabase createDatabase() throws Exception;

  @Before
  public void open() throws Exception {
    database = createDatabase();
    queue = start();
  }

  @After
  public void close() throws SQLException {
    queues.forEach(DurableJobQueue::stop);
    database.drop();
  }

  @Test
  public void aJobIsDoneOnceAndGone() {
    List<Job> done = handle(job -> JobOutcome.finished());

    queue.enqueue(JOB);

    awaitEmptyTable();
    assertThat(done).containsExactly(JOB);
  }

  @Test
  public void inASimulationTimeIsMovedAndAllThatIsDueIsDone() throws Exception {
    List<Job> done =
        handle(
            job -> {
              if (job.key().equals("first")) {
                queue.enqueue(new Job("report", "second"));
              }
              return JobOutcome.finished();
            });
    SystemClock moved = new SystemClock();
    SimulatedTime time = new SimulatedTime(moved, start(moved));
    Instant tomorrow = moved.instant().plus(Duration.ofDays(1));
    queue.enqueue(new Job("report", "first"), tomorrow);
    queue.enqueue(new Job("report", "later"), tomorrow.plusSeconds(1));

    assertThat(time.settle(SOON)).isTrue();
    assertThat(done).isEmpty();
    time.moveTo(tomorrow);
    assertThat(moved.instant()).isEqualTo(tomorrow);
    assertThat(time.settle(SOON)).isTrue();

    assertThat(done).extracting(Job::key).containsExactly("first", "second");
    assertThatThrownBy(() -> time.moveTo(tomorrow.minusMillis(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  public void aJobThatIsQueuedTwiceIsDoneOnce() throws Exception {
    List<Job> done = handle(job -> JobOutcome.finished());

    database.inTransaction(
        () -> {
          queue.enqueue(JOB);
          queue.enqueue(JOB);
          return null;
        });

    awaitEmptyTable();
    assertThat(done).containsExactly(JOB);
  }

  @Test
  public void aJobIsNotDoneBeforeItsTransactionCommits() throws Exception {
    AtomicBoolean committed = new AtomicBoolean();
    AtomicBoolean early = new AtomicBoolean();
    handle(
        job -> {
          early.set(!committed.get());
          return JobOutcome.finished();
        });

    database.inTransaction(
        () -> {
          queue.enqueue(JOB);
          queue.enqueue(new Job("report", "visit-2"));
          committed.set(true);
          return null;
        });

    awaitEmptyTable();
    assertThat(early).isFalse();
  }

  @Test
  public void aWaitingJobThatATransactionQueuesAgainWaitsForItsCommit() throws Exception {
    List<Job> done = handle(job -> JobOutcome.finished());
    queue.enqueue(JOB, clock.instant().plusMillis(300));

    database.inTransaction(
        () -> {
          queue.enqueue(JOB);
          await().during(Duration.ofSeconds(1)).atMost(SOON).until(done::isEmpty);
          return null;
        });

    awaitEmptyTable();
    assertThat(done).containsExactly(JOB);
  }

  @Test
  public void aJobOfATransactionThatRollsBackNeverWas() throws Exception {
    List<Job> done = handle(job -> JobOutcome.finished());

    assertThatThrownBy(
            () ->
                database.inTransaction(
                    () -> {
                      queue.enqueue(JOB);
                      throw new IllegalStateException("rolled back");
                    }))
        .hasMessage("rolled back");
    queue.enqueue(new Job("report", "visit-2"));

    awaitEmptyTable();
    assertThat(done).containsExactly(new Job("report", "visit-2"));
  }

  @Test
  public void aJobThatFailsIsTriedAgainUntilItSucceeds() {
    AtomicInteger attempts = new AtomicInteger();
    handle(
        job -> {
          if (attempts.incrementAndGet() < 3) {
            throw new java.io.IOException("no connection");
          }
          return JobOutcome.finished();
        });

    queue.enqueue(JOB);

    awaitEmptyTable();
    assertThat(attempts).hasValue(3);
  }

  @Test
  public void anErrorInAHandlerIsAFailureLikeAnyOther() {
    AtomicInteger attempts = new AtomicInteger();
    handle(
        job -> {
          if (attempts.incrementAndGet() == 1) {
            throw new NoClassDefFoundError("org/example/Gone");
          }
          return JobOutcome.finished();
        });

    queue.enqueue(JOB);

    awaitEmptyTable();
    assertThat(attempts).hasValue(2);
  }

  @Test
  public void aHandlerMayAskToComeAgain() {
    List<Instant> runs = new CopyOnWriteArrayList<>();
    handle(
        job -> {
          runs.add(clock.instant());
          return runs.size() < 3
              ? JobOutcome.again(clock.instant().plusMillis(300))
              : JobOutcome.finished();
        });

    queue.enqueue(JOB);

    awaitEmptyTable();
    assertThat(runs).hasSize(3);
    assertThat(Duration.between(runs.get(0), runs.get(2))).isGreaterThan(Duration.ofMillis(600));
  }

  @Test
  public void aJobForLaterWaitsUntilItIsHastened() throws SQLException {
    List<Job> done = handle(job -> JobOutcome.finished());
    queue.enqueue(JOB, clock.instant().plus(Duration.ofDays(1)));
    queue.enqueue(new Job("report", "visit-2"));
    await().atMost(SOON).until(() -> done.size() == 1);
    assertThat(database.rows()).isEqualTo(1);
    assertThat(queue.waiting()).isEqualTo(1);

    queue.hasten(JOB);

    awaitEmptyTable();
    assertThat(queue.waiting()).isZero();
    assertThat(done).containsExactly(new Job("report", "visit-2"), JOB);
  }

  @Test
  public void hasteningAJobThatIsNotQueuedDoesNothing() throws SQLException {
    queue.hasten(JOB);

    assertThat(database.rows()).isZero();
  }

  @Test
  public void aJobWithoutHandlerWaitsForOneAndHasNotFailed() throws SQLException {
    queue.enqueue(JOB);
    Job other = new Job("delivery", "1");
    List<Job> others = new CopyOnWriteArrayList<>();
    handlers.put("delivery", handler("delivery", others, job -> JobOutcome.finished()));
    queue.enqueue(other);
    await().atMost(SOON).until(() -> others.contains(other));
    assertThat(database.rows()).isEqualTo(1);
    assertThat(database.failures()).isZero();

    List<Job> done = handle(job -> JobOutcome.finished());

    awaitEmptyTable();
    assertThat(done).containsExactly(JOB);
  }

  @Test
  public void aJobThatIsQueuedAgainWhileItRunsRunsAgain() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch queuedAgain = new CountDownLatch(1);
    List<Job> done =
        handle(
            job -> {
              running.countDown();
              assertThat(queuedAgain.await(20, TimeUnit.SECONDS)).isTrue();
              return JobOutcome.finished();
            });
    queue.enqueue(JOB);
    assertThat(running.await(20, TimeUnit.SECONDS)).isTrue();

    queue.enqueue(JOB);
    queuedAgain.countDown();

    awaitEmptyTable();
    assertThat(done).containsExactly(JOB, JOB);
  }

  @Test
  public void hasteningARunningJobOutdoesTheTimeItAsksFor() throws Exception {
    CountDownLatch hastened = new CountDownLatch(1);
    AtomicInteger runs = runThatAsksForTomorrowAfter(hastened);

    queue.hasten(JOB);
    hastened.countDown();

    awaitEmptyTable();
    assertThat(runs).hasValue(2);
  }

  @Test
  public void whatIsQueuedAgainWhileARunEndsNeedNotWaitForTheTimeItAsksFor() throws Exception {
    CountDownLatch queuedAgain = new CountDownLatch(1);
    AtomicInteger runs = runThatAsksForTomorrowAfter(queuedAgain);

    database.inTransaction(
        () -> {
          queue.enqueue(JOB);
          queuedAgain.countDown();
          // The end of the run comes upon the row of this transaction and waits for its commit.
          await().during(Duration.ofSeconds(1)).atMost(SOON).until(() -> runs.get() == 1);
          return null;
        });

    awaitEmptyTable();
    assertThat(runs).hasValue(2);
  }

  /** Begins a run that goes on until something has happened; the next run is the last. */
  private AtomicInteger runThatAsksForTomorrowAfter(CountDownLatch happened) throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    AtomicInteger runs = new AtomicInteger();
    handle(
        job -> {
          if (runs.incrementAndGet() > 1) {
            return JobOutcome.finished();
          }
          running.countDown();
          assertThat(happened.await(20, TimeUnit.SECONDS)).isTrue();
          return JobOutcome.again(clock.instant().plus(Duration.ofDays(1)));
        });
    queue.enqueue(JOB);
    assertThat(running.await(20, TimeUnit.SECONDS)).isTrue();
    return runs;
  }

  @Test
  public void twoNodesShareJobsOutAndNoneIsDoneTwice() throws SQLException {
    DurableJobQueue second = start();
    Map<Job, AtomicInteger> runs = new ConcurrentHashMap<>();
    handle(
        job -> {
          runs.computeIfAbsent(job, j -> new AtomicInteger()).incrementAndGet();
          return JobOutcome.finished();
        });

    for (int i = 0; i < 100; i++) {
      (i % 2 == 0 ? queue : second).enqueue(new Job("report", "visit-" + i));
    }

    awaitEmptyTable();
    assertThat(runs).hasSize(100);
    assertThat(runs.values()).allMatch(count -> count.get() == 1);
  }

  @Test
  public void aJobWhoseNodeDiedIsDoneByAnother() throws SQLException {
    List<Job> done = handle(job -> JobOutcome.finished());

    database.insertAbandoned("report:visit-1", clock.instant().minusSeconds(30));

    awaitEmptyTable();
    assertThat(done).containsExactly(JOB);
  }

  @Test
  public void aJobInterruptedByTheStopOfItsNodeIsDoneByAnother() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    AtomicInteger runs = new AtomicInteger();
    handle(
        job -> {
          if (runs.incrementAndGet() == 1) {
            running.countDown();
            new CountDownLatch(1).await();
          }
          return JobOutcome.finished();
        });
    queue.enqueue(JOB);
    assertThat(running.await(20, TimeUnit.SECONDS)).isTrue();

    Instant before = clock.instant();
    queue.stop();
    assertThat(Duration.between(before, clock.instant())).isLessThan(Duration.ofSeconds(15));
    start();

    awaitEmptyTable();
    assertThat(runs).hasValue(2);
  }

  @Test
  public void aStoppedQueueLeavesNoThread() throws SQLException {
    queues.forEach(DurableJobQueue::stop);
    queues.clear();

    await()
        .atMost(SOON)
        .until(
            () ->
                Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().startsWith("daybook-jobs-")));
  }

  @Test
  public void aSettingThatCannotBeIsNamed() {
    assertThatThrownBy(
            () ->
                new DurableJobQueue(
                    database.transactional(),
                    clock,
                    new TestConfig(0, 100, 1, 1, 1, 1),
                    Optional.empty()))
        .hasMessage("threads in org.daybook.jobs must be at least 1, is 0");
  }

  private DurableJobQueue start() throws SQLException {
    return start(clock);
  }

  private DurableJobQueue start(Clock time) throws SQLException {
    DurableJobQueue started =
        new DurableJobQueue(
            database.transactional(),
            time,
            TestConfig.fast(),
            Optional.of(type -> Optional.ofNullable(handlers.get(type))));
    queues.add(started);
    return started;
  }

  /** What a handler does, said shortly. */
  private interface Body {
    JobOutcome run(Job job) throws Exception;
  }

  private List<Job> handle(Body body) {
    List<Job> done = new CopyOnWriteArrayList<>();
    handlers.put("report", handler("report", done, body));
    return done;
  }

  private static JobHandler handler(String type, List<Job> done, Body body) {
    return new JobHandler() {
      @Override
      public String type() {
        return type;
      }

      @Override
      public JobOutcome run(Job job) throws Exception {
        done.add(job);
        return body.run(job);
      }
    };
  }

  private void awaitEmptyTable() {
    await().atMost(SOON).until(() -> database.rows() == 0);
  }
}
