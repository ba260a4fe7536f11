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
      putOff.ended(id);
      return JobOutcome.finished();
    }
    Progress progress = kind.progress(pending.get());
    Optional<Instant> later = progress.nextAttemptAt().filter(moment -> moment.isAfter(now()));
    if (progress.state() == DeliveryState.DEFERRED && later.isPresent()) {
      return JobOutcome.again(later.get());
    }
    return getInLine(id, progress)
        .orElseGet(() -> record(id, pending.get(), attempt.of(pending.get())));
  }

  /**
   * While the server cannot be reached, what is new does not overtake what waits: it gets in line,
   * and the oldest is tried in its place.
   *
   * @return when to come again, if it is not this one's turn
   */
  private Optional<JobOutcome> getInLine(String id, Progress progress) {
    if (progress.attempts() > 0) {
      return Optional.empty();
    }
    return putOff
        .getInLine(id)
        .map(turn -> inLine(id, turn, progress.state() == DeliveryState.QUEUED));
  }

  private JobOutcome inLine(String id, Instant turn, boolean isNew) {
    store.inTransaction(
        PLATFORM,
        tx -> {
          T value = locked(tx, id);
          Progress progress = kind.progress(value);
          if (PENDING.contains(progress.state())) {
            Progress waits =
                progress
                    .deferred(now())
                    .next(turn, true)
                    .said("Older messages wait for the server and are tried first.");
            kind.update(tx, kind.with(value, waits));
          }
          return null;
        });
    putOff.look(id);
    if (isNew) {
      putOff.tryOldest(settings.firstRetry());
    }
    return JobOutcome.again(turn);
  }

  /** Writes down what came of an attempt. */
  private JobOutcome record(String id, T attempted, Outcome outcome) {
    JobOutcome next =
        store.inTransaction(PLATFORM, tx -> record(tx, locked(tx, id), attempted, outcome));
    if (outcome instanceof Outcome.Sent && next instanceof JobOutcome.Finished) {
      putOff.taken(id);
    } else {
      putOff.look(id);
    }
    return next;
  }

  private JobOutcome record(Transaction tx, T value, T attempted, Outcome outcome) {
    String address = kind.recipient(attempted);
    boolean tried = !(outcome instanceof Outcome.Waiting);
    return tried && !address.equals(kind.recipient(value))
        ? readdressed(tx, value, address, outcome)
        : record(tx, value, outcome);
  }

  /** Somebody mended the address during the attempt: what became of it says nothing of this one. */
  private JobOutcome readdressed(Transaction tx, T value, String before, Outcome outcome) {
    String said = LastAnswer.storable("To " + before + ": " + outcome.answer());
    LastAnswer.add(tx, kind, value, said);
    return PENDING.contains(kind.progress(value).state())
        ? JobOutcome.again(now())
        : JobOutcome.finished();
  }

  private JobOutcome record(Transaction tx, T value, Outcome outcome) {
    Progress progress = kind.progress(value);
    if (!PENDING.contains(progress.state())) {
      if (outcome instanceof Outcome.Sent && progress.state() == DeliveryState.FAILED) {
        // Called off while the server took it: what happened counts.
        return sent(tx, value, progress.queued(now()).tried(outcome, now()));
      }
      return JobOutcome.finished();
    }
    if (outcome instanceof Outcome.Waiting waiting) {
      return keepWaiting(tx, value, waiting);
    }
    Progress tried = progress.queued(now()).tried(outcome, now());
    if (outcome instanceof Outcome.Sent) {
      return sent(tx, value, tried);
    }
    if (outcome instanceof Outcome.Deferred deferred) {
      // Not since it was queued: while a part of ours was missing, no server said no.
      Instant since = tried.firstTriedAt().orElse(now());
      boolean tooLong = Duration.between(since, now()).compareTo(settings.giveUpAfter()) >= 0;
      return tooLong ? failed(tx, value, tried) : deferred(tx, value, tried, deferred.everything());
    }
    return failed(tx, value, tried);
  }

  private JobOutcome sent(Transaction tx, T value, Progress tried) {
    kind.update(tx, kind.sent(kind.with(value, tried.sent(now())), now()));
    return JobOutcome.finished();
  }

  private JobOutcome deferred(Transaction tx, T value, Progress tried, boolean everything) {
    Instant earliest = now().plus(settings.pauseAfter(tried.attempts()));
    Instant next = everything ? putOff.until(kind.id(value), earliest) : earliest;
    kind.update(
        tx, kind.with(value, tried.step(DeliveryEvent.DEFER, now()).next(next, everything)));
    return JobOutcome.again(next);
  }

  private JobOutcome failed(Transaction tx, T value, Progress tried) {
    kind.update(tx, kind.with(value, tried.step(DeliveryEvent.FAIL, now())));
    return JobOutcome.finished();
  }

  /** Written down once, not at every look, because the audit trail keeps every change. */
  private JobOutcome keepWaiting(Transaction tx, T value, Outcome.Waiting waiting) {
    Progress progress = kind.progress(value);
    String answer = LastAnswer.storable(waiting.answer());
    boolean deferred = progress.state() == DeliveryState.DEFERRED;
    if (!deferred || progress.answer().filter(answer::equals).isEmpty()) {
      kind.update(tx, kind.with(value, progress.deferred(now()).waiting(waiting)));
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
