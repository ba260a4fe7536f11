package org.daybook.web.rest.view;

import org.daybook.api.figures.PromiseAges;

/**
 * Open promises by age.
 *
 * @param week 0 to 7 days
 * @param month 8 to 30 days
 * @param quarter 31 to 90 days
 * @param older more
 */
public record PromiseAgesView(int week, int month, int quarter, int older) {

  public static PromiseAgesView of(PromiseAges ages) {
    return new PromiseAgesView(ages.week(), ages.month(), ages.quarter(), ages.older());
  }
}
