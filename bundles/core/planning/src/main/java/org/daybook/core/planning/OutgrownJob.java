package org.daybook.core.planning;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import org.daybook.api.error.DaybookException;
import org.daybook.api.job.Job;
import org.daybook.api.job.JobHandler;
import org.daybook.api.job.JobOutcome;
import org.daybook.api.job.JobQueue;
import org.daybook.api.notice.Notices;
import org.daybook.api.store.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every morning, and when a plan was published, whether equipment has outgrown the plans. */
@Component(service = JobHandler.class, configurationPid = PlanningConfig.PID)
public final class OutgrownJob implements JobHandler {
  static final Job JOB = new Job("plan-outgrown", "daily");

  private static final LocalTime MORNING = LocalTime.of(6, 0);
  private static final Logger LOG = LoggerFactory.getLogger(OutgrownJob.class);

  private final Clock clock;
  private final Settings settings;
  private final Outgrown outgrown;

  @Activate
  public OutgrownJob(
      @Reference Store store,
      @Reference Clock clock,
      @Reference JobQueue jobs,
      @Reference Notices notices,
      PlanningConfig config) {
    this(store, clock, notices, Settings.of(config));
    try {
      jobs.enqueue(JOB);
    } catch (DaybookException e) {
      LOG.warn("Plans are not compared with equipment until this starts anew: {}", e.getMessage());
    }
  }

  OutgrownJob(Store store, Clock clock, Notices notices, Settings settings) {
    this.clock = clock;
    this.settings = settings;
    this.outgrown = new Outgrown(store, notices, settings);
  }

  @Override
  public String type() {
    return JOB.type();
  }

  @Override
  public JobOutcome run(Job job) {
    ZonedDateTime now = clock.instant().atZone(settings.zone());
    outgrown.check(YearMonth.from(now));
    return JobOutcome.again(nextMorning(now));
  }

  private static Instant nextMorning(ZonedDateTime now) {
    ZonedDateTime morning = now.with(MORNING);
    return (morning.isAfter(now) ? morning : morning.plusDays(1)).toInstant();
  }
}
