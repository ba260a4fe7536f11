package org.daybook.core.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.access.Actor;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.delivery.DeliveryEvent;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.job.Job;
import org.daybook.api.job.JobOutcome;
import org.daybook.api.job.JobQueue;
import org.daybook.api.report.VisitReport;
import org.daybook.api.store.DeliveryQuery;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;

/** Keeps what is known of each delivery: every change of state is one transaction here. */
final class Ledger {
  static final String JOB = "delivery";
  static final Set<DeliveryState> PENDING = Set.of(DeliveryState.QUEUED, DeliveryState.DEFERRED);

  private static final Actor PLATFORM = Actor.system("delivery");

  private final Store store;
  private final JobQueue jobs;
  private final FailureNotices failures;
  private final Clock clock;
  private final Settings settings;
  private final RetryOrder order = new RetryOrder();

  Ledger(Store store, JobQueue jobs, FailureNotices failures, Clock clock, Settings settings) {
    this.store = store;
    this.jobs = jobs;
    this.failures = failures;
    this.clock = clock;
    this.settings = settings;
  }

  /** What notices about a delivery are known by. */
  static String key(Delivery delivery) {
    return "delivery:" + delivery.id();
  }

  /** The delivery if it is still to be sent. */
  Optional<Delivery> pending(String deliveryId) {
    return store
        .read(tx -> tx.deliveries().find(deliveryId))
        .filter(delivery -> PENDING.contains(delivery.state()));
  }

  Optional<Delivery> first(VisitReport report) {
    return store.read(tx -> Queueing.of(tx, report)).stream().findFirst();
  }

  /** Writes down what came of an attempt. */
  JobOutcome record(String deliveryId, Outcome outcome) {
    JobOutcome next =
        store.inTransaction(PLATFORM, tx -> record(tx, locked(tx, deliveryId), outcome));
    if (outcome instanceof Outcome.Sent && order.taken(now())) {
      hastenWhatWasPutOff();
    } else if (next instanceof JobOutcome.Finished) {
      order.ended(deliveryId);
    }
    return next;
  }

  private JobOutcome record(Transaction tx, Delivery delivery, Outcome outcome) {
    if (!PENDING.contains(delivery.state())) {
      if (outcome instanceof Outcome.Sent && delivery.state() == DeliveryState.FAILED) {
        // Called off while the server took it: what happened counts.
        return sent(tx, tried(Steps.queued(delivery, now()), outcome));
      }
      return JobOutcome.finished();
    }
    if (outcome instanceof Outcome.Waiting waiting) {
      return keepWaiting(tx, delivery, waiting);
    }
    Delivery tried = tried(Steps.queued(delivery, now()), outcome);
    if (outcome instanceof Outcome.Sent) {
      return sent(tx, tried);
    }
    if (outcome instanceof Outcome.Deferred) {
      boolean tooLong =
          Duration.between(delivery.queuedAt(), now()).compareTo(settings.giveUpAfter()) >= 0;
      return tooLong ? failed(tx, tried, "gaveUp") : deferred(tx, tried);
    }
    return failed(
        tx,
        tried,
        outcome instanceof Outcome.Unwritable ? "unwritable" : Reasons.of(outcome.answer()));
  }

  private static Delivery tried(Delivery queued, Outcome outcome) {
    return queued.toBuilder()
        .channel(outcome.channel())
        .attempts(queued.attempts() + 1)
        .nextAttemptAt(Optional.empty())
        .lastAnswer(LastAnswer.storable(outcome.answer()))
        .build();
  }

  private JobOutcome sent(Transaction tx, Delivery tried) {
    tx.deliveries()
        .update(Steps.step(tried, DeliveryEvent.SEND, now()).toBuilder().sentAt(now()).build());
    failures.withdraw(tried);
    return JobOutcome.finished();
  }

  private JobOutcome deferred(Transaction tx, Delivery tried) {
    Instant earliest = now().plus(settings.pauseAfter(tried.attempts()));
    Instant next = order.putOff(tried.id(), now(), earliest);
    tx.deliveries()
        .update(
            Steps.step(tried, DeliveryEvent.DEFER, now()).toBuilder().nextAttemptAt(next).build());
    return JobOutcome.again(next);
  }

  private JobOutcome failed(Transaction tx, Delivery tried, String reason) {
    Delivery failed = tx.deliveries().update(Steps.step(tried, DeliveryEvent.FAIL, now()));
    failures.failed(tx, failed, reason);
    return JobOutcome.finished();
  }

  /** Written down once, not at every look, because the audit trail keeps every change. */
  private JobOutcome keepWaiting(Transaction tx, Delivery delivery, Outcome.Waiting waiting) {
    String answer = LastAnswer.storable(waiting.answer());
    boolean known =
        delivery.state() == DeliveryState.DEFERRED
            && delivery.lastAnswer().filter(answer::equals).isPresent();
    if (!known) {
      Delivery waits =
          delivery.state() == DeliveryState.DEFERRED
              ? delivery
              : Steps.step(delivery, DeliveryEvent.DEFER, now());
      tx.deliveries()
          .update(
              waits.toBuilder()
                  .channel(waiting.channel())
                  .nextAttemptAt(Optional.empty())
                  .lastAnswer(answer)
                  .build());
    }
    return JobOutcome.again(now().plus(settings.missingPartPause()));
  }

  /** The server takes messages again: nobody waits for the end of a pause any more. */
  private void hastenWhatWasPutOff() {
    store.inTransaction(
        PLATFORM,
        tx -> {
          List<Delivery> deferred =
              tx.deliveries()
                  .all(DeliveryQuery.builder().addStates(DeliveryState.DEFERRED).build());
          for (Delivery delivery : deferred) {
            if (delivery.nextAttemptAt().filter(next -> next.isAfter(now())).isPresent()) {
              tx.deliveries().update(delivery.toBuilder().nextAttemptAt(now()).build());
              jobs.hasten(new Job(JOB, delivery.id()));
            }
          }
          return null;
        });
  }

  static Delivery locked(Transaction tx, String deliveryId) {
    return tx.deliveries()
        .findForUpdate(deliveryId)
        .orElseThrow(() -> new NotFoundException("delivery", deliveryId));
  }

  private Instant now() {
    return clock.instant();
  }
}
