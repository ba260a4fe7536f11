package org.daybook.core.reports;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daybook.api.delivery.Deliveries;
import org.daybook.api.directory.Client;
import org.daybook.api.plugin.PluginRunner;
import org.daybook.api.report.ReportSection;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.DirectPluginRunner;
import org.daybook.testkit.ExampleVisit;
import org.daybook.testkit.Examples;
import org.daybook.testkit.InMemoryStore;
import org.daybook.testkit.RecordingNotices;
import org.daybook.testkit.SettableClock;

/** The service with everything around it, and the example client's visit, closed. */
final class Fixture {
  static final Settings SETTINGS =
      new Settings(
          List.of(), List.of(), Duration.ofSeconds(10), Duration.ofSeconds(45), 4, 100_000);

  final SettableClock clock = new SettableClock(Examples.NOW.plus(Duration.ofHours(7)));
  final InMemoryStore store = new InMemoryStore(clock);
  final RecordingNotices notices = new RecordingNotices(clock);
  final DirectPluginRunner runner = new DirectPluginRunner();
  final FakeVisits visits = new FakeVisits(ExampleVisit.usual().build());
  final FakeDeliveries deliveries = new FakeDeliveries();
  volatile boolean deliveryRuns = true;

  Fixture() {
    store.prepare(Examples::directory);
    store.prepare(
        tx -> tx.visits().insert(Examples.visit().toBuilder().state(VisitState.CLOSED).build()));
  }

  ReportsService service(ReportSection... sections) {
    return service(SETTINGS, runner, sections);
  }

  /** With sections that want the places 10, 20, 30 and so on. */
  ReportsService service(Settings settings, PluginRunner with, ReportSection... sections) {
    ReportsService service =
        new ReportsService(store, visits, clock, notices, with, null, settings) {
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
    store.prepare(
        tx -> {
          Client client = tx.clients().find(Examples.CLIENT_ID).orElseThrow();
          tx.clients().update(client.toBuilder().reviewFirst(true).build());
        });
  }
}
