package org.daybook.api.figures;

import java.time.Duration;
import java.time.Instant;

/**
 * Numbers of open promises by their age in whole days, at the end of the month or now.
 *
 * @param week 0 to 7 days
 * @param month 8 to 30 days
 * @param quarter 31 to 90 days
 * @param older more
 */
public record PromiseAges(int week, int month, int quarter, int older) {
  public static final PromiseAges NONE = new PromiseAges(0, 0, 0, 0);

  /**
   * One more of an age.
   *
   * @param since when it was promised
   * @param at when its age is counted
   */
  public PromiseAges plus(Instant since, Instant at) {
    long days = Duration.between(since, at).toDays();
    if (days <= 7) {
      return new PromiseAges(week + 1, month, quarter, older);
    }
    if (days <= 30) {
      return new PromiseAges(week, month + 1, quarter, older);
    }
    return days <= 90
        ? new PromiseAges(week, month, quarter + 1, older)
        : new PromiseAges(week, month, quarter, older + 1);
  }

  /** All of them. */
  public int total() {
    return week + month + quarter + older;
  }
}
