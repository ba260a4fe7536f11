package org.daybook.core.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Lets what waits for a mail server that cannot be reached go out in the order in which it was
 * queued: nothing is tried before something older, and what is new gets in line. Ids of deliveries
 * sort by the time of queueing.
 */
final class RetryOrder {
  private static final Duration STEP = Duration.ofMillis(1);

  /** Not at once: whatever is in line is brought forward as soon as the one before it is taken. */
  private static final Duration WHILE_TRIED = Duration.ofSeconds(5);

  private final ConcurrentSkipListMap<String, Instant> next = new ConcurrentSkipListMap<>();
  private Instant lastAsked;

  /** What was waiting when this process began. */
  synchronized void recall(Map<String, Instant> waiting) {
    next.putAll(waiting);
  }

  /** It waits for the server. */
  synchronized void waits(String deliveryId, Instant until) {
    next.put(deliveryId, until);
  }

  /**
   * When to try again what is put off.
   *
   * @param earliest when it may be
   */
  synchronized Instant again(String deliveryId, Instant now, Instant earliest) {
    return olderThan(deliveryId)
        .filter(older -> older.isAfter(now) && !older.isBefore(earliest))
        .map(older -> older.plus(STEP))
        .orElse(earliest);
  }

  /** When it is the turn of what was never tried, if something older waits for the server. */
  synchronized Optional<Instant> turn(String deliveryId, Instant now) {
    return olderThan(deliveryId)
        .map(older -> older.isAfter(now) ? older.plus(STEP) : now.plus(WHILE_TRIED));
  }

  /** The newest that is older. */
  synchronized Optional<String> older(String deliveryId) {
    return Optional.ofNullable(next.lowerKey(deliveryId));
  }

  synchronized Optional<String> oldest() {
    return Optional.ofNullable(next.firstEntry()).map(Map.Entry::getKey);
  }

  /**
   * The one that is tried first, if nobody asked lately: many new ones must not wear the server, or
   * us, out.
   */
  synchronized Optional<String> toTry(Instant now, Duration atMostEvery) {
    if (next.isEmpty() || lastAsked != null && lastAsked.plus(atMostEvery).isAfter(now)) {
      return Optional.empty();
    }
    lastAsked = now;
    return Optional.of(next.firstKey());
  }

  /** It is not waited for any more. */
  synchronized void ended(String deliveryId) {
    next.remove(deliveryId);
  }

  /**
   * A message was taken: the server is there.
   *
   * @return what waited and can go now, oldest first
   */
  synchronized List<String> taken(String deliveryId) {
    next.remove(deliveryId);
    List<String> waiting = List.copyOf(next.keySet());
    next.clear();
    return waiting;
  }

  private Optional<Instant> olderThan(String deliveryId) {
    return Optional.ofNullable(next.lowerEntry(deliveryId)).map(Map.Entry::getValue);
  }
}
