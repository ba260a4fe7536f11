package org.daybook.core.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.daybook.api.access.Actor;
import org.daybook.api.job.Job;
import org.daybook.api.job.JobQueue;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;

/**
 * What a mail server put off, whatever it is: one server takes it all. The order is this process's
 * own; what waits stands in the store, because another node may have tried it.
 */
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
   * When to try again what is put off.
   *
   * @param earliest when it may be
   */
  Instant until(String id, Instant earliest) {
    return order.again(id, clock.instant(), earliest);
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
    passOver(() -> order.older(id));
    return order.turn(id, clock.instant());
  }

  /**
   * Looks up until when something waits for the server. Not inside of a transaction: what that
   * changes is not there for others yet. One at a time, so that whoever looks last knows the most.
   *
   * @return whether it waits
   */
  synchronized boolean look(String id) {
    Optional<Instant> until = store.read(tx -> waitsUntil(tx, id));
    until.ifPresentOrElse(moment -> order.waits(id, moment), () -> order.ended(id));
    return until.isPresent();
  }

  /** Looks if the server is there again, by what waits longest. */
  void tryOldest(Duration atMostEvery) {
    passOver(order::oldest);
    order.toTry(clock.instant(), atMostEvery).ifPresent(oldest -> hasten(List.of(oldest)));
  }

  /** A message was taken: nobody waits for the end of a pause any more. */
  void taken(String id) {
    List<String> waiting = order.taken(id);
    if (!waiting.isEmpty()) {
      hasten(waiting);
    }
  }

  /** Forgets what comes first and waits no more, so that it holds up nobody. */
  private void passOver(Supplier<Optional<String>> first) {
    Optional<String> id = first.get();
    while (id.isPresent() && !look(id.get())) {
      id = first.get();
    }
  }

  private Optional<Instant> waitsUntil(Transaction tx, String id) {
    return kinds.stream().flatMap(kind -> waitsUntil(tx, kind, id).stream()).findFirst();
  }

  private static <T> Optional<Instant> waitsUntil(Transaction tx, Outgoing<T> kind, String id) {
    return kind.find(tx, id).map(kind::progress).flatMap(Progress::waitsForServerUntil);
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
      kind.progress(deferred)
          .waitsForServerUntil()
          .ifPresent(until -> waiting.put(kind.id(deferred), until));
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
            .filter(
                each ->
                    kind.progress(each).waitsForServerUntil().filter(now::isBefore).isPresent());
    if (waiting.isPresent()) {
      T value = waiting.get();
      kind.update(tx, kind.with(value, kind.progress(value).next(now, true)));
      jobs.hasten(new Job(kind.job(), id));
    }
  }
}
