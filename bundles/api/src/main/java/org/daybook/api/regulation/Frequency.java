package org.daybook.api.regulation;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.Optional;

/** How often an item is done, by the client's calendar. */
public enum Frequency {
  EVERY_VISIT {
    @Override
    boolean isSamePeriod(YearMonth one, YearMonth other) {
      return false;
    }
  },
  MONTHLY {
    @Override
    boolean isSamePeriod(YearMonth one, YearMonth other) {
      return one.equals(other);
    }
  },
  QUARTERLY {
    @Override
    boolean isSamePeriod(YearMonth one, YearMonth other) {
      return one.getYear() == other.getYear()
          && one.get(IsoFields.QUARTER_OF_YEAR) == other.get(IsoFields.QUARTER_OF_YEAR);
    }
  };

  /** Whether an item that was last done at a moment, or never, is to be done at another. */
  public boolean isDue(Optional<Instant> lastDone, Instant at, ZoneId zone) {
    return lastDone
        .map(
            last ->
                !isSamePeriod(YearMonth.from(last.atZone(zone)), YearMonth.from(at.atZone(zone))))
        .orElse(true);
  }

  abstract boolean isSamePeriod(YearMonth one, YearMonth other);
}
