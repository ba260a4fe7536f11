package org.daybook.testkit;

import java.nio.charset.StandardCharsets;
import org.daybook.api.delivery.ReportRenderer;
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
    public byte[] render(ReportDocument report) {
      StringBuilder html = new StringBuilder("<!DOCTYPE html><title>x</title>");
      for (String text : Texts.in(report)) {
        html.append("<p>")
            .append(text.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&#39;"))
            .append("</p>\n");
      }
      return html.toString().getBytes(StandardCharsets.UTF_8);
    }
  }
}
