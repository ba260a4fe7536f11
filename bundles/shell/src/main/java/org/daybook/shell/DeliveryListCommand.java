package org.daybook.shell;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.report.VisitReport;
import org.daybook.api.store.DeliveryQuery;
import org.daybook.api.store.PageRequest;
import org.daybook.api.store.ReportQuery;
import org.daybook.api.store.Transaction;
import org.daybook.shell.completion.ClientCodes;
import org.daybook.shell.completion.VisitIds;

/** {@code daybook:delivery-list}. */
@Service
@Command(
    scope = "daybook",
    name = "delivery-list",
    description = "Lists deliveries of reports, the newest first")
public final class DeliveryListCommand extends ListCommand<Delivery> {
  /** No report has this id. */
  private static final String NONE = "none";

  @Option(name = "--client", description = "Only to this client (code)")
  @Completion(ClientCodes.class)
  String client;

  @Option(name = "--visit", description = "Only of this visit's report (id), in all revisions")
  @Completion(VisitIds.class)
  String visit;

  @Option(name = "--state", description = "Only in this state")
  DeliveryState state;

  @Override
  List<Delivery> rows(Platform platform) {
    DeliveryQuery.Builder query = DeliveryQuery.builder();
    if (client != null) {
      query.clientId(Names.clientId(platform, client));
    }
    if (visit != null) {
      query.addAllReportIds(platform.read(tx -> reportsOf(tx, visit)));
    }
    if (state != null) {
      query.states(EnumSet.of(state));
    }
    PageRequest newest = new PageRequest(MOST, Optional.empty(), true);
    return platform.read(tx -> tx.deliveries().list(query.build(), newest).items());
  }

  @Override
  Listing<Delivery> listing(Platform platform) {
    Map<String, String> codes = Names.clientCodes(platform);
    Map<String, String> reports = new HashMap<>();
    return new Listing<Delivery>()
        .column("id", Delivery::id)
        .column("client", delivery -> codes.get(delivery.clientId()))
        .column(
            "report",
            delivery -> reports.computeIfAbsent(delivery.reportId(), id -> report(platform, id)))
        .column("recipient", Delivery::recipient)
        .column("channel", Delivery::channel)
        .column("state", Delivery::state)
        .column("stateAt", Delivery::stateAt)
        .column("attempts", Delivery::attempts)
        .column("nextAttemptAt", Delivery::nextAttemptAt)
        .column("sentAt", Delivery::sentAt)
        .column("lastAnswer", Delivery::lastAnswer);
  }

  private static List<String> reportsOf(Transaction tx, String visit) {
    ReportQuery revisions = ReportQuery.builder().visitId(visit).build();
    List<String> ids = tx.reports().all(revisions).stream().map(VisitReport::id).toList();
    return ids.isEmpty() ? List.of(NONE) : ids;
  }

  private static String report(Platform platform, String id) {
    return platform
        .read(tx -> tx.reports().find(id))
        .map(report -> report.number() + " r" + report.revision())
        .orElse("");
  }
}
