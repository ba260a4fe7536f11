package org.daybook.core.reports;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.delivery.Deliveries;
import org.daybook.api.directory.Client;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.notice.Notices;
import org.daybook.api.plugin.PluginRunner;
import org.daybook.api.report.ReportDocument;
import org.daybook.api.report.ReportDocument.Section;
import org.daybook.api.report.ReportEvent;
import org.daybook.api.report.ReportSection;
import org.daybook.api.report.ReportState;
import org.daybook.api.report.Reports;
import org.daybook.api.report.SectionStatus;
import org.daybook.api.report.Verification;
import org.daybook.api.report.VisitReport;
import org.daybook.api.store.Page;
import org.daybook.api.store.PageRequest;
import org.daybook.api.store.ReportQuery;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.Visit;
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

/** Makes reports and keeps them. The sections are asked outside of any transaction. */
@Component(service = Reports.class, configurationPid = "org.daybook.reports")
@Designate(ocd = Config.class)
public class ReportsService implements Reports {
  private static final Actor PLATFORM = Actor.system("reports");
  private static final String NO_NUMBER = "—";
  private static final int VERIFIED_AT_ONCE = 20;

  private final Store store;
  private final Visits visits;
  private final Clock clock;
  private final BundleContext context;
  private final ReportJson json = new ReportJson();
  private final SectionDesk desk;

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
      BundleContext context,
      Config config) {
    this(store, visits, clock, notices, runner, context, Settings.of(config));
  }

  ReportsService(
      Store store,
      Visits visits,
      Clock clock,
      Notices notices,
      PluginRunner runner,
      BundleContext context,
      Settings settings) {
    this.store = store;
    this.visits = visits;
    this.clock = clock;
    this.context = context;
    this.desk =
        new SectionDesk(
            settings, new SectionCaller(runner, settings), new SectionFaults(notices), json);
  }

  @Deactivate
  void stop() {
    desk.close();
  }

  @Override
  public ReportDocument preview(String visitId) {
    ClosedVisit visit = visits.view(visitId);
    return compose(visit, ask(visit), new Composer.Label(NO_NUMBER, 0, now()));
  }

  @Override
  public VisitReport assemble(String visitId) {
    Optional<VisitReport> there = newest(visitId);
    VisitReport report = there.isPresent() ? there.get() : freeze(visitId);
    return report.state() == ReportState.FROZEN ? letOut(PLATFORM, report.id(), true) : report;
  }

  @Override
  public VisitReport release(Actor actor, String reportId) {
    if (!actor.isAny(Role.ADMIN, Role.MANAGER)) {
      throw new ForbiddenException("Only a manager may release a report.");
    }
    return letOut(actor, reportId, false);
  }

  @Override
  public Optional<VisitReport> newest(String visitId) {
    return store.read(tx -> newest(tx, visitId));
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
    if (reportId.isEmpty()) {
      return verifyAll();
    }
    VisitReport report = store.read(tx -> report(tx, reportId.get()));
    return verified(List.of(report));
  }

  @Override
  public List<SectionStatus> sections() {
    return desk.statuses(registered());
  }

  /** The delivery service as it is now. */
  Optional<Deliveries> deliveries() {
    return Optional.ofNullable(deliveries).map(context::getService);
  }

  private VisitReport freeze(String visitId) {
    Visit closed = store.read(tx -> tx.visits().find(visitId)).orElseThrow(() -> noVisit(visitId));
    refuseOpen(closed);
    ClosedVisit visit = visits.view(visitId);
    List<Section> answers = ask(visit);
    return store.inTransaction(PLATFORM, tx -> freeze(tx, visit, answers));
  }

  private VisitReport freeze(Transaction tx, ClosedVisit visit, List<Section> answers) {
    // The lock on the visit makes a second thread wait here and find the first one's report.
    refuseOpen(
        tx.visits().findForUpdate(visit.visitId()).orElseThrow(() -> noVisit(visit.visitId())));
    Optional<VisitReport> there = newest(tx, visit.visitId());
    if (there.isPresent()) {
      return there.get();
    }
    Client client =
        tx.clients()
            .find(visit.client().id())
            .orElseThrow(() -> new NotFoundException("client", visit.client().id()));
    Instant now = now();
    int year = now.atZone(visit.client().zone()).getYear();
    String number = "%d-%04d".formatted(year, tx.nextNumber("report-" + year));
    ReportDocument document = compose(visit, answers, new Composer.Label(number, 1, now));
    String snapshot = json.snapshot(document);
    VisitReport frozen =
        tx.reports()
            .insert(
                VisitReport.builder()
                    .id(tx.newId())
                    .number(number)
                    .revision(1)
                    .visitId(visit.visitId())
                    .clientId(client.id())
                    .state(after(ReportState.COLLECTING, ReportEvent.FREEZE))
                    .snapshot(snapshot)
                    .sha256(ReportJson.sha256(snapshot))
                    .createdAt(now)
                    .build());
    return client.reviewFirst()
        ? tx.reports()
            .update(frozen.toBuilder().state(after(frozen.state(), ReportEvent.HOLD)).build())
        : frozen;
  }

  private VisitReport letOut(Actor actor, String reportId, boolean again) {
    Deliveries delivery =
        deliveries()
            .orElseThrow(
                () ->
                    new UnavailableException(
                        "Delivery is not running. The report is kept and goes out once it is."));
    return store.inTransaction(
        actor,
        tx -> {
          VisitReport report =
              tx.reports()
                  .findForUpdate(reportId)
                  .orElseThrow(() -> new NotFoundException("report", reportId));
          if (again && report.state() == ReportState.RELEASED) {
            return report;
          }
          VisitReport released =
              tx.reports()
                  .update(
                      report.toBuilder()
                          .state(after(report.state(), ReportEvent.RELEASE))
                          .releasedAt(now())
                          .build());
          delivery.queue(released);
          visits.reported(released.visitId());
          return released;
        });
  }

  private static ReportState after(ReportState state, ReportEvent event) {
    return state
        .on(event)
        .orElseThrow(() -> new RefusedException("The report is " + state + " already."));
  }

  /** A few at a time: snapshots are large, and there are more of them every day. */
  private List<Verification> verifyAll() {
    List<Verification> all = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      PageRequest next = new PageRequest(VERIFIED_AT_ONCE, cursor, false);
      Page<VisitReport> page = store.read(tx -> tx.reports().list(ReportQuery.everything(), next));
      all.addAll(verified(page.items()));
      cursor = page.next();
    } while (cursor.isPresent());
    return all;
  }

  private List<Verification> verified(List<VisitReport> reports) {
    return reports.stream()
        .filter(report -> report.state() != ReportState.COLLECTING)
        .map(this::verify)
        .toList();
  }

  private static VisitReport report(Transaction tx, String id) {
    return tx.reports().find(id).orElseThrow(() -> new NotFoundException("report", id));
  }

  private Verification verify(VisitReport report) {
    return new Verification(
        report.id(), report.number(), report.revision(), report.sha256(), intact(report));
  }

  private boolean intact(VisitReport report) {
    if (!ReportJson.sha256(report.snapshot()).equals(report.sha256())) {
      return false;
    }
    try {
      document(report);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private List<Section> ask(ClosedVisit visit) {
    Words words = new Words(visit.client().language());
    Function<String, Optional<String>> formerTitle =
        id -> lastOf(visit.client().id()).flatMap(report -> titleOf(id, report));
    return desk.ask(registered(), visit, words, formerTitle);
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

  private static ReportDocument compose(
      ClosedVisit visit, List<Section> answers, Composer.Label label) {
    return Composer.compose(visit, answers, label, new Words(visit.client().language()));
  }

  private List<Registered> registered() {
    List<Registered> registered = new ArrayList<>();
    sections.forEach(service -> registered.add(Registered.of(service)));
    return registered;
  }

  private static Optional<VisitReport> newest(Transaction tx, String visitId) {
    return tx.reports().all(ReportQuery.builder().visitId(visitId).build()).stream()
        .filter(report -> report.state() != ReportState.COLLECTING)
        .max(Comparator.comparingInt(VisitReport::revision));
  }

  private static void refuseOpen(Visit visit) {
    if (!visit.state().isClosed()) {
      throw new RefusedException("The visit is " + visit.state() + ", not closed.");
    }
  }

  private static NotFoundException noVisit(String visitId) {
    return new NotFoundException("visit", visitId);
  }

  /** Without what a database would cut off, so that what is stored is what was hashed. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
