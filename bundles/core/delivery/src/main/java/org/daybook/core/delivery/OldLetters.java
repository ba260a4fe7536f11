package org.daybook.core.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.access.Actor;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.delivery.OutgoingLetter;
import org.daybook.api.error.DaybookException;
import org.daybook.api.job.Job;
import org.daybook.api.job.JobHandler;
import org.daybook.api.job.JobOutcome;
import org.daybook.api.job.JobQueue;
import org.daybook.api.store.LetterQuery;
import org.daybook.api.store.Page;
import org.daybook.api.store.PageRequest;
import org.daybook.api.store.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Throws away once a day what old letters said: what is known of their delivery stays, and nobody
 * needs to read for years what a letter told somebody.
 */
@Component(service = JobHandler.class, immediate = true)
public final class OldLetters implements JobHandler {
  static final Job JOB = new Job("letter-cleanup", "daily");

  private static final Logger LOG = LoggerFactory.getLogger(OldLetters.class);
  private static final Actor PLATFORM = Actor.system("delivery");
  private static final Duration PERIOD = Duration.ofDays(1);
  private static final int AT_ONCE = 100;

  /** What is still to be sent is kept, however old it is. */
  private static final Set<DeliveryState> OVER =
      Set.of(
          DeliveryState.SENT,
          DeliveryState.ACKNOWLEDGED,
          DeliveryState.BOUNCED,
          DeliveryState.FAILED);

  private final Store store;
  private final Clock clock;
  private final Duration kept;

  @Activate
  public OldLetters(
      @Reference Store store,
      @Reference JobQueue jobs,
      @Reference Clock clock,
      @Reference Outlet outlet) {
    this.store = store;
    this.clock = clock;
    this.kept = outlet.settings().lettersKept();
    try {
      jobs.enqueue(JOB);
    } catch (DaybookException e) {
      LOG.warn("Old letters are kept until this starts anew: {}", e.getMessage());
    }
  }

  @Override
  public String type() {
    return JOB.type();
  }

  @Override
  public JobOutcome run(Job job) {
    Instant now = clock.instant();
    LetterQuery old =
        LetterQuery.builder().queuedBefore(now.minus(kept)).withContent(true).states(OVER).build();
    boolean more =
        store.inTransaction(
            PLATFORM,
            tx -> {
              Page<OutgoingLetter> page =
                  tx.letters().list(old, new PageRequest(AT_ONCE, Optional.empty(), false));
              page.items()
                  .forEach(
                      letter ->
                          tx.letters().update(letter.toBuilder().frozen(Optional.empty()).build()));
              return page.next().isPresent();
            });
    return JobOutcome.again(more ? now : now.plus(PERIOD));
  }
}
