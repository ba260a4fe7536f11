package org.daybook.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Does the same on several threads at once, for contracts that promise that this is allowed. */
final class Together {
  static final int THREADS = 4;

  private static final long SECONDS = 60;

  private Together() {}

  /**
   * What each thread answered.
   *
   * @param work what a thread does, given its number from 1
   */
  static <T> List<T> onThreads(IntFunction<Callable<T>> work) {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<T>> running = new ArrayList<>();
      for (int thread = 1; thread <= THREADS; thread++) {
        running.add(threads.submit(work.apply(thread)));
      }
      List<T> answers = new ArrayList<>();
      for (Future<T> each : running) {
        answers.add(each.get(SECONDS, TimeUnit.SECONDS));
      }
      return answers;
    } catch (ExecutionException e) {
      throw new AssertionError("a thread failed", e.getCause());
    } catch (Exception e) {
      throw new AssertionError("the threads did not end", e);
    } finally {
      threads.shutdownNow();
    }
  }
}
