package org.daybook.api.delivery;

import java.util.List;
import org.daybook.api.access.Actor;
import org.daybook.api.report.ReportDocument;
import org.daybook.api.report.VisitReport;
import org.osgi.annotation.versioning.ProviderType;

/** Brings reports to their recipients, and shows them in any format. Safe for any thread. */
@ProviderType
public interface Deliveries {
  /**
   * Queues a released report for each contact of the client who is to get it and has no delivery of
   * it yet, in the caller's transaction. Deliveries of earlier revisions that were not sent yet are
   * called off. Harmless to repeat.
   */
  List<Delivery> queue(VisitReport report);

  /**
   * Tries a delivery again now.
   *
   * @throws org.daybook.api.error.RefusedException if it was sent already
   */
  Delivery retry(Actor actor, String deliveryId);

  /**
   * Renders a report.
   *
   * @throws org.daybook.api.error.NotFoundException if no renderer knows the format
   * @throws org.daybook.api.error.UnavailableException if the renderer failed
   */
  Rendered render(ReportDocument report, String format, Presentation presentation);

  /**
   * The message as the first recipient gets it, or as it would be addressed to nobody. Whoever has
   * the recipient's own link acts as the client, so only an admin is shown it; for everybody else a
   * link that opens nothing stands in its place.
   */
  Rendered message(Actor actor, VisitReport report);

  /** The channels that are there now. */
  List<ChannelStatus> channels();
}
