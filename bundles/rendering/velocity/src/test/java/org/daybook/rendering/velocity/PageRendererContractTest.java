package org.daybook.rendering.velocity;

import org.daybook.api.delivery.ReportRenderer;
import org.daybook.testkit.ReportRendererContract;

public class PageRendererContractTest extends ReportRendererContract {
  @Override
  protected ReportRenderer createRenderer() {
    return new PageRenderer(new Templates());
  }
}
