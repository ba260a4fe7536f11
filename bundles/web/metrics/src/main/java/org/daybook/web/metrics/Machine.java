package org.daybook.web.metrics;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryUsage;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** The Java process, under the names that Prometheus's own instrumentation gives it. */
final class Machine {
  private static final double MILLIS = 1_000;

  private Machine() {}

  static void measure(Gauges gauges, Instant now) {
    memory(gauges);
    threads(gauges);
    collections(gauges);
    double started = ManagementFactory.getRuntimeMXBean().getStartTime() / MILLIS;
    gauges.one(
        "process_start_time_seconds", "When the process began, in seconds since 1970.", started);
    gauges.one(
        "daybook_uptime_seconds",
        "How long the process has been running.",
        Math.max(0, now.toEpochMilli() / MILLIS - started));
  }

  private static void memory(Gauges gauges) {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    MemoryUsage heap = memory.getHeapMemoryUsage();
    MemoryUsage rest = memory.getNonHeapMemoryUsage();
    gauges.byName(
        "jvm_memory_used_bytes", "Memory in use.", "area", areas(heap.getUsed(), rest.getUsed()));
    gauges.byName(
        "jvm_memory_committed_bytes",
        "Memory that the process has from the system.",
        "area",
        areas(heap.getCommitted(), rest.getCommitted()));
    gauges.byName(
        "jvm_memory_max_bytes",
        "The most that it may have; -1 without a limit.",
        "area",
        areas(heap.getMax(), rest.getMax()));
  }

  private static Map<String, Double> areas(double heap, double nonheap) {
    return Map.of("heap", heap, "nonheap", nonheap);
  }

  private static void threads(Gauges gauges) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    gauges.one("jvm_threads_current", "Threads.", threads.getThreadCount());
    gauges.one("jvm_threads_daemon", "Daemon threads.", threads.getDaemonThreadCount());
    gauges.one("jvm_threads_peak", "The most threads so far.", threads.getPeakThreadCount());
  }

  private static void collections(Gauges gauges) {
    Map<String, Double> counts = new TreeMap<>();
    Map<String, Double> seconds = new TreeMap<>();
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      // -1 is for a collector that does not count.
      counts.put(collector.getName(), (double) Math.max(0, collector.getCollectionCount()));
      seconds.put(collector.getName(), Math.max(0, collector.getCollectionTime()) / MILLIS);
    }
    gauges.counter("jvm_gc_collections", "Garbage collections.", "gc", counts);
    gauges.counter(
        "jvm_gc_collection_seconds", "Time spent in garbage collections.", "gc", seconds);
  }
}
