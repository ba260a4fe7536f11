package org.daybook.itests.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Many engineers close their visits at once, each at another client. */
final class RushBenchmark {
  private static final int VISITS = 500;
  private static final int DEVICES = 25;
  private static final int ENGINEERS = 8;
  private static final int EVERY_SECONDS = 5;

  /** What a full collection takes would show in the result if there were one for every line. */
  private static final int LINES_FOR_A_COLLECTION = 3;

  private static final Duration LIMIT = Duration.ofMinutes(20);

  private final ShippedDaybook daybook;
  private final ProcessFigures figures;
  private int lines;

  private RushBenchmark(ShippedDaybook daybook) {
    this.daybook = daybook;
    this.figures = daybook.figures();
  }

  /**
   * Measures, and prints how it goes.
   *
   * @param arguments how many visits are closed, and how many devices each client has: {@code 500
   *     25}
   */
  static void main(String[] arguments) throws Exception {
    int visits = arguments.length == 0 ? VISITS : Integer.parseInt(arguments[0]);
    int devices = arguments.length < 2 ? DEVICES : Integer.parseInt(arguments[1]);
    Path folder = Folders.besideTheJar("rush-");
    try (ShippedDaybook daybook =
        ShippedDaybook.start(folder, store -> WaitingVisits.fill(store, visits, 1, devices))) {
      new RushBenchmark(daybook).run();
    }
    // Not after a failure: its log tells why
    Folders.delete(folder);
  }

  private void run() throws Exception {
    List<String> visits = daybook.visits();
    Duration cpuBefore = figures.processorTime();
    System.out.printf("seconds | mailed | resident MB | live heap MB%n");
    long begin = System.nanoTime();
    ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
    watch.scheduleAtFixedRate(() -> tell(begin), 0, EVERY_SECONDS, TimeUnit.SECONDS);
    long closed;
    SmtpSink.Arrival last;
    try {
      closeAll(visits);
      closed = System.nanoTime();
      last = daybook.sink().await(visits.size(), LIMIT);
    } finally {
      watch.shutdownNow();
    }
    Duration cpu = figures.processorTime().minus(cpuBefore);
    double seconds = (last.nanos() - begin) / 1e9;
    int kilobytes =
        daybook.sink().arrivals().stream().mapToInt(SmtpSink.Arrival::bytes).sum()
            / 1024
            / visits.size();
    System.out.printf(
        Locale.ROOT,
        """
        %d visits closed after %.1f s, all reports mailed after %.1f s: %.1f reports/s
        %d ms of the processors for each, %d kB each
        live heap %d MB, %d MB resident at the end
        """,
        visits.size(),
        (closed - begin) / 1e9,
        seconds,
        visits.size() / seconds,
        cpu.toMillis() / visits.size(),
        kilobytes,
        figures.liveMegabytes(),
        figures.residentMegabytes());
  }

  private void closeAll(List<String> visits) throws Exception {
    ExecutorService engineers = Executors.newFixedThreadPool(ENGINEERS);
    try {
      List<Future<?>> closings = new ArrayList<>();
      visits.forEach(visit -> closings.add(engineers.submit(() -> daybook.close(visit))));
      for (Future<?> closing : closings) {
        closing.get();
      }
    } finally {
      engineers.shutdownNow();
    }
  }

  private void tell(long begin) {
    try {
      System.out.printf(
          "%7d | %6d | %11d | %s%n",
          (System.nanoTime() - begin) / 1_000_000_000,
          daybook.sink().count(),
          figures.residentMegabytes(),
          lines++ % LINES_FOR_A_COLLECTION == 0 ? figures.liveMegabytes() : "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
