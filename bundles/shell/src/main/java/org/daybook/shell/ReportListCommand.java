package org.daybook.shell;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.daybook.api.report.ReportState;
import org.daybook.api.report.VisitReport;
import org.daybook.api.store.PageRequest;
import org.daybook.api.store.ReportQuery;
import org.daybook.shell.completion.ClientCodes;
import org.daybook.shell.completion.VisitIds;

/** {@code daybook:report-list}. */
@Service
@Command(
    scope = "daybook",
    name = "report-list",
    description = "Lists reports with their revisions, the newest first")
public final class ReportListCommand extends ListCommand<VisitReport> {
  /** Each comes with its whole content. */
  private static final int MOST_REPORTS = 100;

  @Option(name = "--client", description = "Only of this client (code)")
  @Completion(ClientCodes.class)
  String client;

  @Option(name = "--visit", description = "Only of this visit (id)")
  @Completion(VisitIds.class)
  String visit;

  @Option(name = "--state", description = "Only in this state, such as HELD")
  ReportState state;

  @Override
  List<VisitReport> rows(Platform platform) {
    ReportQuery.Builder query = ReportQuery.builder().visitId(Optional.ofNullable(visit));
    if (client != null) {
      query.clientId(Names.clientId(platform, client));
    }
    if (state != null) {
      query.states(EnumSet.of(state));
    }
    PageRequest newest = new PageRequest(MOST_REPORTS, Optional.empty(), true);
    return platform.read(tx -> tx.reports().list(query.build(), newest).items());
  }

  @Override
  Listing<VisitReport> listing(Platform platform) {
    Map<String, String> codes = Names.clientCodes(platform);
    return new Listing<VisitReport>()
        .column("number", VisitReport::number)
        .column("revision", VisitReport::revision)
        .column("client", report -> codes.get(report.clientId()))
        .column("visit", VisitReport::visitId)
        .column("state", VisitReport::state)
        .column("createdAt", VisitReport::createdAt)
        .column("releasedAt", VisitReport::releasedAt)
        .column("reason", VisitReport::reason)
        .column("id", VisitReport::id);
  }
}
