package org.daybook.core.control;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import org.daybook.api.delivery.NoticeChannel;
import org.daybook.api.error.DaybookException;
import org.daybook.api.job.Job;
import org.daybook.api.job.JobHandler;
import org.daybook.api.job.JobOutcome;
import org.daybook.api.job.JobQueue;
import org.daybook.api.notice.Notice;
import org.daybook.api.notice.Notices;
import org.daybook.api.plugin.PluginRunner;
import org.daybook.api.source.Intake;
import org.daybook.api.source.SourceStatus;
import org.daybook.api.store.NoticeQuery;
import org.daybook.api.store.Store;
import org.daybook.api.visit.Visits;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks again and again, on one node, what there is to be told; passes on what nobody acknowledged;
 * and takes notices to people. All that it knows is in the store, so any node goes on with it.
 */
@Component(service = JobHandler.class, immediate = true, configurationPid = Config.PID)
public final class SweepJob implements JobHandler {
  static final Job SWEEP = new Job("control", "sweep");

  private static final Logger LOG = LoggerFactory.getLogger(SweepJob.class);

  /** The most that a clock which is set back may have been ahead: more was no time of day. */
  private static final Duration MAX_JUMP = Duration.ofHours(2);

  private final Store store;
  private final Clock clock;
  private final Comparison comparison;
  private final Escalations escalations;
  private final Postman postman;
  private final Duration lookAgain;

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile List<NoticeChannel> channels = List.of();

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile Intake intake;

  @Activate
  public SweepJob(
      @Reference Store store,
      @Reference Clock clock,
      @Reference JobQueue jobs,
      @Reference Notices notices,
      @Reference Visits visits,
      @Reference PluginRunner runner,
      Config config) {
    this(store, clock, jobs, notices, visits, runner, Settings.of(config));
  }

  SweepJob(
      Store store,
      Clock clock,
      JobQueue jobs,
      Notices notices,
      Visits visits,
      PluginRunner runner,
      Settings settings) {
    this.store = store;
    this.clock = clock;
    Supplier<List<SourceStatus>> sources = () -> intake == null ? List.of() : intake.sources();
    this.comparison =
        new Comparison(
            store,
            notices,
            settings.words(),
            Rules.all(settings, visits, sources, clock.instant()));
    this.escalations = new Escalations(store, settings.telling().quiet());
    Channels calls = new Channels(runner, notices, settings.words(), settings.telling());
    this.postman = new Postman(store, calls, settings.telling(), settings.words());
    this.lookAgain = settings.lookAgain();
    queue(jobs);
  }

  /** Queued for ever from the first start on; a start looks at once. */
  private static void queue(JobQueue jobs) {
    try {
      jobs.enqueue(SWEEP);
      jobs.hasten(SWEEP);
    } catch (DaybookException e) {
      LOG.warn("The first look waits for the next start of control: {}", e.getMessage());
    }
  }

  @Override
  public String type() {
    return SWEEP.type();
  }

  @Override
  public JobOutcome run(Job job) {
    comparison.run(moment());
    // A new moment each: what was just raised is told now, not at the next look.
    attempt("Passing notices on", () -> escalations.run(moment()));
    attempt("Telling", () -> postman.run(channels, moment()));
    return JobOutcome.again(clock.instant().plus(lookAgain));
  }

  /**
   * Now, or when the newest notice was raised if the clock was set back since: what has been told
   * by then is neither taken back nor told again.
   */
  private Instant moment() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return store
        .read(tx -> tx.notices().last(NoticeQuery.everything()))
        .map(Notice::raisedAt)
        .filter(raised -> raised.isAfter(now) && !raised.isAfter(now.plus(MAX_JUMP)))
        .orElse(now);
  }

  private static void attempt(String what, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      // Thrown on, it would make the job come ever later, and the rules with it.
      LOG.warn("{} waits for the next look: {}", what, e.toString());
    }
  }
}
