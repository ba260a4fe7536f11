package org.daybook.channels.mail;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Instant;
import org.daybook.api.delivery.Returns;
import org.daybook.api.error.DaybookException;
import org.daybook.api.job.Job;
import org.daybook.api.job.JobHandler;
import org.daybook.api.job.JobOutcome;
import org.daybook.api.job.JobQueue;
import org.daybook.api.notice.Notices;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the mailbox that bounces come to, again and again: one durable job, so that one node at a
 * time does it. While no host is named, nothing happens.
 */
@Component(service = JobHandler.class, immediate = true, configurationPid = BounceSettings.PID)
@Designate(ocd = BouncesConfig.class)
public final class BouncePolling implements JobHandler {
  static final Job JOB = new Job("bounce-poll", "mailbox");

  private static final Logger LOG = LoggerFactory.getLogger(BouncePolling.class);

  private final BounceSettings settings;
  private final BounceMailbox mailbox;
  private final MailboxTrouble trouble;
  private final Clock clock;

  @Activate
  public BouncePolling(
      @Reference Returns returns,
      @Reference JobQueue jobs,
      @Reference Notices notices,
      @Reference Clock clock,
      BouncesConfig config) {
    this(returns, jobs, notices, clock, BounceSettings.of(config));
  }

  BouncePolling(
      Returns returns, JobQueue jobs, Notices notices, Clock clock, BounceSettings settings) {
    this.settings = settings;
    this.mailbox = new BounceMailbox(settings, returns);
    this.trouble = new MailboxTrouble(settings, notices, clock);
    this.clock = clock;
    if (settings.complete()) {
      LOG.info("Bounces are read from {}", settings);
      begin(jobs);
    } else {
      LOG.info("No bounces are read: {} names no host", BounceSettings.PID);
      trouble.over();
    }
  }

  @Override
  public String type() {
    return JOB.type();
  }

  /** What the platform throws, as without storage, makes the job come again; the mail stays. */
  @Override
  public JobOutcome run(Job job) {
    if (!settings.complete()) {
      return JobOutcome.finished();
    }
    Instant next = clock.instant().plus(settings.pollEvery());
    try {
      boolean more = mailbox.read();
      trouble.over();
      return JobOutcome.again(more ? clock.instant() : next);
    } catch (MessagingException e) {
      trouble.is(Answers.sentence(e));
      return JobOutcome.again(next);
    }
  }

  /** With other settings it is looked at once, however long the pause was before. */
  private static void begin(JobQueue jobs) {
    try {
      jobs.enqueue(JOB);
      jobs.hasten(JOB);
    } catch (DaybookException e) {
      LOG.warn("No bounces are read until this starts anew: {}", e.getMessage());
    }
  }
}
