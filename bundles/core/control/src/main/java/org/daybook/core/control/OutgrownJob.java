package org.daybook.core.control;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.daybook.api.error.DaybookException;
import org.daybook.api.job.Job;
import org.daybook.api.job.JobHandler;
import org.daybook.api.job.JobOutcome;
import org.daybook.api.job.JobQueue;
import org.daybook.api.notice.Notices;
import org.daybook.api.plan.Planning;
import org.daybook.api.plan.Shortfall;
import org.daybook.api.store.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every morning, and when a plan was published, whether equipment has outgrown the plans.
 * Only while there is planning: without it nothing is told, and nothing taken back.
 */
@Component(service = JobHandler.class, immediate = true, configurationPid = Config.PID)
public final class OutgrownJob implements JobHandler {
  /** Planning queues it when a plan was published. */
  static final Job LOOK = new Job("plan-outgrown", "daily");

  private static final LocalTime MORNING = LocalTime.of(6, 0);
  private static final Logger LOG = LoggerFactory.getLogger(OutgrownJob.class);

  private final Clock clock;
  private final Words words;
  private final Comparison comparison;

  @Activate
  public OutgrownJob(
      @Reference Store store,
      @Reference Clock clock,
      @Reference JobQueue jobs,
      @Reference Notices notices,
      @Reference Planning planning,
      Config config) {
    this(store, clock, jobs, notices, planning::shortfalls, Settings.of(config));
  }

  OutgrownJob(
      Store store,
      Clock clock,
      JobQueue jobs,
      Notices notices,
      Function<YearMonth, List<Shortfall>> shortfalls,
      Settings settings) {
    this.clock = clock;
    this.words = settings.words();
    this.comparison = new Comparison(store, notices, words, List.of(new OutgrownPlans(shortfalls)));
    try {
      jobs.enqueue(LOOK);
    } catch (DaybookException e) {
      LOG.warn("Plans are not compared with equipment until this starts anew: {}", e.getMessage());
    }
  }

  @Override
  public String type() {
    return LOOK.type();
  }

  @Override
  public JobOutcome run(Job job) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    comparison.run(now);
    return JobOutcome.again(nextMorning(now.atZone(words.zone())));
  }

  private static Instant nextMorning(ZonedDateTime now) {
    ZonedDateTime morning = now.with(MORNING);
    return (morning.isAfter(now) ? morning : morning.plusDays(1)).toInstant();
  }
}
