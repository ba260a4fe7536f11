package org.daybook.sources.routine;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.Arrays;
import java.util.Optional;

/** How often an item is done, by the client's calendar. */
enum Frequency {
  EVERY_VISIT("every-visit") {
    @Override
    boolean isSamePeriod(YearMonth one, YearMonth other) {
      return false;
    }
  },
  MONTHLY("monthly") {
    @Override
    boolean isSamePeriod(YearMonth one, YearMonth other) {
      return one.equals(other);
    }
  },
  QUARTERLY("quarterly") {
    @Override
    boolean isSamePeriod(YearMonth one, YearMonth other) {
      return one.getYear() == other.getYear()
          && one.get(IsoFields.QUARTER_OF_YEAR) == other.get(IsoFields.QUARTER_OF_YEAR);
    }
  };

  private final String word;

  Frequency(String word) {
    this.word = word;
  }

  static Optional<Frequency> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
  }

  /** As regulations write it. */
  String word() {
    return word;
  }

  /** Whether an item that was last done at a moment, or never, is to be done at another. */
  boolean isDue(Optional<Instant> lastDone, Instant at, ZoneId zone) {
    return lastDone
        .map(
            last ->
                !isSamePeriod(YearMonth.from(last.atZone(zone)), YearMonth.from(at.atZone(zone))))
        .orElse(true);
  }

  abstract boolean isSamePeriod(YearMonth one, YearMonth other);
}
