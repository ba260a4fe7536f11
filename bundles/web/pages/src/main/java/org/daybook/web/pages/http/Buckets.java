package org.daybook.web.pages.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How often something may happen, each key by itself: a bucket that holds what is allowed in a
 * minute and fills steadily. Keeps the keys that were used last; one that was forgotten is full
 * again. Safe for any thread.
 */
public final class Buckets {
  private static final long MINUTE_NANOS = 60_000_000_000L;

  private final int perMinute;
  private final int maxKeys;
  private final LongSupplier nanos;
  private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param perMinute at least 1
   * @param maxKeys how many keys are kept
   * @param nanos a clock that only goes forward, in nanoseconds
   */
  public Buckets(int perMinute, int maxKeys, LongSupplier nanos) {
    this.perMinute = perMinute;
    this.maxKeys = maxKeys;
    this.nanos = nanos;
  }

  /** Takes one. Returns 0 if it may happen, else in how many seconds it may. */
  public synchronized long take(String key) {
    Bucket bucket = bucket(key);
    long wait = wait(bucket);
    if (wait == 0) {
      bucket.level -= 1;
    }
    return wait;
  }

  private long wait(Bucket bucket) {
    double missing = 1 - bucket.level;
    return missing <= 0 ? 0 : Math.max(1, (long) Math.ceil(missing * 60 / perMinute));
  }

  private Bucket bucket(String key) {
    long now = nanos.getAsLong();
    Bucket bucket = buckets.computeIfAbsent(key, k -> new Bucket(perMinute, now));
    double filled = (double) (now - bucket.at) * perMinute / MINUTE_NANOS;
    bucket.level = Math.min(perMinute, bucket.level + filled);
    bucket.at = now;
    if (buckets.size() > maxKeys) {
      buckets.remove(buckets.keySet().iterator().next());
    }
    return bucket;
  }

  /** How full it was, and when that was looked at. */
  private static final class Bucket {
    private double level;
    private long at;

    Bucket(double level, long at) {
      this.level = level;
      this.at = at;
    }
  }
}
