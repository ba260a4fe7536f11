package org.daybook.core.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private boolean recalled;

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
    if (outcome instanceof Outcome.Sent) {
      hasten(order.taken(deliveryId));
    } else if (next instanceof JobOutcome.Finished) {
      ended(deliveryId);
    }
    return next;
  }

  /** Nobody waits for it any more. */
  void ended(String deliveryId) {
    order.ended(deliveryId);
  }

  /**
   * While the server cannot be reached, what is new does not overtake what waits: it gets in line,
   * and the oldest is tried in its place.
   *
   * @return when to come again, if it is not this one's turn
   */
  Optional<JobOutcome> getInLine(Delivery delivery) {
    recallOnce();
    if (delivery.attempts() > 0) {
      return Optional.empty();
    }
    return order.getInLine(delivery.id(), now()).map(turn -> inLine(delivery, turn));
  }

  private JobOutcome inLine(Delivery newcomer, Instant turn) {
    store.inTransaction(
        PLATFORM,
        tx -> {
          Delivery delivery = locked(tx, newcomer.id());
          if (PENDING.contains(delivery.state())) {
            tx.deliveries()
                .update(
                    Steps.deferred(delivery, now()).toBuilder()
                        .nextAttemptAt(turn)
                        .awaitsServer(true)
                        .lastAnswer("Older messages wait for the server and are tried first.")
                        .build());
          }
          return null;
        });
    if (newcomer.state() == DeliveryState.QUEUED) {
      order.toTry(now(), settings.firstRetry()).ifPresent(oldest -> hasten(List.of(oldest)));
    }
    return JobOutcome.again(turn);
  }

  /** What waited for the server before this process began still goes first. */
  private synchronized void recallOnce() {
    if (recalled) {
      return;
    }
    Map<String, Instant> waiting = new HashMap<>();
    for (Delivery each :
        store.read(
            tx ->
                tx.deliveries()
                    .all(DeliveryQuery.builder().addStates(DeliveryState.DEFERRED).build()))) {
      if (each.awaitsServer()) {
        each.nextAttemptAt().ifPresent(next -> waiting.put(each.id(), next));
      }
    }
    order.recall(waiting);
    recalled = true;
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
    if (outcome instanceof Outcome.Deferred deferred) {
      // Not since it was queued: while a part of ours was missing, no server said no.
      Instant since = tried.firstTriedAt().orElse(now());
      boolean tooLong = Duration.between(since, now()).compareTo(settings.giveUpAfter()) >= 0;
      return tooLong ? failed(tx, tried, "gaveUp") : deferred(tx, tried, deferred.everything());
    }
    return failed(
        tx,
        tried,
        outcome instanceof Outcome.Unwritable ? "unwritable" : Reasons.of(outcome.answer()));
  }

  private Delivery tried(Delivery queued, Outcome outcome) {
    return queued.toBuilder()
        .channel(outcome.channel())
        .attempts(queued.attempts() + 1)
        .firstTriedAt(queued.firstTriedAt().orElse(now()))
        .awaitsServer(false)
        .nextAttemptAt(Optional.empty())
        .lastAnswer(LastAnswer.storable(outcome.answer()))
        .build();
  }

  private JobOutcome sent(Transaction tx, Delivery tried) {
    Delivery sent = Steps.step(tried, DeliveryEvent.SEND, now()).toBuilder().sentAt(now()).build();
    // Read and acknowledged though its server had not said yes: it hung up after the message.
    tx.deliveries()
        .update(
            sent.acknowledgedAt().isPresent()
                ? Steps.step(sent, DeliveryEvent.ACKNOWLEDGE, now())
                : sent);
    failures.withdraw(tried);
    return JobOutcome.finished();
  }

  private JobOutcome deferred(Transaction tx, Delivery tried, boolean everything) {
    Instant earliest = now().plus(settings.pauseAfter(tried.attempts()));
    Instant next = everything ? order.putOff(tried.id(), now(), earliest) : earliest;
    tx.deliveries()
        .update(
            Steps.step(tried, DeliveryEvent.DEFER, now()).toBuilder()
                .nextAttemptAt(next)
                .awaitsServer(everything)
                .build());
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
      tx.deliveries()
          .update(
              Steps.deferred(delivery, now()).toBuilder()
                  .channel(waiting.channel())
                  .nextAttemptAt(Optional.empty())
                  .lastAnswer(answer)
                  .build());
    }
    return JobOutcome.again(now().plus(settings.missingPartPause()));
  }

  /** Nobody waits for the end of a pause any more. */
  private void hasten(List<String> deliveryIds) {
    if (deliveryIds.isEmpty()) {
      return;
    }
    store.inTransaction(
        PLATFORM,
        tx -> {
          for (String id : deliveryIds) {
            tx.deliveries()
                .findForUpdate(id)
                .filter(each -> each.state() == DeliveryState.DEFERRED)
                .filter(each -> each.nextAttemptAt().filter(now()::isBefore).isPresent())
                .ifPresent(each -> hasten(tx, each));
          }
          return null;
        });
  }

  private void hasten(Transaction tx, Delivery delivery) {
    tx.deliveries().update(delivery.toBuilder().nextAttemptAt(now()).build());
    jobs.hasten(new Job(JOB, delivery.id()));
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
