package org.daybook.core.planning;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;

/**
 * The days of a month by number. There are a few days before and after, because a day of one zone
 * overlaps with the next one of another.
 */
final class Month {
  private static final int MARGIN = 2;

  private final LocalDate first;
  private final boolean[] open;
  private final boolean[] shorter;
  private final int[] rank;
  private final int openDays;

  /**
   * @param open whether visits may be planned for a day of the month
   */
  Month(YearMonth month, Predicate<LocalDate> open, Predicate<LocalDate> shorter) {
    this.first = month.atDay(1).minusDays(MARGIN);
    int size = month.lengthOfMonth() + 2 * MARGIN;
    this.open = new boolean[size];
    this.shorter = new boolean[size];
    this.rank = new int[size];
    int before = 0;
    for (int i = 0; i < size; i++) {
      LocalDate date = date(i);
      this.open[i] = YearMonth.from(date).equals(month) && open.test(date);
      this.shorter[i] = shorter.test(date);
      this.rank[i] = before;
      before += this.open[i] ? 1 : 0;
    }
    this.openDays = before;
  }

  int size() {
    return open.length;
  }

  LocalDate date(int day) {
    return first.plusDays(day);
  }

  /** The number of a day, or -1. */
  int day(LocalDate date) {
    long day = ChronoUnit.DAYS.between(first, date);
    return day < 0 || day >= open.length ? -1 : (int) day;
  }

  boolean isOpen(int day) {
    return open[day];
  }

  boolean isShort(int day) {
    return shorter[day];
  }

  /** How many open days are before it: what distances are measured by. */
  int rank(int day) {
    return rank[day];
  }

  int openDays() {
    return openDays;
  }
}
