package org.daybook.storage.jpa;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Ids that rise with time: UUIDs of version 7 (RFC 9562, section 6.2, method 1). The twelve bits
 * behind the milliseconds count, and run over into the next millisecond if they must, so that ids
 * of one node rise even while its clock stands still or goes back.
 */
final class Ids {
  private static final int COUNTER_BITS = 12;
  private static final long COUNTER = (1L << COUNTER_BITS) - 1;
  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private final Clock clock;
  private final SplittableRandom random = new SplittableRandom(new SecureRandom().nextLong());
  private long last;

  Ids(Clock clock) {
    this.clock = clock;
  }

  synchronized String next() {
    last = Math.max(clock.millis() << COUNTER_BITS, last + 1);
    long high = (last >>> COUNTER_BITS) << 16 | VERSION_7 | (last & COUNTER);
    long low = VARIANT | (random.nextLong() >>> 2);
    return new UUID(high, low).toString();
  }
}
