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
 */
record Progress(
    String channel,
    DeliveryState state,
    Optional<Instant> stateAt,
    int attempts,
    Optional<Instant> nextAttemptAt,
    Optional<String> answer,
    Instant queuedAt,
    Optional<Instant> sentAt) {

  /**
   * @throws RefusedException if the event is not possible in the state
   */
  Progress step(DeliveryEvent event, Instant now) {
    DeliveryState next =
        state
            .on(event)
            .orElseThrow(() -> new RefusedException("What is " + state + " cannot " + event + "."));
    return new Progress(
        channel, next, Optional.of(now), attempts, nextAttemptAt, answer, queuedAt, sentAt);
  }

  /** What is tried again is queued first, if only for a moment. */
  Progress queued(Instant now) {
    return state == DeliveryState.QUEUED ? this : step(DeliveryEvent.REQUEUE, now);
  }

  /** Somebody wants it tried again; after a failure it begins anew. */
  Progress retried(Instant now) {
    if (state.on(DeliveryEvent.REQUEUE).isEmpty()) {
      throw new RefusedException("It is " + state + " already.");
    }
    Progress queued = queued(now).noNext();
    return state == DeliveryState.DEFERRED
        ? queued
        : new Progress(
            queued.channel,
            queued.state,
            queued.stateAt,
            queued.attempts,
            queued.nextAttemptAt,
            queued.answer,
            now,
            queued.sentAt);
  }

  /** One attempt was made. */
  Progress tried(Outcome outcome) {
    return new Progress(
        outcome.channel(),
        state,
        stateAt,
        attempts + 1,
        Optional.empty(),
        Optional.of(LastAnswer.storable(outcome.answer())),
        queuedAt,
        sentAt);
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
        sentAt);
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
        Optional.of(now));
  }

  Progress next(Instant moment) {
    return new Progress(
        channel, state, stateAt, attempts, Optional.of(moment), answer, queuedAt, sentAt);
  }

  Progress noNext() {
    return new Progress(
        channel, state, stateAt, attempts, Optional.empty(), answer, queuedAt, sentAt);
  }

  Progress said(String sentence) {
    return new Progress(
        channel, state, stateAt, attempts, nextAttemptAt, Optional.of(sentence), queuedAt, sentAt);
  }
}
