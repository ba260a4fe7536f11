package org.daybook.rendering.velocity;

import org.daybook.api.delivery.ReportRenderer;
import org.daybook.testkit.ReportRendererContract;

public class TextRendererContractTest extends ReportRendererContract {
  @Override
  protected ReportRenderer createRenderer() {
    return new TextRenderer(new Templates());
  }
}
