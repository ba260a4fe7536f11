package org.daybook.core.control;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.report.ReportState;
import org.daybook.api.report.VisitReport;
import org.daybook.api.store.DeliveryQuery;
import org.daybook.api.store.ReportQuery;
import org.daybook.api.store.VisitQuery;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitState;

/**
 * A visit was closed, and its report is not made or not sent. One that waits for a manager's look
 * is another notice.
 */
final class LateReports extends VisitRule {
  private final Duration patience;

  LateReports(Duration patience) {
    this.patience = patience;
  }

  @Override
  public NoticeKind kind() {
    return NoticeKind.REPORT_LATE;
  }

  @Override
  public List<Fact> facts(Look look) {
    Instant longAgo = look.now().minus(patience);
    Map<String, Visit> late = new LinkedHashMap<>();
    VisitQuery closed = VisitQuery.builder().addStates(VisitState.CLOSED).build();
    look.tx().visits().all(closed).stream()
        .filter(visit -> visit.recordedUntil().filter(longAgo::isAfter).isPresent())
        .filter(visit -> !isHeld(look, visit))
        .forEach(visit -> late.put(visit.id(), visit));
    unsent(look).stream()
        .filter(delivery -> delivery.queuedAt().isBefore(longAgo))
        .map(Delivery::reportId)
        .distinct()
        .map(look.tx().reports()::find)
        .flatMap(Optional::stream)
        .map(report -> look.tx().visits().find(report.visitId()))
        .flatMap(Optional::stream)
        .forEach(visit -> late.put(visit.id(), visit));
    return late.values().stream().map(visit -> late(look, visit)).toList();
  }

  private static List<Delivery> unsent(Look look) {
    return look.tx()
        .deliveries()
        .all(
            DeliveryQuery.builder()
                .addStates(DeliveryState.QUEUED, DeliveryState.DEFERRED)
                .build());
  }

  private static boolean isHeld(Look look, Visit visit) {
    return look.tx()
        .reports()
        .last(ReportQuery.builder().visitId(visit.id()).build())
        .map(VisitReport::state)
        .filter(ReportState.HELD::equals)
        .isPresent();
  }

  private static Fact late(Look look, Visit visit) {
    Instant closed = visit.recordedUntil().orElse(visit.plannedFor());
    return fact(
        look,
        visit,
        look.about("visit.report", visit)
            .with("closed", look.words().moment(closed, look.zone(visit.clientId()))));
  }
}
