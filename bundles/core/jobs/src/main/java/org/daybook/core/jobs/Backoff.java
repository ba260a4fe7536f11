package org.daybook.core.jobs;

import java.time.Duration;

/**
 * How long to wait after a failure: doubling from the first wait up to the longest.
 *
 * @param first after the first failure
 * @param longest however often it failed
 */
record Backoff(Duration first, Duration longest) {
  private static final int DOUBLINGS_WITHOUT_OVERFLOW = 20;

  /**
   * The wait after a number of failures in a row.
   *
   * @param failures from 1
   */
  Duration after(int failures) {
    int doublings = Math.min(Math.max(failures, 1) - 1, DOUBLINGS_WITHOUT_OVERFLOW);
    Duration wait = first.multipliedBy(1L << doublings);
    return wait.compareTo(longest) > 0 ? longest : wait;
  }
}
