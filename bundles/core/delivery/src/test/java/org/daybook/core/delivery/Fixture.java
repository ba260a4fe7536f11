package org.daybook.core.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.directory.Client;
import org.daybook.api.job.Job;
import org.daybook.api.store.DeliveryQuery;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.DirectPluginRunner;
import org.daybook.testkit.ExampleReport;
import org.daybook.testkit.Examples;
import org.daybook.testkit.InMemoryJobQueue;
import org.daybook.testkit.InMemoryStore;
import org.daybook.testkit.RecordingNotices;
import org.daybook.testkit.SettableClock;

/** The service with everything around it, and a released report of the example client. */
final class Fixture {
  static final Settings SETTINGS = settings(temporaryFolder().resolve("daybook/link.key"));

  static Settings settings(Path linkKeyFile) {
    return new Settings(
        List.of("mail", "folder"),
        "reports@service.test",
        "Сервис",
        "bounces+{delivery}@service.test",
        "service.test",
        Duration.ofSeconds(30),
        Duration.ofSeconds(60),
        Duration.ofMinutes(1),
        Duration.ofHours(1),
        Duration.ofDays(3),
        Duration.ofSeconds(15),
        "https://reports.service.test",
        Duration.ofDays(180),
        linkKeyFile,
        Duration.ofDays(90));
  }

  private static Path temporaryFolder() {
    try {
      Path folder = Files.createTempDirectory("daybook-delivery");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  final SettableClock clock = new SettableClock(Examples.NOW.plus(Duration.ofHours(7)));
  final InMemoryStore store = new InMemoryStore(clock);
  final RecordingNotices notices = new RecordingNotices(clock);
  final DirectPluginRunner runner = new DirectPluginRunner();
  final InMemoryJobQueue jobs = new InMemoryJobQueue(store, clock);
  final FakeReports reports = new FakeReports(ExampleReport.usual(Examples.RUSSIAN));
  final RecordingWriter writer = new RecordingWriter();
  final FakeChannel mail = new FakeChannel("mail");
  final FakeChannel folder = new FakeChannel("folder");
  final FakeRenderer html = new FakeRenderer("html", "<html><body>Отчёт</body></html>");
  final FakeRenderer text = new FakeRenderer("txt", "Отчёт\n");
  final FakeRenderer pdf = new FakeRenderer("pdf", "%PDF");
  Outlet outlet = outlet();
  DeliveriesService service = service();
  PostService post = new PostService(store, jobs, clock, outlet);
  final WishLinksService wishes = new WishLinksService(store, clock, outlet);
  final ReportLinksService links = new ReportLinksService(store, notices, clock);
  final ReturnsService returns = new ReturnsService(store, notices, clock, SETTINGS);

  Fixture() {
    store.prepare(Examples::directory);
    store.prepare(
        tx -> {
          tx.visits().insert(Examples.visit().toBuilder().state(VisitState.CLOSED).build());
          tx.reports().insert(Examples.report());
        });
    connect();
  }

  /** New services over the same store, as after a crash. */
  void restart() {
    outlet = outlet();
    service = service();
    post = new PostService(store, jobs, clock, outlet);
    connect();
  }

  private Outlet outlet() {
    return new Outlet(store, jobs, notices, runner, clock, SETTINGS);
  }

  private void connect() {
    outlet.channels = List.of(mail.registered(), folder.registered());
    service.renderers = List.of(html.registered(), text.registered(), pdf.registered());
    outlet.writer = writer;
  }

  /** Queues the example report and runs what is due. */
  Delivery deliver() {
    service.queue(Examples.report());
    run();
    return delivery();
  }

  void run() {
    jobs.runAll(service, post);
  }

  void advance(Duration by) {
    clock.advance(by);
    run();
  }

  /** The one delivery that there is. */
  Delivery delivery() {
    List<Delivery> all = deliveries();
    if (all.size() != 1) {
      throw new AssertionError("expected one delivery: " + all);
    }
    return all.get(0);
  }

  List<Delivery> deliveries() {
    return store.read(tx -> tx.deliveries().all(DeliveryQuery.everything()));
  }

  boolean isQueued() {
    return jobs.jobs().containsKey(new Job("delivery", delivery().id()));
  }

  void change(Client client) {
    store.prepare(tx -> tx.clients().update(client));
  }

  Client client() {
    return store.read(tx -> tx.clients().find(Examples.CLIENT_ID)).orElseThrow();
  }

  void change(Visit visit) {
    store.prepare(tx -> tx.visits().update(visit));
  }

  Visit visit() {
    return store.read(tx -> tx.visits().find(Examples.VISIT_ID)).orElseThrow();
  }

  private DeliveriesService service() {
    return new DeliveriesService(store, reports, jobs, notices, runner, clock, outlet);
  }
}
