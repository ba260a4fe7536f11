package org.daybook.rendering.velocity;

import java.nio.charset.StandardCharsets;
import org.daybook.api.delivery.Presentation;
import org.daybook.api.delivery.ReportRenderer;
import org.daybook.api.report.ReportDocument;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The report as plain text; says everything the HTML says. */
@Component(property = ReportRenderer.FORMAT + "=txt")
public final class TextRenderer implements ReportRenderer {
  private final Templates templates;

  @Activate
  public TextRenderer(@Reference Templates templates) {
    this.templates = templates;
  }

  @Override
  public String format() {
    return "txt";
  }

  @Override
  public String mediaType() {
    return "text/plain; charset=UTF-8";
  }

  @Override
  public byte[] render(ReportDocument report, Presentation presentation) {
    String text = templates.merge("txt", new Rendering(report, presentation, PlainText::clean));
    return text.replaceAll("\\n{3,}", "\n\n").getBytes(StandardCharsets.UTF_8);
  }
}
