package org.daybook.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.daybook.api.report.Reports;
import org.daybook.api.report.SectionStatus;

/** {@code daybook:section-list}. */
@Service
@Command(
    scope = "daybook",
    name = "section-list",
    description = "Lists the sections of the report in their order")
public final class SectionListCommand extends ListCommand<SectionStatus> {
  @Override
  List<SectionStatus> rows(Platform platform) {
    return platform.with(Reports.class, Reports::sections);
  }

  @Override
  Listing<SectionStatus> listing(Platform platform) {
    return new Listing<SectionStatus>()
        .column("place", SectionStatus::place)
        .column("id", SectionStatus::id)
        .column("title", SectionStatus::titleEn)
        .column("bundle", SectionStatus::bundle)
        .column("lastFault", SectionStatus::lastFault);
  }
}
