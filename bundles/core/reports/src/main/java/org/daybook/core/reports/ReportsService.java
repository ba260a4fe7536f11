package org.daybook.core.reports;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.delivery.Deliveries;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.job.JobQueue;
import org.daybook.api.notice.Notices;
import org.daybook.api.plugin.PluginRunner;
import org.daybook.api.report.Branding;
import org.daybook.api.report.ReportDocument;
import org.daybook.api.report.ReportDocument.Section;
import org.daybook.api.report.ReportSection;
import org.daybook.api.report.ReportState;
import org.daybook.api.report.Reports;
import org.daybook.api.report.SectionStatus;
import org.daybook.api.report.Verification;
import org.daybook.api.report.VisitReport;
import org.daybook.api.store.FrozenVisit;
import org.daybook.api.store.ReportQuery;
import org.daybook.api.store.Store;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.Correction;
import org.daybook.api.visit.Visits;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes reports and keeps them. The sections are asked outside of any transaction. */
@Component(service = Reports.class, configurationPid = "org.daybook.reports")
@Designate(ocd = Config.class)
public class ReportsService implements Reports {
  private static final Logger LOG = LoggerFactory.getLogger(ReportsService.class);
  private static final Actor PLATFORM = Actor.system("reports");

  private final Store store;
  private final Visits visits;
  private final Clock clock;
  private final BundleContext context;
  private final ReportJson json = new ReportJson();
  private final SectionDesk desk;
  private final BrandingDesk looks;
  private final Freezer freezer;
  private final Release release;
  private final Verifier verifier;

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile List<Map.Entry<Map<String, Object>, ReportSection>> sections = List.of();

  /**
   * Only the reference, fetched when it is needed: delivery itself needs this service, and two
   * services that wait for each other would never start.
   */
  @Reference(
      service = Deliveries.class,
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile ServiceReference<Deliveries> deliveries;

  @Activate
  public ReportsService(
      @Reference Store store,
      @Reference Visits visits,
      @Reference Clock clock,
      @Reference Notices notices,
      @Reference PluginRunner runner,
      @Reference JobQueue jobs,
      BundleContext context,
      Config config) {
    this(store, visits, clock, notices, runner, jobs, context, Settings.of(config, context));
  }

  ReportsService(
      Store store,
      Visits visits,
      Clock clock,
      Notices notices,
      PluginRunner runner,
      JobQueue jobs,
      BundleContext context,
      Settings settings) {
    this.store = store;
    this.visits = visits;
    this.clock = clock;
    this.context = context;
    Words words = new Words(settings.language());
    this.desk =
        new SectionDesk(
            settings, new SectionCaller(runner, settings), new SectionFaults(notices, words), json);
    this.looks = new BrandingDesk(settings.brandingDirectory(), notices, words);
    Reviews reviews = new Reviews(store, clock, notices, jobs, settings.reviewReminder());
    this.freezer = new Freezer(clock, json, reviews);
    this.release = new Release(store, visits, clock, reviews, this::deliveries);
    this.verifier = new Verifier(store, json);
  }

  @Deactivate
  void stop() {
    desk.close();
  }

  @Override
  public ReportDocument preview(String visitId) {
    ClosedVisit visit = visits.view(visitId);
    return Composer.compose(
        visit,
        ask(visit),
        brandingFor(visit),
        Composer.Label.ofPreview(clock.instant().truncatedTo(ChronoUnit.MILLIS)));
  }

  @Override
  public VisitReport assemble(String visitId) {
    return letOut(frozen(visitId));
  }

  @Override
  public VisitReport correct(Actor actor, String visitId, Correction correction) {
    requireManager(actor, "correct a report");
    Lookup.refuseOpen(store.read(tx -> tx.visits().find(visitId)), visitId);
    // The revision before gets its own report first, even if the job has not come to it yet.
    assemble(visitId);
    visits.correct(actor, visitId, correction);
    VisitReport revision = frozen(visitId);
    try {
      return letOut(revision);
    } catch (UnavailableException e) {
      // Corrected it is: who is told otherwise does it again. The job lets it out.
      LOG.info("Revision {} of report {} waits", revision.revision(), revision.number());
      return revision;
    }
  }

  @Override
  public VisitReport send(Actor actor, String reportId) {
    requireManager(actor, "send a report");
    return release.send(actor, reportId);
  }

  @Override
  public List<VisitReport> revisions(String visitId) {
    return store.read(tx -> Lookup.revisions(tx, visitId));
  }

  @Override
  public Optional<VisitReport> newest(String visitId) {
    return store.read(tx -> Lookup.newest(tx, visitId));
  }

  @Override
  public ReportDocument document(VisitReport report) {
    return json.read(report.snapshot(), report.sha256());
  }

  @Override
  public String json(ReportDocument report) {
    return json.json(report);
  }

  @Override
  public List<Verification> verify(Optional<String> reportId) {
    return reportId.map(id -> List.of(verifier.one(id))).orElseGet(verifier::all);
  }

  @Override
  public List<SectionStatus> sections() {
    return desk.statuses(registered());
  }

  /** The delivery service as it is now. */
  Optional<Deliveries> deliveries() {
    return Optional.ofNullable(deliveries).map(context::getService);
  }

  private VisitReport letOut(VisitReport report) {
    return report.state() == ReportState.FROZEN ? release.letOut(PLATFORM, report.id()) : report;
  }

  /** The report of the newest record of a visit; made if it is not there. */
  private VisitReport frozen(String visitId) {
    Lookup.refuseOpen(store.read(tx -> tx.visits().find(visitId)), visitId);
    // Read before the view: if it is corrected in between, the report that is made meanwhile
    // counts.
    FrozenVisit record =
        store
            .read(tx -> tx.frozenVisit(visitId))
            .orElseThrow(() -> new NotFoundException("frozen visit", visitId));
    Optional<VisitReport> there =
        newest(visitId).filter(report -> report.revision() >= record.revision());
    if (there.isPresent()) {
      return there.get();
    }
    ClosedVisit visit = visits.view(visitId);
    Freezer.Content content = new Freezer.Content(visit, record, ask(visit), brandingFor(visit));
    return store.inTransaction(PLATFORM, tx -> freezer.freeze(tx, content));
  }

  private List<Section> ask(ClosedVisit visit) {
    Words words = new Words(visit.client().language());
    Function<String, Optional<String>> formerTitle =
        id -> lastOf(visit.client().id()).flatMap(report -> titleOf(id, report));
    return desk.ask(registered(), visit, words, formerTitle);
  }

  private Branding brandingFor(ClosedVisit visit) {
    return looks.of(visit.client().code(), visit.client().language());
  }

  private Optional<VisitReport> lastOf(String clientId) {
    ReportQuery ofClient = ReportQuery.builder().clientId(clientId).build();
    return store.read(tx -> tx.reports().last(ofClient));
  }

  private Optional<String> titleOf(String id, VisitReport report) {
    return document(report).sections().stream()
        .filter(section -> section.id().equals(id))
        .map(Section::title)
        .findFirst();
  }

  private List<Registered> registered() {
    List<Registered> registered = new ArrayList<>();
    sections.forEach(service -> registered.add(Registered.of(service)));
    return registered;
  }

  private static void requireManager(Actor actor, String what) {
    if (!actor.isAny(Role.ADMIN, Role.MANAGER)) {
      throw new ForbiddenException("Only a manager may " + what + ".");
    }
  }
}
