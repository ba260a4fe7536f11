package org.daybook.web.metrics;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The text format of Prometheus, version 0.0.4. */
final class Text {
  static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private Text() {}

  static byte[] of(MetricSnapshots snapshots) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create().write(text, snapshots);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toByteArray();
  }
}
