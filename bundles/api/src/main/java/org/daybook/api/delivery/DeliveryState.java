package org.daybook.api.delivery;

import java.util.Map;
import java.util.Optional;

/** Where a delivery stands. What is not in the table is refused. */
public enum DeliveryState {
  QUEUED,
  /** Not accepted yet; will be tried again. */
  DEFERRED,
  /** The next server has accepted it, which is not yet delivered. */
  SENT,
  /** The recipient has said that they got it. */
  ACKNOWLEDGED,
  /** It came back. */
  BOUNCED,
  /** Refused for good, or tried for too long. */
  FAILED;

  private static final Map<DeliveryState, Map<DeliveryEvent, DeliveryState>> TABLE =
      Map.of(
          QUEUED,
              Map.of(
                  DeliveryEvent.SEND, SENT,
                  DeliveryEvent.DEFER, DEFERRED,
                  DeliveryEvent.FAIL, FAILED),
          DEFERRED, Map.of(DeliveryEvent.REQUEUE, QUEUED),
          SENT, Map.of(DeliveryEvent.ACKNOWLEDGE, ACKNOWLEDGED, DeliveryEvent.BOUNCE, BOUNCED),
          FAILED, Map.of(DeliveryEvent.REQUEUE, QUEUED),
          BOUNCED, Map.of(DeliveryEvent.REQUEUE, QUEUED));

  /** The state that follows, or empty if the event is refused in this state. */
  public Optional<DeliveryState> on(DeliveryEvent event) {
    return Optional.ofNullable(TABLE.getOrDefault(this, Map.of()).get(event));
  }
}
