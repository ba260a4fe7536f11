package org.daybook.core.plugins;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** One call on its way; counted as hanging from when it is abandoned until it returns. */
final class PluginCall<T> implements Runnable {
  static final String IDLE_NAME = "daybook-plugin";

  /** What it returned or threw; an exception of a plugin may be too broken to be wrapped. */
  record Outcome<T>(T value, Throwable thrown) {}

  private enum Progress {
    RUNNING,
    ABANDONED,
    ENDED
  }

  private final PluginBundle bundle;
  private final FutureTask<Outcome<T>> call;
  private final AtomicInteger hanging;
  private final AtomicReference<Progress> progress = new AtomicReference<>(Progress.RUNNING);

  PluginCall(PluginBundle bundle, Callable<T> call, AtomicInteger hanging) {
    this.bundle = bundle;
    this.call = new FutureTask<>(() -> outcome(call));
    this.hanging = hanging;
  }

  @Override
  public void run() {
    Thread thread = Thread.currentThread();
    thread.setName(IDLE_NAME + " " + bundle.name());
    thread.setContextClassLoader(bundle.classLoader());
    try {
      call.run();
    } finally {
      thread.setContextClassLoader(null);
      thread.setName(IDLE_NAME);
      if (progress.getAndSet(Progress.ENDED) == Progress.ABANDONED) {
        hanging.decrementAndGet();
      }
    }
  }

  Outcome<T> await(Duration limit)
      throws InterruptedException, ExecutionException, TimeoutException {
    return call.get(limit.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Stops waiting and interrupts it. */
  void abandon() {
    hanging.incrementAndGet();
    if (!progress.compareAndSet(Progress.RUNNING, Progress.ABANDONED)) {
      hanging.decrementAndGet();
    }
    call.cancel(true);
  }

  private static <T> Outcome<T> outcome(Callable<T> call) {
    try {
      return new Outcome<>(call.call(), null);
    } catch (Throwable thrown) {
      return new Outcome<>(null, thrown);
    }
  }
}
