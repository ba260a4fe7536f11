package org.daybook.rendering.velocity;

import java.nio.charset.StandardCharsets;
import org.daybook.api.delivery.ReportRenderer;
import org.daybook.testkit.ReportRendererContract;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

public class PrintRendererContractTest extends ReportRendererContract {
  @Override
  protected ReportRenderer createRenderer() {
    return new PrintRenderer(new Templates());
  }

  @Override
  protected String visibleText(byte[] document) {
    String xhtml = new String(document, StandardCharsets.UTF_8);
    return Jsoup.parse(xhtml, "", Parser.xmlParser()).select("body").text();
  }
}
