package org.daybook.core.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.delivery.ChannelStatus;
import org.daybook.api.delivery.Deliveries;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.delivery.DeliveryChannel;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.delivery.LetterWriter;
import org.daybook.api.delivery.Presentation;
import org.daybook.api.delivery.Rendered;
import org.daybook.api.delivery.ReportRenderer;
import org.daybook.api.error.ForbiddenException;
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
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/** Brings reports to their recipients; the key of its jobs is the delivery's id. */
@Component(
    service = {Deliveries.class, JobHandler.class},
    configurationPid = "org.daybook.delivery")
@Designate(ocd = Config.class)
public final class DeliveriesService implements Deliveries, JobHandler {
  private final Clock clock;
  private final Settings settings;
  private final Renderers rendering;
  private final Channels sending;
  private final Letters letters;
  private final Attempt attempt;
  private final Queueing queueing;
  private final Ledger ledger;
  private final Retries retries;

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile List<Map.Entry<Map<String, Object>, ReportRenderer>> renderers = List.of();

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile List<Map.Entry<Map<String, Object>, DeliveryChannel>> channels = List.of();

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile LetterWriter writer;

  @Activate
  public DeliveriesService(
      @Reference Store store,
      @Reference Reports reports,
      @Reference JobQueue jobs,
      @Reference Notices notices,
      @Reference PluginRunner runner,
      @Reference Clock clock,
      Config config) {
    this(store, reports, jobs, notices, runner, clock, Settings.of(config));
  }

  DeliveriesService(
      Store store,
      Reports reports,
      JobQueue jobs,
      Notices notices,
      PluginRunner runner,
      Clock clock,
      Settings settings) {
    PlatformFaults faults = new PlatformFaults(notices, clock);
    this.clock = clock;
    this.settings = settings;
    this.rendering = new Renderers(() -> renderers, runner, settings.rendererLimit(), faults);
    this.sending = new Channels(() -> channels, runner, settings, faults);
    this.letters =
        new Letters(reports, rendering, () -> Optional.ofNullable(writer), settings, clock);
    Links links = new Links(store, clock, settings, faults);
    this.attempt = new Attempt(store, links, letters, sending, settings);
    this.queueing = new Queueing(store, jobs, notices, clock, settings);
    FailureNotices failures = new FailureNotices(notices);
    this.retries = new Retries(store, jobs, failures, clock);
    this.ledger = new Ledger(store, jobs, failures, clock, settings);
  }

  @Deactivate
  void stop() {
    sending.stop();
  }

  @Override
  public List<Delivery> queue(VisitReport report) {
    return queueing.queue(report, sending.expected());
  }

  @Override
  public Delivery retry(Actor actor, String deliveryId) {
    if (!actor.isAny(Role.ADMIN, Role.MANAGER)) {
      throw new ForbiddenException("Only a manager may retry a delivery.");
    }
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
        ledger
            .first(report)
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
    return sending.statuses();
  }

  @Override
  public String type() {
    return Ledger.JOB;
  }

  @Override
  public JobOutcome run(Job job) {
    Optional<Delivery> pending = ledger.pending(job.key());
    if (pending.isEmpty()) {
      ledger.ended(job.key());
      return JobOutcome.finished();
    }
    Delivery delivery = pending.get();
    Optional<Instant> later =
        delivery.nextAttemptAt().filter(moment -> moment.isAfter(clock.instant()));
    if (delivery.state() == DeliveryState.DEFERRED && later.isPresent()) {
      return JobOutcome.again(later.get());
    }
    return ledger
        .getInLine(delivery)
        .orElseGet(() -> ledger.record(delivery.id(), attempt.deliver(delivery)));
  }

  private Letters.Addressee toNobody(VisitReport report) {
    return Letters.Addressee.nobody(report.id() + "@" + settings.messageIdDomain());
  }
}
