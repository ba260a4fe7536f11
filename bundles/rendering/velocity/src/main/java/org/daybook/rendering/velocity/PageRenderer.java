package org.daybook.rendering.velocity;

import java.nio.charset.StandardCharsets;
import org.daybook.api.delivery.Presentation;
import org.daybook.api.delivery.ReportRenderer;
import org.daybook.api.report.ReportDocument;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The report as the part of a web page that holds it: no head, no style, no script. How it looks is
 * up to the page's style sheet, which knows its classes.
 */
@Component(property = ReportRenderer.FORMAT + "=page")
public final class PageRenderer implements ReportRenderer {
  private final Templates templates;

  @Activate
  public PageRenderer(@Reference Templates templates) {
    this.templates = templates;
  }

  @Override
  public String format() {
    return "page";
  }

  @Override
  public String mediaType() {
    return "text/html; charset=UTF-8";
  }

  @Override
  public byte[] render(ReportDocument report, Presentation presentation) {
    return templates
        .merge("page", new Rendering(report, presentation, Escaping::escape))
        .getBytes(StandardCharsets.UTF_8);
  }
}
