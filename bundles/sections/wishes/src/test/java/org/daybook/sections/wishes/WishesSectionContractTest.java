package org.daybook.sections.wishes;

import org.daybook.api.report.ReportSection;
import org.daybook.testkit.ReportSectionContract;

public class WishesSectionContractTest extends ReportSectionContract {
  @Override
  protected ReportSection createSection() {
    return new WishesSection();
  }
}
