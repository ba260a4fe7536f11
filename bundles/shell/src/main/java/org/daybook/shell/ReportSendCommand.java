package org.daybook.shell;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.report.ReportState;
import org.daybook.api.report.Reports;
import org.daybook.api.report.VisitReport;
import org.daybook.api.store.DeliveryQuery;
import org.daybook.shell.completion.VisitIds;

/** {@code daybook:report-send}. */
@Service
@Command(
    scope = "daybook",
    name = "report-send",
    description =
        "Lets the held report of a visit go out; queues a released one for new recipients")
public final class ReportSendCommand extends DaybookCommand {
  @Argument(name = "visit", required = true, description = "Id of the visit")
  @Completion(VisitIds.class)
  String visit;

  @Override
  protected void run(Platform platform) {
    VisitReport report = Visited.report(platform, visit);
    Set<String> before =
        deliveries(platform, report).stream().map(Delivery::id).collect(Collectors.toSet());
    VisitReport sent = platform.with(Reports.class, reports -> reports.send(actor(), report.id()));
    List<String> added =
        deliveries(platform, sent).stream()
            .filter(delivery -> !before.contains(delivery.id()))
            .map(Delivery::recipient)
            .toList();
    say(Visited.name(sent) + released(report) + queued(added));
  }

  private static String released(VisitReport before) {
    return before.state() == ReportState.HELD ? " is released" : " was released before";
  }

  private static String queued(List<String> recipients) {
    return recipients.isEmpty()
        ? "; nobody new gets it."
        : "; queued for " + String.join(", ", recipients) + ".";
  }

  private static List<Delivery> deliveries(Platform platform, VisitReport report) {
    DeliveryQuery query = DeliveryQuery.builder().reportId(report.id()).build();
    return platform.read(tx -> tx.deliveries().all(query));
  }
}
