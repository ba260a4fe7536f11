package org.daybook.testkit;

import java.nio.charset.StandardCharsets;
import org.daybook.api.delivery.Presentation;
import org.daybook.api.delivery.Presentation.LogoPlace;
import org.daybook.api.delivery.ReportRenderer;
import org.daybook.api.report.Branding;
import org.daybook.api.report.ReportDocument;

/** That a small renderer can keep the contract. */
public class SampleRendererTest extends ReportRendererContract {
  @Override
  protected ReportRenderer createRenderer() {
    return new LinesRenderer();
  }

  /** Every text on a line of its own, as HTML. */
  private static final class LinesRenderer implements ReportRenderer {
    @Override
    public String format() {
      return "lines";
    }

    @Override
    public String mediaType() {
      return "text/html; charset=utf-8";
    }

    @Override
    public byte[] render(ReportDocument report, Presentation presentation) {
      StringBuilder html = new StringBuilder("<!DOCTYPE html><title>x</title>");
      report.branding().logo().ifPresent(logo -> html.append(image(logo, presentation.logo())));
      presentation
          .pageAddress()
          .ifPresent(page -> html.append("<a href=\"").append(page).append("\">!</a>"));
      for (String text : Texts.in(report)) {
        html.append("<p>")
            .append(text.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&#39;"))
            .append("</p>\n");
      }
      return html.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String image(Branding.Logo logo, LogoPlace place) {
      String where =
          place == LogoPlace.IN_MESSAGE
              ? "cid:logo"
              : "data:" + logo.mediaType() + ";base64," + logo.base64();
      return "<img alt=\"\" src=\"" + where + "\">";
    }
  }
}
