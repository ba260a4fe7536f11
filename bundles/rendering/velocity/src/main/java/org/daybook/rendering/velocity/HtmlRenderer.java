package org.daybook.rendering.velocity;

import java.nio.charset.StandardCharsets;
import org.daybook.api.delivery.Presentation;
import org.daybook.api.delivery.Presentation.LogoPlace;
import org.daybook.api.delivery.ReportRenderer;
import org.daybook.api.report.Block;
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
  /** Gmail cuts a letter off after 102 kB; what is longer is set more closely. */
  private static final int ROOMY_BYTES = 64_000;

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
  public byte[] render(ReportDocument report, Presentation presentation) {
    byte[] letter = render(report, presentation, false);
    boolean roomy = letter.length - pictureBytes(report, presentation) <= ROOMY_BYTES;
    return roomy ? letter : render(report, presentation, true);
  }

  /** Pictures within the document are only seen in a browser, which cuts nothing off. */
  private static int pictureBytes(ReportDocument report, Presentation presentation) {
    if (presentation.logo() != LogoPlace.IN_DOCUMENT) {
      return 0;
    }
    int photos =
        report.sections().stream()
            .flatMap(section -> section.blocks().stream())
            .filter(Block.Pictures.class::isInstance)
            .flatMap(block -> ((Block.Pictures) block).pictures().stream())
            .mapToInt(picture -> picture.base64().map(String::length).orElse(0))
            .sum();
    return photos + report.branding().logo().map(logo -> logo.base64().length()).orElse(0);
  }

  private byte[] render(ReportDocument report, Presentation presentation, boolean compact) {
    Rendering rendering =
        new Rendering(report, presentation, compact, Escaping::escape, document -> {});
    return templates.merge("html", rendering).getBytes(StandardCharsets.UTF_8);
  }
}
