package org.daybook.rendering.velocity;

import java.nio.charset.StandardCharsets;
import org.daybook.api.delivery.ReportRenderer;
import org.daybook.api.report.ReportDocument;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The report as XHTML with a style sheet for paged media, for the renderer of PDF. */
@Component(property = ReportRenderer.FORMAT + "=print")
public final class PrintRenderer implements ReportRenderer {
  private final Templates templates;

  @Activate
  public PrintRenderer(@Reference Templates templates) {
    this.templates = templates;
  }

  @Override
  public String format() {
    return "print";
  }

  @Override
  public String mediaType() {
    return "application/xhtml+xml; charset=UTF-8";
  }

  @Override
  public byte[] render(ReportDocument report) {
    return templates
        .merge("print.vm", report, PrintEscaping::escape)
        .getBytes(StandardCharsets.UTF_8);
  }
}
