package org.daybook.rendering.pdf;

import org.daybook.api.delivery.ReportRenderer;
import org.daybook.testkit.ReportRendererContract;

public class PdfRendererContractTest extends ReportRendererContract {
  @Override
  protected ReportRenderer createRenderer() {
    return Pdfs.renderer();
  }

  @Override
  protected String visibleText(byte[] document) throws Exception {
    return Pdfs.text(document);
  }
}
