package org.daybook.web.rest.fake;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.delivery.ChannelStatus;
import org.daybook.api.delivery.Deliveries;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.delivery.Presentation;
import org.daybook.api.delivery.Rendered;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.report.ReportDocument;
import org.daybook.api.report.VisitReport;
import org.daybook.api.store.Store;

/** Renders anything as its format's name. */
public final class FakeDeliveries implements Deliveries {
  private final Store store;

  FakeDeliveries(Store store) {
    this.store = store;
  }

  @Override
  public List<Delivery> queue(VisitReport report) {
    return List.of();
  }

  @Override
  public Delivery retry(Actor actor, String deliveryId) {
    return store.inTransaction(
        actor,
        tx -> {
          Delivery delivery =
              tx.deliveries()
                  .find(deliveryId)
                  .orElseThrow(() -> new NotFoundException("delivery", deliveryId));
          if (delivery.state() == DeliveryState.SENT) {
            throw new RefusedException("The report was sent already.");
          }
          return tx.deliveries().update(delivery.toBuilder().state(DeliveryState.QUEUED).build());
        });
  }

  @Override
  public Rendered render(ReportDocument report, String format, Presentation presentation) {
    String mediaType =
        switch (format) {
          case "html" -> "text/html; charset=utf-8";
          case "txt" -> "text/plain; charset=utf-8";
          case "pdf" -> "application/pdf";
          default -> throw new NotFoundException("renderer for", format);
        };
    String revision = report.revised().isPresent() ? " " + report.revision() : "";
    return new Rendered(
        format, mediaType, ("отчёт " + format + revision).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Rendered message(Actor actor, VisitReport report) {
    return new Rendered(
        "eml", "message/rfc822", "Subject: report\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public List<ChannelStatus> channels() {
    return List.of(
        new ChannelStatus(
            "folder", true, true, "org.daybook.channels.folder 1.0.0", Optional.empty()));
  }
}
