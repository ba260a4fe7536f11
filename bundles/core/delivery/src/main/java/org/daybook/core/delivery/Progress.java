package org.daybook.core.delivery;

import java.time.Instant;
import java.util.Optional;
import org.daybook.api.delivery.DeliveryEvent;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.error.RefusedException;

/**
 * How far something that goes out has come; every step through the states has its moment.
 *
 * @param channel that was last used, or is expected
 * @param stateAt since when it is in its state
 * @param attempts how many times it was tried
 * @param answer what was said the last time
 * @param firstTriedAt from when on it is counted how long it is tried
 * @param awaitsServer whether it was put off because nothing could be sent at all
 */
record Progress(
    String channel,
    DeliveryState state,
    Optional<Instant> stateAt,
    int attempts,
    Optional<Instant> nextAttemptAt,
    Optional<String> answer,
    Instant queuedAt,
    Optional<Instant> sentAt,
    Optional<Instant> firstTriedAt,
    boolean awaitsServer) {

  /** Until when nothing is tried, if nothing could be sent at all. */
  Optional<Instant> waitsForServerUntil() {
    return state == DeliveryState.DEFERRED && awaitsServer ? nextAttemptAt : Optional.empty();
  }

  /**
   * @throws RefusedException if the event is not possible in the state
   */
  Progress step(DeliveryEvent event, Instant now) {
    DeliveryState next =
        state
            .on(event)
            .orElseThrow(() -> new RefusedException("What is " + state + " cannot " + event + "."));
    return new Progress(
        channel,
        next,
        Optional.of(now),
        attempts,
        nextAttemptAt,
        answer,
        queuedAt,
        sentAt,
        firstTriedAt,
        awaitsServer);
  }

  /** What is tried again is queued first, if only for a moment. */
  Progress queued(Instant now) {
    return state == DeliveryState.QUEUED ? this : step(DeliveryEvent.REQUEUE, now);
  }

  /** What waits already goes on waiting. */
  Progress deferred(Instant now) {
    return state == DeliveryState.DEFERRED ? this : step(DeliveryEvent.DEFER, now);
  }

  /** Somebody wants it tried again: it begins anew. */
  Progress retried(Instant now) {
    if (state.on(DeliveryEvent.REQUEUE).isEmpty()) {
      throw new RefusedException("It is " + state + " already.");
    }
    Progress queued = queued(now);
    return new Progress(
        channel,
        queued.state,
        queued.stateAt,
        0,
        Optional.empty(),
        answer,
        state == DeliveryState.DEFERRED ? queuedAt : now,
        sentAt,
        Optional.empty(),
        false);
  }

  /** One attempt was made. */
  Progress tried(Outcome outcome, Instant now) {
    return new Progress(
        outcome.channel(),
        state,
        stateAt,
        attempts + 1,
        Optional.empty(),
        Optional.of(LastAnswer.storable(outcome.answer())),
        queuedAt,
        sentAt,
        Optional.of(firstTriedAt.orElse(now)),
        false);
  }

  /** Nothing was tried, because something is waited for. */
  Progress waiting(Outcome.Waiting outcome) {
    return new Progress(
        outcome.channel(),
        state,
        stateAt,
        attempts,
        Optional.empty(),
        Optional.of(LastAnswer.storable(outcome.answer())),
        queuedAt,
        sentAt,
        firstTriedAt,
        false);
  }

  Progress sent(Instant now) {
    Progress sent = step(DeliveryEvent.SEND, now);
    return new Progress(
        channel,
        sent.state,
        sent.stateAt,
        attempts,
        nextAttemptAt,
        answer,
        queuedAt,
        Optional.of(now),
        firstTriedAt,
        awaitsServer);
  }

  /**
   * It is tried again later.
   *
   * @param server whether it waits for the server to be there again
   */
  Progress next(Instant moment, boolean server) {
    return next(Optional.of(moment), server);
  }

  Progress noNext() {
    return next(Optional.empty(), false);
  }

  private Progress next(Optional<Instant> moment, boolean server) {
    return new Progress(
        channel, state, stateAt, attempts, moment, answer, queuedAt, sentAt, firstTriedAt, server);
  }

  Progress said(String sentence) {
    return new Progress(
        channel,
        state,
        stateAt,
        attempts,
        nextAttemptAt,
        Optional.of(sentence),
        queuedAt,
        sentAt,
        firstTriedAt,
        awaitsServer);
  }
}
