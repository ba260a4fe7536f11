package org.daybook.sections.devices;

import org.daybook.api.report.ReportSection;
import org.daybook.testkit.ReportSectionContract;

public class DevicesSectionContractTest extends ReportSectionContract {
  @Override
  protected ReportSection createSection() {
    return new DevicesSection();
  }
}
