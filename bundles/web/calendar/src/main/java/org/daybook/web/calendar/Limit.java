package org.daybook.web.calendar;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** How often something may happen in each minute of the clock, each key by itself. */
final class Limit {
  private static final long MINUTE = 60;

  /**
   * Who guesses may send another key each time: then counting begins anew, and memory has an end.
   */
  static final int MOST_KEYS = 10_000;

  private final int most;
  private final Clock clock;
  private final Map<String, Integer> counts = new HashMap<>();
  private long minute;

  Limit(int most, Clock clock) {
    this.most = most;
    this.clock = clock;
  }

  /**
   * Counts one.
   *
   * @return after how many seconds it may happen; 0 if now
   */
  synchronized long take(String key) {
    long second = clock.instant().getEpochSecond();
    boolean full = counts.size() >= MOST_KEYS && !counts.containsKey(key);
    if (second / MINUTE != minute || full) {
      minute = second / MINUTE;
      counts.clear();
    }
    return counts.merge(key, 1, Integer::sum) <= most ? 0 : MINUTE - second % MINUTE;
  }

  /** How many keys are counted. */
  synchronized int keys() {
    return counts.size();
  }
}
