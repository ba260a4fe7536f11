package org.daybook.core.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.daybook.api.access.Actor;
import org.daybook.api.job.Job;
import org.daybook.api.job.JobQueue;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;

/** What a mail server put off, whatever it is: one server takes it all. */
final class PutOff {
  private static final Actor PLATFORM = Actor.system("delivery");

  private final Store store;
  private final JobQueue jobs;
  private final Clock clock;
  private final List<Outgoing<?>> kinds;
  private final RetryOrder order = new RetryOrder();

  PutOff(Store store, JobQueue jobs, Clock clock, List<Outgoing<?>> kinds) {
    this.store = store;
    this.jobs = jobs;
    this.clock = clock;
    this.kinds = kinds;
  }

  /**
   * Something was put off.
   *
   * @param earliest when it may be tried again
   * @return when it is to be
   */
  Instant until(String id, Instant earliest) {
    return order.putOff(id, clock.instant(), earliest);
  }

  /** It is not waited for any more. */
  void ended(String id) {
    order.ended(id);
  }

  /** A message was taken: after an outage nobody waits for the end of a pause any more. */
  void taken() {
    if (order.taken(clock.instant())) {
      store.inTransaction(
          PLATFORM,
          tx -> {
            kinds.forEach(kind -> hasten(tx, kind));
            return null;
          });
    }
  }

  private <T> void hasten(Transaction tx, Outgoing<T> kind) {
    Instant now = clock.instant();
    for (T deferred : kind.deferred(tx)) {
      Progress progress = kind.progress(deferred);
      if (progress.nextAttemptAt().filter(next -> next.isAfter(now)).isPresent()) {
        kind.update(tx, kind.with(deferred, progress.next(now)));
        jobs.hasten(new Job(kind.job(), kind.id(deferred)));
      }
    }
  }
}
