package org.daybook.testkit;

import java.time.Clock;
import java.util.Random;
import java.util.UUID;

/** Ids that rise with time (UUID version 7, RFC 9562); the same in every run. */
final class Ids {
  private static final int COUNTER_BITS = 12;

  private final Clock clock;
  private final Random random = new Random(7);
  private long last;

  Ids(Clock clock) {
    this.clock = clock;
  }

  /** The next id: greater than all before, even while the clock stands still or goes back. */
  synchronized String next() {
    last = Math.max(clock.millis() << COUNTER_BITS, last + 1);
    long high = (last >>> COUNTER_BITS) << 16 | 0x7000L | (last & 0xFFF);
    long low = 0x8000_0000_0000_0000L | (random.nextLong() >>> 2);
    return new UUID(high, low).toString();
  }
}
