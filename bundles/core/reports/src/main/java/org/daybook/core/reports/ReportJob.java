package org.daybook.core.reports;

import java.time.Clock;
import java.time.Duration;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.job.Job;
import org.daybook.api.job.JobHandler;
import org.daybook.api.job.JobOutcome;
import org.daybook.api.report.Reports;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the report of a visit that was closed; the key of the job is the visit's id. */
@Component
public final class ReportJob implements JobHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ReportJob.class);
  private static final Duration WHILE_A_PART_IS_MISSING = Duration.ofSeconds(5);

  private final Reports reports;
  private final Clock clock;

  @Activate
  public ReportJob(@Reference Reports reports, @Reference Clock clock) {
    this.reports = reports;
    this.clock = clock;
  }

  @Override
  public String type() {
    return "report";
  }

  @Override
  public JobOutcome run(Job job) {
    try {
      reports.assemble(job.key());
      return JobOutcome.finished();
    } catch (UnavailableException e) {
      LOG.info("The report of visit {} waits: {}", job.key(), e.getMessage());
      return JobOutcome.again(clock.instant().plus(WHILE_A_PART_IS_MISSING));
    } catch (NotFoundException e) {
      LOG.warn("There is no report to make: {}", e.getMessage());
      return JobOutcome.finished();
    }
  }
}
