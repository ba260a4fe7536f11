package org.daybook.core.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.delivery.DeliveryState;
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
  private boolean recalled;

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

  /**
   * Something is to be tried for the first time.
   *
   * @return when it is its turn, if something older waits for the server
   */
  Optional<Instant> getInLine(String id) {
    recallOnce();
    return order.getInLine(id, clock.instant());
  }

  /** Looks if the server is there again, by what waits longest. */
  void tryOldest(Duration atMostEvery) {
    order.toTry(clock.instant(), atMostEvery).ifPresent(oldest -> hasten(List.of(oldest)));
  }

  /** A message was taken: nobody waits for the end of a pause any more. */
  void taken(String id) {
    List<String> waiting = order.taken(id);
    if (!waiting.isEmpty()) {
      hasten(waiting);
    }
  }

  /** What waited for the server before this process began still goes first. */
  private synchronized void recallOnce() {
    if (recalled) {
      return;
    }
    Map<String, Instant> waiting = new HashMap<>();
    store.read(
        tx -> {
          kinds.forEach(kind -> recall(tx, kind, waiting));
          return null;
        });
    order.recall(waiting);
    recalled = true;
  }

  private static <T> void recall(Transaction tx, Outgoing<T> kind, Map<String, Instant> waiting) {
    for (T deferred : kind.deferred(tx)) {
      Progress progress = kind.progress(deferred);
      if (progress.awaitsServer()) {
        progress.nextAttemptAt().ifPresent(next -> waiting.put(kind.id(deferred), next));
      }
    }
  }

  private void hasten(List<String> ids) {
    store.inTransaction(
        PLATFORM,
        tx -> {
          ids.forEach(id -> kinds.forEach(kind -> hasten(tx, kind, id)));
          return null;
        });
  }

  private <T> void hasten(Transaction tx, Outgoing<T> kind, String id) {
    Instant now = clock.instant();
    Optional<T> waiting =
        kind.lock(tx, id)
            .filter(each -> kind.progress(each).state() == DeliveryState.DEFERRED)
            .filter(each -> kind.progress(each).nextAttemptAt().filter(now::isBefore).isPresent());
    if (waiting.isPresent()) {
      T value = waiting.get();
      kind.update(tx, kind.with(value, kind.progress(value).next(now, true)));
      jobs.hasten(new Job(kind.job(), id));
    }
  }
}
