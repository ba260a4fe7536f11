package org.daybook.api.figures;

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

  /** All of them. */
  public int total() {
    return week + month + quarter + older;
  }
}
