package org.daybook.core.reports;

import java.time.Clock;
import org.daybook.api.job.Job;
import org.daybook.api.job.JobHandler;
import org.daybook.api.job.JobOutcome;
import org.daybook.api.job.JobQueue;
import org.daybook.api.notice.Notices;
import org.daybook.api.store.Store;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reminds of a report that waits to be reviewed; the key of the job is the report's id. */
@Component(service = JobHandler.class, configurationPid = "org.daybook.reports")
public final class ReviewJob implements JobHandler {
  private final Reviews reviews;

  @Activate
  public ReviewJob(
      @Reference Store store,
      @Reference Clock clock,
      @Reference Notices notices,
      @Reference JobQueue jobs,
      BundleContext context,
      Config config) {
    this(new Reviews(store, clock, notices, jobs, Settings.of(config, context).reviewReminder()));
  }

  ReviewJob(Reviews reviews) {
    this.reviews = reviews;
  }

  @Override
  public String type() {
    return Reviews.JOB;
  }

  @Override
  public JobOutcome run(Job job) {
    return reviews.remind(job.key()).map(JobOutcome::again).orElseGet(JobOutcome::finished);
  }
}
