package org.daybook.core.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.access.Actor;
import org.daybook.api.delivery.DeliveryEvent;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.job.JobOutcome;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;

/** Keeps what is known of all that goes out: every change of state is one transaction here. */
final class Ledger<T> {
  static final Set<DeliveryState> PENDING = Set.of(DeliveryState.QUEUED, DeliveryState.DEFERRED);

  private static final Actor PLATFORM = Actor.system("delivery");

  private final Store store;
  private final Outgoing<T> kind;
  private final PutOff putOff;
  private final Clock clock;
  private final Settings settings;

  Ledger(Store store, Outgoing<T> kind, PutOff putOff, Clock clock, Settings settings) {
    this.store = store;
    this.kind = kind;
    this.putOff = putOff;
    this.clock = clock;
    this.settings = settings;
  }

  /** One attempt. */
  interface Attempting<T> {
    Outcome of(T value);
  }

  /** Does the job of one that goes out: tries, if it is still to be sent and its time has come. */
  JobOutcome run(String id, Attempting<T> attempt) {
    Optional<T> pending =
        store
            .read(tx -> kind.find(tx, id))
            .filter(value -> PENDING.contains(kind.progress(value).state()));
    if (pending.isEmpty()) {
      return JobOutcome.finished();
    }
    Progress progress = kind.progress(pending.get());
    Optional<Instant> later = progress.nextAttemptAt().filter(moment -> moment.isAfter(now()));
    if (progress.state() == DeliveryState.DEFERRED && later.isPresent()) {
      return JobOutcome.again(later.get());
    }
    return record(id, attempt.of(pending.get()));
  }

  /** Writes down what came of an attempt. */
  private JobOutcome record(String id, Outcome outcome) {
    JobOutcome next = store.inTransaction(PLATFORM, tx -> record(tx, locked(tx, id), outcome));
    if (outcome instanceof Outcome.Sent) {
      putOff.taken();
    } else if (next instanceof JobOutcome.Finished) {
      putOff.ended(id);
    }
    return next;
  }

  private JobOutcome record(Transaction tx, T value, Outcome outcome) {
    Progress progress = kind.progress(value);
    if (!PENDING.contains(progress.state())) {
      if (outcome instanceof Outcome.Sent && progress.state() == DeliveryState.FAILED) {
        // Called off while the server took it: what happened counts.
        return sent(tx, value, progress.queued(now()).tried(outcome));
      }
      return JobOutcome.finished();
    }
    if (outcome instanceof Outcome.Waiting waiting) {
      return keepWaiting(tx, value, waiting);
    }
    Progress tried = progress.queued(now()).tried(outcome);
    if (outcome instanceof Outcome.Sent) {
      return sent(tx, value, tried);
    }
    if (outcome instanceof Outcome.Deferred) {
      boolean tooLong =
          Duration.between(tried.queuedAt(), now()).compareTo(settings.giveUpAfter()) >= 0;
      return tooLong ? failed(tx, value, tried, "gaveUp") : deferred(tx, value, tried);
    }
    return failed(
        tx,
        value,
        tried,
        outcome instanceof Outcome.Unwritable ? "unwritable" : Reasons.of(outcome.answer()));
  }

  private JobOutcome sent(Transaction tx, T value, Progress tried) {
    kind.withdraw(kind.update(tx, kind.with(value, tried.sent(now()))));
    return JobOutcome.finished();
  }

  private JobOutcome deferred(Transaction tx, T value, Progress tried) {
    Instant earliest = now().plus(settings.pauseAfter(tried.attempts()));
    Instant next = putOff.until(kind.id(value), earliest);
    kind.update(tx, kind.with(value, tried.step(DeliveryEvent.DEFER, now()).next(next)));
    return JobOutcome.again(next);
  }

  private JobOutcome failed(Transaction tx, T value, Progress tried, String reason) {
    T failed = kind.update(tx, kind.with(value, tried.step(DeliveryEvent.FAIL, now())));
    kind.failed(tx, failed, reason);
    return JobOutcome.finished();
  }

  /** Written down once, not at every look, because the audit trail keeps every change. */
  private JobOutcome keepWaiting(Transaction tx, T value, Outcome.Waiting waiting) {
    Progress progress = kind.progress(value);
    String answer = LastAnswer.storable(waiting.answer());
    boolean deferred = progress.state() == DeliveryState.DEFERRED;
    if (!deferred || progress.answer().filter(answer::equals).isEmpty()) {
      Progress waits = deferred ? progress : progress.step(DeliveryEvent.DEFER, now());
      kind.update(tx, kind.with(value, waits.waiting(waiting)));
    }
    return JobOutcome.again(now().plus(settings.missingPartPause()));
  }

  private T locked(Transaction tx, String id) {
    return locked(tx, kind, id);
  }

  static <T> T locked(Transaction tx, Outgoing<T> kind, String id) {
    return kind.lock(tx, id).orElseThrow(() -> new NotFoundException(kind.job(), id));
  }

  private Instant now() {
    return clock.instant();
  }
}
