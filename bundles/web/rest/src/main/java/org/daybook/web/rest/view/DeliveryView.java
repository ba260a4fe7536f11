package org.daybook.web.rest.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.report.VisitReport;
import org.daybook.api.store.ReportLinkQuery;

/**
 * One report to one recipient over one channel.
 *
 * @param reportNumber for people
 * @param revision of the report
 * @param contact id of the recipient
 * @param stateAt since when it is in its state
 * @param link the recipient's page; null if there is none, and in lists
 * @param history what happened to it, oldest first; empty in lists
 */
public record DeliveryView(
    String id,
    String report,
    String reportNumber,
    Integer revision,
    String visit,
    String client,
    String clientId,
    String contact,
    String recipient,
    String channel,
    DeliveryState state,
    Instant stateAt,
    String messageId,
    int attempts,
    Instant nextAttemptAt,
    boolean awaitsServer,
    String lastAnswer,
    Instant queuedAt,
    Instant sentAt,
    Instant acknowledgedAt,
    LinkView link,
    List<DeliveryStepView> history,
    long version)
    implements Versioned {
  /** As a list shows it. */
  public static DeliveryView of(Delivery delivery, Names names) {
    return of(delivery, names, null, List.of());
  }

  /** With its link and its history. */
  public static DeliveryView whole(Delivery delivery, Names names) {
    ReportLinkQuery links = ReportLinkQuery.builder().deliveryId(delivery.id()).build();
    LinkView link = names.transaction().reportLinks().last(links).map(LinkView::of).orElse(null);
    return of(delivery, names, link, DeliveryStepView.of(delivery, names.transaction()));
  }

  private static DeliveryView of(
      Delivery delivery, Names names, LinkView link, List<DeliveryStepView> history) {
    Optional<VisitReport> report = names.report(delivery.reportId());
    return new DeliveryView(
        delivery.id(),
        delivery.reportId(),
        report.map(VisitReport::number).orElse(null),
        report.map(VisitReport::revision).orElse(null),
        report.map(VisitReport::visitId).orElse(null),
        names.client(delivery.clientId()),
        delivery.clientId(),
        delivery.contactId(),
        delivery.recipient(),
        delivery.channel(),
        delivery.state(),
        delivery.stateAt().orElse(null),
        delivery.messageId(),
        delivery.attempts(),
        delivery.nextAttemptAt().orElse(null),
        delivery.awaitsServer(),
        delivery.lastAnswer().orElse(null),
        delivery.queuedAt(),
        delivery.sentAt().orElse(null),
        delivery.acknowledgedAt().orElse(null),
        link,
        history,
        delivery.version());
  }
}
