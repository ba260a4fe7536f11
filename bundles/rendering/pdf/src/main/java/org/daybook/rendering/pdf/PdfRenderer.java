package org.daybook.rendering.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.daybook.api.delivery.Presentation;
import org.daybook.api.delivery.ReportRenderer;
import org.daybook.api.report.ReportDocument;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * The report as a tagged PDF (PDF/A-2a, ISO 19005-2, and PDF/UA-1, ISO 14289-1), made of what the
 * renderer of format {@code print} gives.
 */
@Component(property = ReportRenderer.FORMAT + "=pdf")
public final class PdfRenderer implements ReportRenderer {
  private final ReportRenderer print;
  private final Fonts fonts = new Fonts();

  @Activate
  public PdfRenderer(@Reference(target = "(" + FORMAT + "=print)") ReportRenderer print) {
    this.print = print;
  }

  @Deactivate
  void deactivate() throws IOException {
    fonts.close();
  }

  @Override
  public String format() {
    return "pdf";
  }

  @Override
  public String mediaType() {
    return "application/pdf";
  }

  /** A PDF is passed on: whoever it is made for, it does not carry the address of their page. */
  @Override
  public byte[] render(ReportDocument report, Presentation presentation) throws Exception {
    String html = new String(print.render(report, Presentation.PLAIN), StandardCharsets.UTF_8);
    Fonts.Set set = fonts.borrow();
    byte[] pdf = new PdfMaker(html, report).make(set);
    // Not after a failure: who knows where they were read to.
    fonts.giveBack(set);
    return pdf;
  }
}
