package org.daybook.core.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.sql.DataSource;
import org.daybook.api.job.Job;
import org.daybook.api.job.JobHandler;
import org.daybook.api.job.JobQueue;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The job queue, on db-scheduler. Jobs are rows of the store's own database, so that they are
 * queued in the transaction that needs them, and shared out among all nodes of that database.
 */
@Component(service = JobQueue.class, immediate = true, configurationPid = "org.daybook.jobs")
@Designate(ocd = JobsConfig.class)
public final class DurableJobQueue implements JobQueue {
  private static final Logger LOG = LoggerFactory.getLogger(DurableJobQueue.class);

  /** The fewest that db-scheduler takes. */
  private static final int MISSED_HEARTBEATS = 4;

  /** Jobs of types whose bundle is being updated should not wait much longer than that takes. */
  private static final Duration HANDLER_WAIT = Duration.ofSeconds(3);

  /** Most transactions are committed by then, and their jobs need not wait for the next poll. */
  private static final long COMMIT_MILLIS = 50;

  private final Clock clock;
  private final JobTable table;
  private final HandlerRegistry registry = new HandlerRegistry();
  private final ScheduledExecutorService housekeeping;
  private final Scheduler scheduler;

  @Activate
  public DurableJobQueue(
      @Reference(target = "(daybook.transactional=true)") DataSource database,
      @Reference Clock clock,
      JobsConfig config)
      throws SQLException {
    this(database, clock, config, Optional.empty());
  }

  DurableJobQueue(
      DataSource database,
      Clock clock,
      JobsConfig config,
      Optional<Function<String, Optional<JobHandler>>> handlers)
      throws SQLException {
    check(config);
    Dialect dialect = Dialect.of(database);
    this.clock = clock;
    this.table = new JobTable(database, dialect);
    this.housekeeping = Executors.newScheduledThreadPool(3, daemons("daybook-jobs-housekeeping-"));
    JobRun run =
        new JobRun(
            table,
            clock,
            new Backoff(
                Duration.ofSeconds(config.firstRetrySeconds()),
                Duration.ofMinutes(config.maxRetryMinutes())),
            HANDLER_WAIT,
            handlers.orElse(registry::find));
    SchedulerBuilder builder =
        new SchedulerBuilder(database, List.of(run.task()))
            .clock(clock::instant)
            // one name per activation: what an earlier life left behind is not taken for ours
            .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
            .jdbcCustomization(dialect.customization())
            .threads(config.threads())
            .executorService(
                Executors.newFixedThreadPool(config.threads(), daemons("daybook-jobs-")))
            .dueExecutor(Executors.newSingleThreadExecutor(daemons("daybook-jobs-poll-")))
            .housekeeperExecutor(housekeeping)
            .pollingInterval(Duration.ofMillis(config.pollMillis()))
            .heartbeatInterval(Duration.ofSeconds(config.heartbeatSeconds()))
            .missedHeartbeatsLimit(MISSED_HEARTBEATS)
            .shutdownMaxWait(Duration.ofSeconds(config.stopSeconds()))
            // failures are reported by JobRun, with the job's name
            .failureLogging(LogLevel.OFF, false);
    dialect.poll(builder);
    this.scheduler = builder.build();
    scheduler.start();
    LOG.info("Jobs run on {} threads", config.threads());
  }

  @Deactivate
  void stop() {
    scheduler.stop();
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addHandler(ComponentServiceObjects<JobHandler> handler) {
    registry.add(handler);
  }

  void removeHandler(ComponentServiceObjects<JobHandler> handler) {
    registry.remove(handler);
  }

  @Override
  public void enqueue(Job job) {
    enqueue(job, clock.instant());
  }

  @Override
  public void enqueue(Job job, Instant at) {
    boolean committed = table.add(JobId.of(job), at);
    if (!at.isAfter(clock.instant())) {
      lookForJobs(committed);
    }
  }

  @Override
  public void hasten(Job job) {
    table.hasten(JobId.of(job), clock.instant());
    lookForJobs(false);
  }

  /** Looks for jobs whose time has come. */
  void look() {
    scheduler.triggerCheckForDueExecutions();
  }

  /** Whether no job is running or could. */
  boolean isIdle() {
    return table.countDue(clock.instant()) == 0;
  }

  @Override
  public long waiting() {
    return table.waiting();
  }

  private void lookForJobs(boolean now) {
    if (now) {
      scheduler.triggerCheckForDueExecutions();
    } else {
      housekeeping.schedule(
          scheduler::triggerCheckForDueExecutions, COMMIT_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private static void check(JobsConfig config) {
    positive("threads", config.threads());
    positive("pollMillis", config.pollMillis());
    positive("heartbeatSeconds", config.heartbeatSeconds());
    positive("firstRetrySeconds", config.firstRetrySeconds());
    positive("maxRetryMinutes", config.maxRetryMinutes());
    positive("stopSeconds", config.stopSeconds());
  }

  private static void positive(String key, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          key + " in org.daybook.jobs must be at least 1, is " + value);
    }
  }

  private static ThreadFactory daemons(String name) {
    ThreadFactory plain = Executors.defaultThreadFactory();
    return work -> {
      Thread thread = plain.newThread(work);
      thread.setDaemon(true);
      thread.setName(name + thread.getId());
      return thread;
    };
  }
}
