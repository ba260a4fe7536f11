package org.daybook.web.pages.client.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.daybook.api.access.Actor;
import org.daybook.api.delivery.ChannelStatus;
import org.daybook.api.delivery.Deliveries;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.delivery.Presentation;
import org.daybook.api.delivery.Rendered;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.report.ReportDocument;
import org.daybook.api.report.VisitReport;

/** Renders a report as little more than its number. */
public final class FakeDeliveries implements Deliveries {
  public boolean rendererThere = true;
  public boolean rendererFails;

  @Override
  public Rendered render(ReportDocument report, String format, Presentation presentation) {
    if (!rendererThere) {
      throw new NotFoundException("renderer for", format);
    }
    if (rendererFails) {
      throw new UnavailableException("The renderer failed.");
    }
    if (!presentation.equals(Presentation.PLAIN)) {
      throw new AssertionError("The page would tell an address: " + presentation);
    }
    return switch (format) {
      case "page" ->
          new Rendered(
              format,
              "text/html; charset=UTF-8",
              """
              <article class="report" lang="%s"><div class="report-head"><h1>№ %s</h1></div>\
              <p class="headline">%s (%d)</p></article>"""
                  .formatted(
                      report.language().toLanguageTag(),
                      report.number(),
                      report.headline(),
                      report.revision())
                  .getBytes(UTF_8));
      case "pdf" ->
          new Rendered(format, "application/pdf", ("%PDF " + report.revision()).getBytes(UTF_8));
      default -> throw new NotFoundException("renderer for", format);
    };
  }

  @Override
  public List<Delivery> queue(VisitReport report) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Delivery retry(Actor actor, String deliveryId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Rendered message(Actor actor, VisitReport report) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<ChannelStatus> channels() {
    throw new UnsupportedOperationException();
  }
}
