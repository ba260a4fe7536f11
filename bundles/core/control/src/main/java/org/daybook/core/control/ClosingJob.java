package org.daybook.core.control;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.job.Job;
import org.daybook.api.job.JobHandler;
import org.daybook.api.job.JobOutcome;
import org.daybook.api.notice.Notice;
import org.daybook.api.notice.Notices;
import org.daybook.api.store.NoticeQuery;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;
import org.daybook.api.visit.Visit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Looks once at what a visit left behind, whose id is the key of the job; queued when it is closed,
 * and when its record is corrected.
 */
@Component(service = JobHandler.class, configurationPid = Config.PID)
public final class ClosingJob implements JobHandler {
  static final String TYPE = "closing";

  private static final Actor CONTROL = Actor.system("control");

  private final Store store;
  private final Clock clock;
  private final Notices notices;
  private final Words words;
  private final List<ClosingRule> rules;

  @Activate
  public ClosingJob(
      @Reference Store store, @Reference Clock clock, @Reference Notices notices, Config config) {
    this(store, clock, notices, Settings.of(config));
  }

  ClosingJob(Store store, Clock clock, Notices notices, Settings settings) {
    this.store = store;
    this.clock = clock;
    this.notices = notices;
    this.words = settings.words();
    this.rules = Rules.ofClosing(settings.thresholds());
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public JobOutcome run(Job job) {
    return store.inTransaction(
        CONTROL,
        tx -> {
          tx.visits()
              .find(job.key())
              .filter(visit -> visit.state().isClosed())
              .ifPresent(visit -> tell(tx, visit));
          return JobOutcome.finished();
        });
  }

  private void tell(Transaction tx, Visit closed) {
    Look look = new Look(tx, clock.instant().truncatedTo(ChronoUnit.MICROS), words);
    for (ClosingRule rule : rules) {
      rule.facts(look, closed).stream()
          .filter(fact -> !wasTold(tx, rule, fact))
          .forEach(
              fact -> notices.raise(rule.kind(), fact.key(), fact.subject(), fact.recipientId()));
    }
  }

  /** A crash repeats the job, and a correction need not change what the fact is about. */
  private static boolean wasTold(Transaction tx, Rule rule, Fact fact) {
    NoticeQuery told = NoticeQuery.builder().addKinds(rule.kind()).key(fact.key()).build();
    Optional<Notice> last = tx.notices().last(told);
    return last.filter(notice -> notice.subject().equals(fact.subject())).isPresent();
  }
}
