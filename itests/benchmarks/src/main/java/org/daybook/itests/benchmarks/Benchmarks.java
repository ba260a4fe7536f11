package org.daybook.itests.benchmarks;

import java.util.Arrays;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** The way in: the first argument names the benchmark, the others are its own. */
public final class Benchmarks {
  private Benchmarks() {}

  public static void main(String[] arguments) throws Exception {
    String which = arguments.length == 0 ? "" : arguments[0];
    String[] options = arguments.length == 0 ? arguments : tail(arguments);
    switch (which) {
      case "signals" -> SignalsBenchmark.main(options);
      case "report" -> measureReport(options);
      case "closing" -> ClosingBenchmark.main(options);
      case "rush" -> RushBenchmark.main(options);
      case "plan" -> PlanBenchmark.main(options);
      case "pages" -> PagesBenchmark.main(options);
      default -> {
        System.err.println(
            "usage: signals [SIGNALS PER ROUND [THREADS,THREADS...]] | report [OPTIONS OF JMH]"
                + " | closing [ROUNDS [DEVICES]] | rush [VISITS [DEVICES]]"
                + " | plan [CLIENTS [SECONDS FOR TIMEFOLD]]"
                + " | pages [USERS [SECONDS [DEVICES [TASKS [LARGE]]]]]");
        System.exit(2);
      }
    }
  }

  private static void measureReport(String[] arguments) throws Exception {
    CommandLineOptions options = new CommandLineOptions(arguments);
    OptionsBuilder benchmarks = new OptionsBuilder();
    if (options.getIncludes().isEmpty()) {
      benchmarks.include(ReportBenchmark.class.getName());
    }
    new Runner(benchmarks.parent(options).build()).run();
  }

  private static String[] tail(String[] arguments) {
    return Arrays.copyOfRange(arguments, 1, arguments.length);
  }
}
