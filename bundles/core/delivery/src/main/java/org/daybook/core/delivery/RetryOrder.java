package org.daybook.core.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Lets what a mail server puts off go out in the order in which it was queued once the server takes
 * it again: since the last message that was taken, none is tried again before an older one. Ids of
 * deliveries sort by the time of queueing.
 */
final class RetryOrder {
  /** A shorter trouble is one of a single recipient's, whose turn comes by itself. */
  private static final Duration OUTAGE = Duration.ofMinutes(5);

  private static final Duration STEP = Duration.ofMillis(1);

  private final ConcurrentSkipListMap<String, Instant> next = new ConcurrentSkipListMap<>();
  private volatile Instant since;

  /**
   * Something was put off.
   *
   * @param earliest when it may be tried again
   * @return when it is to be
   */
  synchronized Instant putOff(String deliveryId, Instant now, Instant earliest) {
    if (next.isEmpty()) {
      since = now;
    }
    var older = next.lowerEntry(deliveryId);
    Instant moment =
        older != null && older.getValue().isAfter(now) && !older.getValue().isBefore(earliest)
            ? older.getValue().plus(STEP)
            : earliest;
    next.put(deliveryId, moment);
    return moment;
  }

  /** It is not waited for any more. */
  synchronized void ended(String deliveryId) {
    next.remove(deliveryId);
  }

  /**
   * A message was taken.
   *
   * @return whether that ends an outage, so that what was put off can go now
   */
  synchronized boolean taken(Instant now) {
    boolean over = !next.isEmpty() && !since.plus(OUTAGE).isAfter(now);
    next.clear();
    return over;
  }
}
