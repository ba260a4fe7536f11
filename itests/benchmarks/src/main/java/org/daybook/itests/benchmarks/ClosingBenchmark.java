package org.daybook.itests.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** From closing a visit to its report at the mail server, one at a time on an idle Daybook. */
final class ClosingBenchmark {
  private static final int ROUNDS = 20;
  private static final int DEVICES = 100;
  private static final Duration IDLE = Duration.ofSeconds(2);
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private ClosingBenchmark() {}

  /**
   * Measures and prints a line for each round.
   *
   * @param arguments how many rounds, and how many devices the client has: {@code 20 100}
   */
  static void main(String[] arguments) throws Exception {
    int rounds = arguments.length == 0 ? ROUNDS : Integer.parseInt(arguments[0]);
    int devices = arguments.length < 2 ? DEVICES : Integer.parseInt(arguments[1]);
    Path folder = Folders.besideTheJar("closing-");
    try (ShippedDaybook daybook =
        ShippedDaybook.start(folder, store -> WaitingVisits.fill(store, 1, rounds, devices))) {
      System.out.printf("round | closed ms | mailed ms | CPU ms | kB%n");
      List<Long> mailed = new ArrayList<>();
      for (String visit : daybook.visits()) {
        mailed.add(round(mailed.size() + 1, daybook, visit));
        // Only then is it idle again, as it is when an engineer closes a visit
        Thread.sleep(IDLE.toMillis());
      }
      List<Long> sorted = mailed.stream().sorted().toList();
      System.out.printf(
          Locale.ROOT,
          "first %d ms, median %d ms, worst %d ms%n",
          mailed.get(0),
          sorted.get(rounds / 2),
          sorted.get(rounds - 1));
    }
    // Not after a failure: its log tells why
    Folders.delete(folder);
  }

  private static long round(int number, ShippedDaybook daybook, String visit) throws Exception {
    ProcessFigures figures = daybook.figures();
    Duration before = figures.processorTime();
    long begin = System.nanoTime();
    daybook.close(visit);
    long closed = System.nanoTime();
    SmtpSink.Arrival mail = daybook.sink().await(number, LIMIT);
    long mailed = (mail.nanos() - begin) / 1_000_000;
    System.out.printf(
        Locale.ROOT,
        "%5d | %9d | %9d | %6d | %d%n",
        number,
        (closed - begin) / 1_000_000,
        mailed,
        figures.processorTime().minus(before).toMillis(),
        mail.bytes() / 1024);
    return mailed;
  }
}
