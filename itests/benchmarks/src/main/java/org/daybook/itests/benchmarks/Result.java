package org.daybook.itests.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What came of the rounds with one number of threads. Medians are told; shares are of the bare
 * inserts that came straight after, with the least and the most.
 */
final class Result {
  private static final String ROW = "%7s | %9s %7s | %9s %7s  %18s | %9s %7s  %18s%n";

  private final int threads;
  private final List<Throughput> bare = new ArrayList<>();
  private final List<Throughput> accepted = new ArrayList<>();
  private final List<Throughput> received = new ArrayList<>();
  private final List<Double> acceptedShare = new ArrayList<>();
  private final List<Double> receivedShare = new ArrayList<>();

  Result(int threads) {
    this.threads = threads;
  }

  void addAccepted(Throughput measured, Throughput bareAfterwards) {
    accepted.add(measured);
    acceptedShare.add(measured.perSecond() / bareAfterwards.perSecond());
    bare.add(bareAfterwards);
  }

  void addReceived(Throughput measured, Throughput bareAfterwards) {
    received.add(measured);
    receivedShare.add(measured.perSecond() / bareAfterwards.perSecond());
    bare.add(bareAfterwards);
  }

  static String head() {
    return ROW.formatted(
        "threads",
        "bare/s",
        "CPU us",
        "accept/s",
        "CPU us",
        "of bare",
        "hook/s",
        "CPU us",
        "of bare");
  }

  String row() {
    return ROW.formatted(
        threads,
        median(bare, Throughput::perSecond),
        median(bare, Throughput::cpuMicros),
        median(accepted, Throughput::perSecond),
        median(accepted, Throughput::cpuMicros),
        share(acceptedShare),
        median(received, Throughput::perSecond),
        median(received, Throughput::cpuMicros),
        share(receivedShare));
  }

  private static String share(List<Double> shares) {
    List<Double> sorted = shares.stream().sorted().toList();
    return String.format(
        Locale.ROOT,
        "%.2f (%.2f-%.2f)",
        median(shares),
        sorted.get(0),
        sorted.get(sorted.size() - 1));
  }

  private static String median(List<Throughput> measured, ToDoubleFunction<Throughput> value) {
    return "%.0f".formatted(median(measured.stream().mapToDouble(value).boxed().toList()));
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }
}
