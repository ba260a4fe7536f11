package org.daybook.core.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.delivery.DeliveryEvent;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.directory.Contact;
import org.daybook.api.error.RefusedException;
import org.daybook.api.job.Job;
import org.daybook.api.job.JobQueue;
import org.daybook.api.report.ReportState;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;

/** A person wants a delivery tried again. */
final class Retries {
  private final Store store;
  private final JobQueue jobs;
  private final FailureNotices failures;
  private final Clock clock;

  Retries(Store store, JobQueue jobs, FailureNotices failures, Clock clock) {
    this.store = store;
    this.jobs = jobs;
    this.failures = failures;
    this.clock = clock;
  }

  /**
   * @throws RefusedException if it was sent already, or is out of date
   */
  Delivery retry(Actor actor, String deliveryId) {
    return store.inTransaction(
        actor,
        tx -> {
          Delivery delivery = Ledger.locked(tx, deliveryId);
          requireNewest(tx, delivery);
          Delivery queued = delivery;
          if (delivery.state() != DeliveryState.QUEUED) {
            queued = tx.deliveries().update(requeued(tx, delivery));
          }
          Job job = new Job(Ledger.JOB, deliveryId);
          jobs.enqueue(job);
          jobs.hasten(job);
          return queued;
        });
  }

  /** It begins anew, with the address that the contact has now. */
  private Delivery requeued(Transaction tx, Delivery delivery) {
    if (delivery.state().on(DeliveryEvent.REQUEUE).isEmpty()) {
      throw new RefusedException("The delivery is " + delivery.state() + " already.");
    }
    Instant now = clock.instant();
    Delivery.Builder queued =
        Steps.queued(delivery, now).toBuilder()
            .nextAttemptAt(Optional.empty())
            .firstTriedAt(Optional.empty())
            .awaitsServer(false)
            .attempts(0);
    if (delivery.state() != DeliveryState.DEFERRED) {
      queued.queuedAt(now);
    }
    tx.contacts().find(delivery.contactId()).flatMap(Contact::email).ifPresent(queued::recipient);
    // What was acknowledged by a manager must be told again if it fails again.
    failures.withdraw(delivery);
    return queued.build();
  }

  /** What a later revision took the place of is out of date for good. */
  private static void requireNewest(Transaction tx, Delivery delivery) {
    tx.reports()
        .find(delivery.reportId())
        .filter(report -> report.state() == ReportState.SUPERSEDED)
        .ifPresent(
            report -> {
              throw new RefusedException(
                  "A later revision took the place of revision "
                      + report.revision()
                      + " of the report "
                      + report.number()
                      + ".");
            });
  }
}
