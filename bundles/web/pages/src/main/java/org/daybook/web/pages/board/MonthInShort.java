package org.daybook.web.pages.board;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import org.daybook.api.figures.Figures;
import org.daybook.web.pages.Parts;

/**
 * What a month came to, for the first page. It is counted every five minutes at most: all tasks of
 * the month are read for it, and many boards are open at once. Safe for use by several threads.
 */
final class MonthInShort {
  private static final Duration FRESH = Duration.ofMinutes(5);

  private final Parts parts;
  private volatile Known known = new Known(YearMonth.of(1, 1), Instant.MIN, Sums.NONE);

  private record Known(YearMonth month, Instant at, Sums sums) {
    boolean answers(YearMonth wanted, Instant now) {
      return month.equals(wanted) && !now.isBefore(at) && now.isBefore(at.plus(FRESH));
    }
  }

  MonthInShort(Parts parts) {
    this.parts = parts;
  }

  /** Empty while the figures are away. */
  Optional<Sums> of(YearMonth month) {
    return parts.figures().map(figures -> of(month, figures));
  }

  private Sums of(YearMonth month, Figures figures) {
    Instant now = parts.clock().instant();
    if (!known.answers(month, now)) {
      known = new Known(month, now, Sums.of(figures.of(month, Figures.By.CLIENT)));
    }
    return known.sums();
  }
}
