package org.daybook.web.rest.view;

import java.time.Instant;
import java.util.Optional;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.report.VisitReport;

/**
 * One report to one recipient over one channel.
 *
 * @param reportNumber for people
 * @param contact id of the recipient
 */
public record DeliveryView(
    String id,
    String report,
    String reportNumber,
    String visit,
    String client,
    String clientId,
    String contact,
    String recipient,
    String channel,
    DeliveryState state,
    String messageId,
    int attempts,
    Instant nextAttemptAt,
    String lastAnswer,
    Instant queuedAt,
    Instant sentAt,
    long version)
    implements Versioned {
  public static DeliveryView of(Delivery delivery, Names names) {
    Optional<VisitReport> report = names.transaction().reports().find(delivery.reportId());
    return new DeliveryView(
        delivery.id(),
        delivery.reportId(),
        report.map(VisitReport::number).orElse(null),
        report.map(VisitReport::visitId).orElse(null),
        names.client(delivery.clientId()),
        delivery.clientId(),
        delivery.contactId(),
        delivery.recipient(),
        delivery.channel(),
        delivery.state(),
        delivery.messageId(),
        delivery.attempts(),
        delivery.nextAttemptAt().orElse(null),
        delivery.lastAnswer().orElse(null),
        delivery.queuedAt(),
        delivery.sentAt().orElse(null),
        delivery.version());
  }
}
