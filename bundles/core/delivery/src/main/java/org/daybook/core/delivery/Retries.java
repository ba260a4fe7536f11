package org.daybook.core.delivery;

import java.time.Clock;
import java.util.function.BiFunction;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.job.Job;
import org.daybook.api.job.JobQueue;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;

/** A person wants something tried again. */
final class Retries<T> {
  private final Store store;
  private final JobQueue jobs;
  private final Outgoing<T> kind;
  private final Clock clock;

  Retries(Store store, JobQueue jobs, Outgoing<T> kind, Clock clock) {
    this.store = store;
    this.jobs = jobs;
    this.kind = kind;
    this.clock = clock;
  }

  /**
   * Queues it again; after a failure it begins anew.
   *
   * @param mended looks whether it may be tried, and puts in what has changed since
   * @throws org.daybook.api.error.RefusedException if it was sent already
   */
  T retry(Actor actor, String id, BiFunction<Transaction, T, T> mended) {
    if (!actor.isAny(Role.ADMIN, Role.MANAGER)) {
      throw new ForbiddenException("Only a manager may retry a " + kind.job() + ".");
    }
    return store.inTransaction(
        actor,
        tx -> {
          T before = Ledger.locked(tx, kind, id);
          T value = mended.apply(tx, before);
          Progress progress = kind.progress(value);
          T queued =
              progress.state() == DeliveryState.QUEUED
                  ? value
                  : kind.with(value, progress.retried(clock.instant()));
          if (!queued.equals(before)) {
            queued = kind.update(tx, queued);
            // At once, not at the next look: it may fail again before that.
            kind.withdraw(queued);
          }
          Job job = new Job(kind.job(), id);
          jobs.enqueue(job);
          jobs.hasten(job);
          return queued;
        });
  }
}
