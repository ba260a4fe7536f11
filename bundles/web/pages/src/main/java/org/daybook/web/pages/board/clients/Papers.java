package org.daybook.web.pages.board.clients;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.report.VisitReport;
import org.daybook.api.store.DeliveryQuery;
import org.daybook.api.store.PageRequest;
import org.daybook.api.store.ReportQuery;
import org.daybook.web.pages.board.Details;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Words;

/** The last reports of a client with what became of them. */
final class Papers {
  private static final int MOST = 12;

  private Papers() {}

  static List<ClientView.Paper> of(Look look, Words words, String clientId, String root) {
    PageRequest newest = new PageRequest(3 * MOST, Optional.empty(), true);
    Map<String, VisitReport> byVisit = new LinkedHashMap<>();
    for (VisitReport report :
        look.tx()
            .reports()
            .list(ReportQuery.builder().clientId(clientId).build(), newest)
            .items()) {
      byVisit.merge(
          report.visitId(), report, (one, two) -> one.revision() >= two.revision() ? one : two);
    }
    List<VisitReport> reports = byVisit.values().stream().limit(MOST).toList();
    Map<String, List<Delivery>> sent = deliveries(look, reports);
    List<ClientView.Paper> papers = new ArrayList<>();
    for (VisitReport report : reports) {
      papers.add(paper(look, words, report, sent.getOrDefault(report.id(), List.of()), root));
    }
    return papers;
  }

  private static Map<String, List<Delivery>> deliveries(Look look, List<VisitReport> reports) {
    if (reports.isEmpty()) {
      return Map.of();
    }
    List<String> ids = reports.stream().map(VisitReport::id).toList();
    return look.tx().deliveries().all(DeliveryQuery.builder().addAllReportIds(ids).build()).stream()
        .collect(Collectors.groupingBy(Delivery::reportId));
  }

  private static ClientView.Paper paper(
      Look look, Words words, VisitReport report, List<Delivery> deliveries, String root) {
    String there = root + "api/v1/visits/" + report.visitId() + "/report";
    return new ClientView.Paper(
        words.fill("report.name", Map.of("number", report.number(), "revision", report.revision())),
        look.moment(report.releasedAt().orElse(report.createdAt()), report.clientId()),
        words.get("report." + report.state()),
        look.link("/board/visits/" + report.visitId()),
        there + ".pdf",
        there + ".html",
        deliveries.stream()
            .map(
                delivery ->
                    new ClientView.Sent(
                        delivery.recipient(),
                        look.link("/board/deliveries/" + delivery.id()),
                        words.get("delivery." + delivery.state()),
                        Details.tone(delivery.state())))
            .toList());
  }
}
