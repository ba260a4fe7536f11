package org.daybook.core.delivery;

import java.time.Instant;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.delivery.DeliveryEvent;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.error.RefusedException;

/** Steps of a delivery through its states, each with its moment. */
final class Steps {
  private Steps() {}

  /**
   * @throws RefusedException if the event is not possible in the state
   */
  static Delivery step(Delivery delivery, DeliveryEvent event, Instant now) {
    DeliveryState next =
        delivery
            .state()
            .on(event)
            .orElseThrow(
                () ->
                    new RefusedException(
                        "A delivery that is " + delivery.state() + " cannot " + event + "."));
    return delivery.toBuilder().state(next).stateAt(now).build();
  }

  /** What waits already goes on waiting. */
  static Delivery deferred(Delivery delivery, Instant now) {
    return delivery.state() == DeliveryState.DEFERRED
        ? delivery
        : step(delivery, DeliveryEvent.DEFER, now);
  }

  /** What is tried again is queued first, if only for a moment. */
  static Delivery queued(Delivery delivery, Instant now) {
    return delivery.state() == DeliveryState.QUEUED
        ? delivery
        : step(delivery, DeliveryEvent.REQUEUE, now);
  }
}
