package org.daybook.core.intake;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Lets one message at a time decide about a condition. Without that, two first occurrences of it at
 * the same moment would make two tasks. It is for speed and order, not for safety: what must never
 * happen twice is unique in the store, so a lock that cannot be had soon is done without.
 */
final class Stripes {
  private static final int COUNT = 256;
  private static final long PATIENCE_SECONDS = 2;

  private final List<ReentrantLock> locks =
      Stream.generate(() -> new ReentrantLock()).limit(COUNT).toList();

  /** Does something while nobody else does anything about the same names. */
  <T> T alone(Stream<String> names, Supplier<T> work) {
    int[] stripes =
        names.mapToInt(name -> Math.floorMod(name.hashCode(), COUNT)).distinct().sorted().toArray();
    return alone(stripes, 0, work);
  }

  private <T> T alone(int[] stripes, int next, Supplier<T> work) {
    if (next == stripes.length) {
      return work.get();
    }
    ReentrantLock lock = locks.get(stripes[next]);
    boolean held = isHad(lock);
    try {
      return alone(stripes, next + 1, work);
    } finally {
      if (held) {
        lock.unlock();
      }
    }
  }

  private static boolean isHad(ReentrantLock lock) {
    try {
      return lock.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
