package org.daybook.rendering.velocity;

import org.daybook.api.delivery.ReportRenderer;
import org.daybook.testkit.ReportRendererContract;

public class HtmlRendererContractTest extends ReportRendererContract {
  @Override
  protected ReportRenderer createRenderer() {
    return new HtmlRenderer(new Templates());
  }
}
