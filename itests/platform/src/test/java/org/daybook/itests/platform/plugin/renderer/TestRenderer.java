package org.daybook.itests.platform.plugin.renderer;

import org.daybook.api.delivery.Presentation;
import org.daybook.api.delivery.ReportRenderer;
import org.daybook.api.report.ReportDocument;
import org.daybook.itests.platform.plugin.fault.Fault;
import org.daybook.itests.platform.plugin.fault.Manifest;
import org.osgi.service.component.annotations.Component;

/** Takes the place of the PDF renderer. */
@Component(property = {ReportRenderer.FORMAT + "=pdf", "service.ranking:Integer=100"})
public final class TestRenderer implements ReportRenderer {
  private final Fault fault = Manifest.fault();

  @Override
  public String format() {
    return "pdf";
  }

  @Override
  public String mediaType() {
    return "application/pdf";
  }

  @Override
  public byte[] render(ReportDocument report, Presentation presentation) throws Exception {
    fault.strike();
    return fault == Fault.NULL ? null : new byte[0];
  }
}
