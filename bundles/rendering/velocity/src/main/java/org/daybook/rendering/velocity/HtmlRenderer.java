package org.daybook.rendering.velocity;

import java.nio.charset.StandardCharsets;
import org.daybook.api.delivery.ReportRenderer;
import org.daybook.api.report.ReportDocument;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The report as the HTML of an e-mail: tables for layout, inline styles, nothing to be loaded, so
 * that it reads in every mail program.
 */
@Component(property = ReportRenderer.FORMAT + "=html")
public final class HtmlRenderer implements ReportRenderer {
  private final Templates templates;

  @Activate
  public HtmlRenderer(@Reference Templates templates) {
    this.templates = templates;
  }

  @Override
  public String format() {
    return "html";
  }

  @Override
  public String mediaType() {
    return "text/html; charset=UTF-8";
  }

  @Override
  public byte[] render(ReportDocument report) {
    return templates.merge("html.vm", report, Escaping::escape).getBytes(StandardCharsets.UTF_8);
  }
}
