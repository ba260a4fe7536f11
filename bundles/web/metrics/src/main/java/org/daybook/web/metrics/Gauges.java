package org.daybook.web.metrics;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.Locale;
import java.util.Map;

/** Collects what is measured. */
final class Gauges {
  private final MetricSnapshots.Builder snapshots = MetricSnapshots.builder();

  void one(String name, String help, double value) {
    snapshots.metricSnapshot(
        GaugeSnapshot.builder()
            .name(name)
            .help(help)
            .dataPoint(GaugeDataPointSnapshot.builder().value(value).build())
            .build());
  }

  /** One sample for each constant that there is a value for. */
  <E extends Enum<E>> void byEnum(String name, String help, String label, Map<E, Long> values) {
    GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name).help(help);
    values.forEach(
        (constant, value) ->
            gauge.dataPoint(
                GaugeDataPointSnapshot.builder()
                    .labels(Labels.of(label, constant.name().toLowerCase(Locale.ROOT)))
                    .value(value)
                    .build()));
    snapshots.metricSnapshot(gauge.build());
  }

  void byName(String name, String help, String label, Map<String, Double> values) {
    GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name).help(help);
    values.forEach(
        (of, value) ->
            gauge.dataPoint(
                GaugeDataPointSnapshot.builder()
                    .labels(Labels.of(label, of))
                    .value(value)
                    .build()));
    snapshots.metricSnapshot(gauge.build());
  }

  /**
   * What only grows.
   *
   * @param name without {@code _total}, which is written behind it
   */
  void counter(String name, String help, String label, Map<String, Double> values) {
    CounterSnapshot.Builder counter = CounterSnapshot.builder().name(name).help(help);
    values.forEach(
        (of, value) ->
            counter.dataPoint(
                CounterDataPointSnapshot.builder()
                    .labels(Labels.of(label, of))
                    .value(value)
                    .build()));
    snapshots.metricSnapshot(counter.build());
  }

  MetricSnapshots snapshots() {
    return snapshots.build();
  }
}
