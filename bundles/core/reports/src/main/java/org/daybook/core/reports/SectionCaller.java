package org.daybook.core.reports;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.daybook.api.error.DaybookException;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.plugin.PluginResult;
import org.daybook.api.plugin.PluginRunner;
import org.daybook.api.report.ReportSection;

/** Calls several sections at the same time, each under its limit and all under one. */
final class SectionCaller implements AutoCloseable {
  private static final int IDLE_SECONDS = 30;
  private static final String STOPPED = "Reports are being stopped; they are made once they run.";

  private final PluginRunner runner;
  private final Settings settings;
  private final ThreadPoolExecutor threads;

  SectionCaller(PluginRunner runner, Settings settings) {
    this.runner = runner;
    this.settings = settings;
    this.threads =
        new ThreadPoolExecutor(
            settings.parallelSections(),
            settings.parallelSections(),
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            named());
    threads.allowCoreThreadTimeOut(true);
  }

  /** Something to ask one section. */
  record Call<T>(ReportSection section, Callable<T> question) {}

  /**
   * The answers, in the order of the calls; returns in time whatever the sections do.
   *
   * @throws UnavailableException if the platform stopped meanwhile: sections that were cut off by
   *     that are not at fault, and no report may be frozen without them
   */
  <T> List<PluginResult<T>> callAll(List<Call<T>> calls) {
    List<PluginResult<T>> answers;
    try {
      answers = answers(calls);
    } catch (RejectedExecutionException stopped) {
      throw new UnavailableException(STOPPED, stopped);
    }
    if (threads.isShutdown()) {
      throw new UnavailableException(STOPPED);
    }
    return answers;
  }

  private <T> List<PluginResult<T>> answers(List<Call<T>> calls) {
    long deadline = System.nanoTime() + settings.reportLimit().toNanos();
    Function<Call<T>, CompletableFuture<PluginResult<T>>> begin =
        call -> CompletableFuture.supplyAsync(() -> call(call, deadline), threads);
    return calls.stream().map(begin).toList().stream().map(CompletableFuture::join).toList();
  }

  String bundleOf(ReportSection section) {
    return runner.bundleOf(section);
  }

  /** Calls that are under way end in their time; nobody waits for their answers. */
  @Override
  public void close() {
    threads.shutdown();
  }

  private <T> PluginResult<T> call(Call<T> call, long deadline) {
    Duration left = Duration.ofNanos(deadline - System.nanoTime());
    Duration limit = left.compareTo(settings.sectionLimit()) < 0 ? left : settings.sectionLimit();
    if (limit.isNegative() || limit.isZero()) {
      String bundle = runner.bundleOf(call.section());
      return new PluginResult.Failed<>(
          PluginResult.Kind.TIMED_OUT,
          bundle,
          bundle + " was not asked: the time for all sections was over.");
    }
    try {
      return runner.call(call.section(), limit, call.question());
    } catch (DaybookException e) {
      String bundle = runner.bundleOf(call.section());
      return new PluginResult.Failed<>(
          PluginResult.Kind.THREW, bundle, bundle + " gave up: " + e.getMessage());
    }
  }

  private static ThreadFactory named() {
    ThreadFactory plain = Executors.defaultThreadFactory();
    return task -> {
      Thread thread = plain.newThread(task);
      thread.setName("daybook-reports-" + thread.getName());
      thread.setDaemon(true);
      return thread;
    };
  }
}
