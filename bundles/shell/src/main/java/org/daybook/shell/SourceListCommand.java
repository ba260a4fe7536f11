package org.daybook.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.daybook.api.source.Intake;
import org.daybook.api.source.SourceStatus;

/** {@code daybook:source-list}. */
@Service
@Command(
    scope = "daybook",
    name = "source-list",
    description = "Lists the sources of tasks and how they are doing")
public final class SourceListCommand extends ListCommand<SourceStatus> {
  @Override
  List<SourceStatus> rows(Platform platform) {
    return platform.with(Intake.class, Intake::sources);
  }

  @Override
  Listing<SourceStatus> listing(Platform platform) {
    return new Listing<SourceStatus>()
        .column("id", SourceStatus::id)
        .column("title", SourceStatus::titleEn)
        .column("state", SourceStatus::state)
        .column("hooks", SourceStatus::hooks)
        .column("signals", SourceStatus::signals)
        .column("lastSignalAt", SourceStatus::lastSignalAt)
        .column("bundle", SourceStatus::bundle)
        .column("lastFault", SourceStatus::lastFault);
  }
}
