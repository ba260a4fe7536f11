package org.daybook.simulation;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** How much of the heap is in use when the collector has been through it. */
final class Memory {
  private static final long MB = 1024 * 1024;

  private final List<Long> inUse = new ArrayList<>();

  void look() {
    System.gc();
    inUse.add(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MB);
  }

  long last() {
    return inUse.get(inUse.size() - 1);
  }

  String all() {
    return inUse.toString();
  }
}
