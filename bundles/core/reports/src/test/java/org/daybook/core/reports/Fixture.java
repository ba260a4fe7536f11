package org.daybook.core.reports;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.daybook.api.delivery.Deliveries;
import org.daybook.api.directory.Client;
import org.daybook.api.plugin.PluginRunner;
import org.daybook.api.report.ReportSection;
import org.daybook.api.report.VisitReport;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.ClosedVisit.Customer;
import org.daybook.api.visit.Correction;
import org.daybook.testkit.DirectPluginRunner;
import org.daybook.testkit.ExampleVisit;
import org.daybook.testkit.Examples;
import org.daybook.testkit.InMemoryJobQueue;
import org.daybook.testkit.InMemoryStore;
import org.daybook.testkit.RecordingNotices;
import org.daybook.testkit.SettableClock;

/** The service with everything around it, and the example client's visit, closed. */
final class Fixture {
  static final Duration REMINDER = Duration.ofHours(24);

  static final Settings SETTINGS =
      settings(List.of(), List.of(), Duration.ofSeconds(10), Duration.ofSeconds(45));

  final SettableClock clock = new SettableClock(Examples.NOW.plus(Duration.ofHours(7)));
  final InMemoryStore store = new InMemoryStore(clock);
  final RecordingNotices notices = new RecordingNotices(clock);
  final DirectPluginRunner runner = new DirectPluginRunner();
  final InMemoryJobQueue jobs = new InMemoryJobQueue(store, clock);
  final FakeVisits visits = new FakeVisits(store, jobs, clock);
  final FakeDeliveries deliveries = new FakeDeliveries();
  volatile boolean deliveryRuns = true;

  Fixture() {
    store.prepare(Examples::directory);
    visits.close(ExampleVisit.usual().build());
  }

  static Settings settings(
      List<String> order, List<String> required, Duration sectionLimit, Duration reportLimit) {
    return settings(
        order, required, sectionLimit, reportLimit, Path.of("target", "there-is-no-branding"));
  }

  static Settings settings(
      List<String> order,
      List<String> required,
      Duration sectionLimit,
      Duration reportLimit,
      Path branding) {
    return new Settings(
        order,
        required,
        sectionLimit,
        reportLimit,
        4,
        100_000,
        branding,
        REMINDER,
        Examples.ENGLISH);
  }

  ReportsService service(ReportSection... sections) {
    return service(SETTINGS, runner, sections);
  }

  /** With sections that want the places 10, 20, 30 and so on. */
  ReportsService service(Settings settings, PluginRunner with, ReportSection... sections) {
    ReportsService service =
        new ReportsService(store, visits, clock, notices, with, jobs, null, settings) {
          @Override
          Optional<Deliveries> deliveries() {
            return deliveryRuns ? Optional.of(deliveries) : Optional.empty();
          }
        };
    List<Map.Entry<Map<String, Object>, ReportSection>> registered = new ArrayList<>();
    Arrays.stream(sections)
        .forEach(
            section ->
                registered.add(
                    FakeSection.registered(
                        section, registered.size() + 1, 10 * (registered.size() + 1), 0)));
    service.sections = registered;
    return service;
  }

  void reviewFirst() {
    changeClient(client -> client.reviewFirst(true));
  }

  void changeClient(UnaryOperator<Client.Builder> how) {
    store.prepare(
        tx -> {
          Client client = tx.clients().find(Examples.CLIENT_ID).orElseThrow();
          tx.clients().update(how.apply(client.toBuilder()).build());
        });
  }

  /** Another visit like the usual one, to the same client or another one, is closed. */
  void closeVisit(String visitId, String clientId) {
    ClosedVisit usual = ExampleVisit.usual().build();
    Customer client = usual.client();
    visits.close(
        new ClosedVisit(
            visitId,
            usual.kind(),
            new Customer(clientId, clientId, clientId, client.language(), client.zone()),
            usual.site(),
            usual.engineer(),
            usual.manager(),
            usual.arrivedAt(),
            usual.departedAt(),
            usual.previousVisitAt(),
            usual.nextVisitAt(),
            usual.tasks(),
            usual.devices(),
            usual.remote(),
            usual.disputes(),
            usual.emergencies()));
  }

  /** What is stored of a report is changed behind the platform's back. */
  VisitReport tamper(VisitReport report, UnaryOperator<VisitReport.Builder> how) {
    return store.inTransaction(
        Examples.ADMIN,
        tx -> {
          VisitReport stored = tx.reports().find(report.id()).orElseThrow();
          return tx.reports().update(how.apply(stored.toBuilder()).build());
        });
  }

  VisitReport stored(VisitReport report) {
    return store.read(tx -> tx.reports().find(report.id())).orElseThrow();
  }

  static Correction because(String reason) {
    return new Correction(reason, List.of(), List.of());
  }
}
