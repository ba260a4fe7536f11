package org.daybook.itests.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How fast signals went a way.
 *
 * @param perSecond by the clock on the wall
 * @param cpuMicros the processors' time for one signal, of the whole process; says something even
 *     on a machine that is busy with other things
 */
record Throughput(double perSecond, double cpuMicros) {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /** Deals the signals out to the threads one by one, so that all advance together. */
  static Throughput of(Way way, int signals, int threads) throws Exception {
    List<Callable<Void>> parts = new ArrayList<>();
    for (int first = 0; first < threads; first++) {
      parts.add(part(way, first, threads, signals));
    }
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      long cpuBefore = SYSTEM.getProcessCpuTime();
      long begin = System.nanoTime();
      for (Future<Void> part : pool.invokeAll(parts)) {
        part.get();
      }
      long nanos = System.nanoTime() - begin;
      long cpuNanos = SYSTEM.getProcessCpuTime() - cpuBefore;
      return new Throughput(signals * 1e9 / nanos, cpuNanos / 1e3 / signals);
    } finally {
      pool.shutdown();
    }
  }

  private static Callable<Void> part(Way way, int first, int step, int signals) {
    return () -> {
      try (Way.Worker worker = way.begin()) {
        for (int number = first; number < signals; number += step) {
          worker.put(number);
        }
      }
      return null;
    };
  }
}
