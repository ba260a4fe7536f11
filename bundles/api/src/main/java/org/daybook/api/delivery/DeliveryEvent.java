package org.daybook.api.delivery;

/** What can happen to a delivery; see {@link DeliveryState#on}. */
public enum DeliveryEvent {
  SEND,
  DEFER,
  /** It is to be tried again: its time has come, or a person asked for it. */
  REQUEUE,
  FAIL,
  ACKNOWLEDGE,
  BOUNCE
}
