package org.daybook.itests.benchmarks;

/** A way to get signals into a database. */
interface Way {
  /** Called on each thread before it begins. */
  Worker begin() throws Exception;

  /** One thread's part of it. */
  interface Worker extends AutoCloseable {
    /** Returns once the signal of that number is durable. */
    void put(int number) throws Exception;

    @Override
    default void close() throws Exception {}
  }
}
