package org.daybook.core.delivery;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.daybook.api.delivery.Presentation;
import org.daybook.api.delivery.ReportRenderer;
import org.daybook.api.report.ReportDocument;

/** Renders the headline. */
final class FakeRenderer implements ReportRenderer {
  final List<Presentation> presentations = new CopyOnWriteArrayList<>();
  volatile byte[] body;
  volatile Exception failure;

  private final String format;

  FakeRenderer(String format, String body) {
    this.format = format;
    this.body = body.getBytes(StandardCharsets.UTF_8);
  }

  Map.Entry<Map<String, Object>, ReportRenderer> registered() {
    return Map.entry(Map.of(ReportRenderer.FORMAT, format), this);
  }

  @Override
  public String format() {
    return format;
  }

  @Override
  public String mediaType() {
    return "application/x-" + format;
  }

  @Override
  public byte[] render(ReportDocument report, Presentation presentation) throws Exception {
    presentations.add(presentation);
    if (failure != null) {
      throw failure;
    }
    return body;
  }
}
