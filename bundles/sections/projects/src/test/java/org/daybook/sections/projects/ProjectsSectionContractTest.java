package org.daybook.sections.projects;

import org.daybook.api.report.ReportSection;
import org.daybook.testkit.ReportSectionContract;

public class ProjectsSectionContractTest extends ReportSectionContract {
  @Override
  protected ReportSection createSection() {
    return new ProjectsSection();
  }
}
