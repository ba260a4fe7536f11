package org.daybook.core.delivery;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.delivery.ChannelStatus;
import org.daybook.api.delivery.Deliveries;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.delivery.Presentation;
import org.daybook.api.delivery.Rendered;
import org.daybook.api.delivery.ReportRenderer;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.job.Job;
import org.daybook.api.job.JobHandler;
import org.daybook.api.job.JobOutcome;
import org.daybook.api.job.JobQueue;
import org.daybook.api.notice.Notices;
import org.daybook.api.plugin.PluginRunner;
import org.daybook.api.report.ReportDocument;
import org.daybook.api.report.Reports;
import org.daybook.api.report.VisitReport;
import org.daybook.api.store.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Brings reports to their recipients; the key of its jobs is the delivery's id. */
@Component(service = {Deliveries.class, JobHandler.class})
public final class DeliveriesService implements Deliveries, JobHandler {
  private final Store store;
  private final Outlet outlet;
  private final Renderers rendering;
  private final Letters letters;
  private final Attempt attempt;
  private final Queueing queueing;
  private final Ledger<Delivery> ledger;
  private final DeliveryRetries retries;

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile List<Map.Entry<Map<String, Object>, ReportRenderer>> renderers = List.of();

  @Activate
  public DeliveriesService(
      @Reference Store store,
      @Reference Reports reports,
      @Reference JobQueue jobs,
      @Reference Notices notices,
      @Reference PluginRunner runner,
      @Reference Clock clock,
      @Reference Outlet outlet) {
    Settings settings = outlet.settings();
    PlatformFaults faults = outlet.faults();
    this.outlet = outlet;
    this.rendering =
        new Renderers(
            () -> renderers, runner, settings.rendererLimit(), faults, new Photographs(store));
    this.letters = new Letters(reports, rendering, outlet::writer, settings, clock);
    Links links = new Links(store, clock, settings, faults, outlet.linkKey());
    this.attempt = new Attempt(store, links, letters, outlet);
    this.queueing = new Queueing(store, jobs, notices, outlet.deliveries(), clock, settings);
    this.retries = new DeliveryRetries(outlet.retries(outlet.deliveries()));
    this.ledger = outlet.ledger(outlet.deliveries());
    this.store = store;
  }

  @Override
  public List<Delivery> queue(VisitReport report) {
    return queueing.queue(report, outlet.sending().expected());
  }

  @Override
  public Delivery retry(Actor actor, String deliveryId) {
    return retries.retry(actor, deliveryId);
  }

  @Override
  public Rendered render(ReportDocument report, String format, Presentation presentation) {
    Renderers.Result result = rendering.render(report, format, presentation);
    if (result instanceof Renderers.Result.Missing) {
      throw new NotFoundException("renderer", format);
    }
    if (result instanceof Renderers.Result.Failed failed) {
      throw new UnavailableException("The report cannot be shown now: " + failed.sentence());
    }
    return ((Renderers.Result.Done) result).rendered();
  }

  @Override
  public Rendered message(Actor actor, VisitReport report) {
    boolean withLink = actor.isAny(Role.ADMIN);
    Letters.Result letter =
        store.read(tx -> Queueing.of(tx, report)).stream()
            .findFirst()
            .map(delivery -> attempt.shown(report, delivery, withLink))
            .orElseGet(() -> letters.write(report, toNobody(report), false));
    if (letter instanceof Letters.Result.Waits waits) {
      throw new UnavailableException("The message cannot be written now: " + waits.sentence());
    }
    byte[] message = ((Letters.Result.Written) letter).message();
    return new Rendered("eml", "message/rfc822", message);
  }

  @Override
  public List<ChannelStatus> channels() {
    return outlet.sending().statuses();
  }

  @Override
  public String type() {
    return OutgoingDeliveries.JOB;
  }

  @Override
  public JobOutcome run(Job job) {
    return ledger.run(job.key(), attempt::deliver);
  }

  private Letters.Addressee toNobody(VisitReport report) {
    return Letters.Addressee.nobody(report.id() + "@" + outlet.settings().messageIdDomain());
  }
}
