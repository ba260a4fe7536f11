package org.daybook.core.reports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.daybook.api.access.Actor;
import org.daybook.api.delivery.ChannelStatus;
import org.daybook.api.delivery.Deliveries;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.delivery.Presentation;
import org.daybook.api.delivery.Rendered;
import org.daybook.api.report.ReportDocument;
import org.daybook.api.report.VisitReport;

/** Remembers what was queued. */
final class FakeDeliveries implements Deliveries {
  final List<VisitReport> queued = Collections.synchronizedList(new ArrayList<>());
  volatile RuntimeException failure;

  @Override
  public List<Delivery> queue(VisitReport report) {
    if (failure != null) {
      throw failure;
    }
    queued.add(report);
    return List.of();
  }

  @Override
  public Delivery retry(Actor actor, String deliveryId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Rendered render(ReportDocument report, String format, Presentation presentation) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Rendered message(Actor actor, VisitReport report) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<ChannelStatus> channels() {
    return List.of();
  }
}
