package org.daybook.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.daybook.itests.platform.plugin.channel.TestChannel;
import org.daybook.itests.platform.plugin.fault.Fault;
import org.daybook.itests.platform.plugin.fault.Manifest;
import org.daybook.itests.platform.plugin.listener.TestListener;
import org.daybook.itests.platform.plugin.renderer.TestRenderer;
import org.daybook.itests.platform.plugin.section.TestSection;
import org.daybook.itests.platform.plugin.source.TestSource;
import org.daybook.itests.support.Http;
import org.daybook.itests.support.HttpAnswer;
import org.daybook.itests.support.PluginJar;
import org.daybook.itests.support.RunningDaybook;
import org.junit.After;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * Plugins that do what they must not: the report goes out all the same, and says what is missing.
 */
public class FaultyPluginsIT {

  @ClassRule
  public static final RunningDaybook DAYBOOK =
      RunningDaybook.named("faulty-plugins")
          .withDemoData()
          .withFile("etc/org.daybook.reports.cfg", "sectionSeconds = 2\nreportSeconds = 15\n")
          .withFile("etc/org.daybook.intake.cfg", "hookSeconds = 2\nsourceSeconds = 2\n")
          .withFile("etc/org.daybook.visits.cfg", "listenerSeconds = 2\n")
          .withFile(
              "etc/org.daybook.delivery.cfg",
              "rendererSeconds = 10\nchannelSeconds = 2\nmissingPartSeconds = 1\n"
                  + "firstRetrySeconds = 1\n");

  private static final String WORKING = "working";

  /** The report's own limit, and what a busy machine may add. */
  private static final Duration REPORT_LIMIT = Duration.ofSeconds(25);

  private static final int CALLS_ALLOWED_TO_HANG = 4;

  private static Office office;
  private static String signalToken;

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final List<String> installed = new ArrayList<>();

  @BeforeClass
  public static void begin() {
    office = new Office(DAYBOOK);
    office.awaitDemoData();
    signalToken = office.token("hook:signal");
  }

  @After
  public void everythingElseGoesOn() {
    assertThat(DAYBOOK.http().get("/health").status()).isEqualTo(200);
    String body =
        "{\"externalId\":\"other\",\"kind\":\"RAISED\",\"client\":\"%s\",\"title\":\"other\"}";
    HttpAnswer signal =
        DAYBOOK.http().bearer(signalToken).post("/hooks/signal", body.formatted(Office.MONITORED));
    assertThat(signal.status()).as(signal.toString()).isEqualTo(202);
    installed.forEach(this::remove);
  }

  @Test
  public void theReportGoesOutWithTheGapsNamed() {
    Set<Fault> faults = EnumSet.complementOf(EnumSet.of(Fault.NONE));
    install(WORKING, Fault.NONE, TestSection.class);
    faults.forEach(fault -> install(name(fault), fault, TestSection.class));
    String visit = office.startVisit();

    office.closeVisit(visit);
    JsonNode report = office.awaitReport(visit, REPORT_LIMIT);

    Map<String, String> sections = new TreeMap<>();
    report
        .path("sections")
        .forEach(each -> sections.put(each.path("id").asText(), each.path("status").asText()));
    assertThat(sections)
        .containsEntry("projects", "OK")
        .containsEntry("wishes", "OK")
        .containsEntry("devices", "OK")
        .containsEntry(WORKING, "OK");
    String html = office.report(visit, "html").text();
    String text = office.report(visit, "txt").text().replaceAll("\\s+", " ");
    String notices = office.notices("SECTION_FAULT").toString();
    String console = DAYBOOK.console("daybook:notice-list");
    for (Fault fault : faults) {
      String id = name(fault);
      assertThat(sections).containsEntry(id, "UNAVAILABLE");
      assertThat(html).contains("Section " + id);
      assertThat(text).contains("«Section " + id + "» временно недоступен");
      assertThat(notices).contains(bundle(id));
      assertThat(console).contains(bundle(id));
    }
    List<JsonNode> there = office.items("/api/v1/sections");
    assertThat(there)
        .filteredOn(each -> each.path("bundle").asText().startsWith("com.example."))
        .hasSize(faults.size()) // the one that works, and all but the one that went
        .filteredOn(each -> !each.path("id").asText().equals(WORKING))
        .allSatisfy(
            each ->
                assertThat(each.path("lastFault").asText())
                    .startsWith(each.path("bundle").asText()));
    office.awaitDelivery(visit, "SENT");
  }

  @Test
  public void aSectionThatDoesNotEvenSayItsNameIsAGapToo() {
    for (Fault fault : EnumSet.of(Fault.HANG, Fault.STACK_OVERFLOW, Fault.BROKEN_EXCEPTION)) {
      install(
          name(fault), Map.of(Manifest.FAULT, fault.name(), Manifest.AT, "id"), TestSection.class);
    }
    String visit = office.startVisit();

    office.closeVisit(visit);
    JsonNode report = office.awaitReport(visit, REPORT_LIMIT);

    assertThat(report.path("sections"))
        .filteredOn(each -> each.path("status").asText().equals("UNAVAILABLE"))
        .hasSize(3);
    assertThat(office.notices("SECTION_FAULT").toString())
        .contains(bundle("hang"), bundle("stack-overflow"), bundle("broken-exception"));
    office.awaitDelivery(visit, "SENT");
  }

  @Test
  public void hangingSectionsDoNotUseUpThreads() {
    String visit = office.startVisit();
    assertThat(office.preview(visit).status()).isEqualTo(200);
    install("hang", Fault.HANG, TestSection.class);
    long before = threads();

    for (int i = 0; i < 3 * CALLS_ALLOWED_TO_HANG; i++) {
      assertThat(office.preview(visit).status()).isEqualTo(200);
    }

    // what hangs, and a few that come and go with requests and jobs
    assertThat(threads()).isLessThan(before + CALLS_ALLOWED_TO_HANG + 10);
  }

  @Test
  public void aSourceThatFailsIsSeenAndHurtsNobody() {
    Set<Fault> faults =
        EnumSet.complementOf(EnumSet.of(Fault.NONE, Fault.NULL, Fault.HUGE, Fault.VANISH));
    install(WORKING, Map.of(Manifest.TEXT, Office.MONITORED), TestSource.class);
    faults.forEach(fault -> install(name(fault), fault, TestSource.class));
    String token = office.token("hook:*");
    Http sender = DAYBOOK.http().bearer(token);

    assertThat(sender.post("/hooks/" + WORKING, "{}").status()).isEqualTo(202);
    for (Fault fault : faults) {
      HttpAnswer answer = sender.post("/hooks/" + name(fault), "{}");
      assertThat(answer.status()).as(fault + ": " + answer).isEqualTo(503);
      assertThat(answer.header("Retry-After")).isPresent();
      assertThat(answer.text()).doesNotContain("\tat ").doesNotContain("Exception");
    }
    soon()
        .untilAsserted(
            () -> {
              String notices = office.notices("SOURCE_FAULT").toString();
              for (Fault fault : faults) {
                JsonNode source = office.source(name(fault));
                assertThat(source.path("state").asText()).isEqualTo("FAULT");
                assertThat(source.path("lastFault").asText()).contains(bundle(name(fault)));
                assertThat(notices).contains(bundle(name(fault)));
              }
            });
    assertThat(DAYBOOK.console("daybook:source-list")).contains(bundle("hang"), "FAULT");
    soon()
        .until(
            () ->
                office.tasks(WORKING).stream()
                    .anyMatch(task -> task.path("title").asText().endsWith("polled")));
    assertThat(office.source("monitoring").path("state").asText()).isEqualTo("UP");
  }

  @Test
  public void aSourceThatAnswersNothingOrVanishesIsSeenToo() {
    Http sender = DAYBOOK.http().bearer(office.token("hook:*"));
    install(
        "null", Map.of(Manifest.FAULT, "NULL", Manifest.TEXT, Office.MONITORED), TestSource.class);
    assertThat(sender.post("/hooks/null", "{}").status()).isEqualTo(503);

    install("vanish", Fault.VANISH, TestSource.class);
    soon().until(() -> office.source("vanish").path("state").asText().equals("GONE"));
    assertThat(sender.post("/hooks/vanish", "{}").status()).isEqualTo(503);
  }

  @Test
  public void aSourceThatDoesNotSayItsNameIsNamedByItsBundle() {
    install(
        "nameless", Map.of(Manifest.FAULT, Fault.HANG.name(), Manifest.AT, "id"), TestSource.class);

    assertThat(office.items("/api/v1/sources").toString()).contains(bundle("nameless"));
    assertThat(office.source("monitoring").path("state").asText()).isEqualTo("UP");
  }

  @Test
  public void aVisitBeginsWhateverItsListenersDo() {
    Set<Fault> faults = EnumSet.complementOf(EnumSet.of(Fault.NONE, Fault.HUGE));
    install(WORKING, Map.of(Manifest.TEXT, "Полить цветы"), TestListener.class);
    faults.forEach(fault -> install(name(fault), fault, TestListener.class));

    String visit = office.startVisit();

    List<JsonNode> checks = office.items("/api/v1/visits/" + visit + "/checks");
    assertThat(checks)
        .filteredOn(each -> each.path("title").asText().equals("Полить цветы"))
        .hasSize(1);
    assertThat(checks).hasSizeGreaterThan(10);
    String notices = office.notices("LISTENER_FAULT").toString();
    faults.forEach(fault -> assertThat(notices).contains(bundle(name(fault))));
    installed.forEach(this::remove);
    office.closeVisit(visit);
    office.awaitDelivery(visit, "SENT");
    assertThat(office.notices("LISTENER_FAULT").toString()).doesNotContain(bundle(WORKING));
  }

  @Test
  public void aRendererThatFailsIsSeenAndReportsGoOutWithoutIt() throws IOException {
    String visit = office.startVisit();
    office.closeVisit(visit);
    office.awaitDelivery(visit, "SENT");
    for (Fault fault : EnumSet.complementOf(EnumSet.of(Fault.NONE, Fault.HUGE, Fault.HANG))) {
      install(name(fault), fault, TestRenderer.class);
      HttpAnswer pdf = office.report(visit, "pdf");
      assertThat(pdf.status()).as(fault + ": " + pdf).isEqualTo(503);
      assertThat(office.notices("RENDERER_FAULT").toString()).contains(bundle(name(fault)));
      assertThat(office.report(visit, "html").status()).isEqualTo(200);
      remove(name(fault));
    }

    install("hang", Fault.HANG, TestRenderer.class);
    String next = office.startVisit();
    office.closeVisit(next);
    JsonNode delivery = office.awaitDelivery(next, "SENT");
    Path sent = DAYBOOK.home().resolve("data/outbox/" + delivery.path("id").asText() + ".eml");
    assertThat(Files.readString(sent, StandardCharsets.UTF_8))
        .contains("text/html")
        .doesNotContain("application/pdf");
    assertThat(office.notices("RENDERER_FAULT").toString()).contains(bundle("hang"));

    remove("hang");
    assertThat(office.report(next, "pdf").status()).isEqualTo(200);
    assertThat(office.notices("RENDERER_FAULT")).isEmpty();
  }

  @Test
  public void aReportWaitsUntilItsChannelWorks() {
    for (Fault fault :
        List.of(Fault.ERROR, Fault.HANG, Fault.NULL, Fault.STACK_OVERFLOW, Fault.VANISH)) {
      // Takes the place of the channel "folder"
      install(
          name(fault),
          Map.of(Manifest.FAULT, fault.name(), Manifest.ID, "folder"),
          TestChannel.class);
      String visit = office.startVisit();
      office.closeVisit(visit);
      if (fault != Fault.VANISH) {
        JsonNode delivery = office.awaitDelivery(visit, "DEFERRED");
        assertThat(delivery.path("lastAnswer").asText()).contains(bundle(name(fault)));
        assertThat(office.notices("CHANNEL_FAULT").toString()).contains(bundle(name(fault)));
        assertThat(office.items("/api/v1/channels").toString()).contains(bundle(name(fault)));
        remove(name(fault));
      }
      office.awaitDelivery(visit, "SENT");
    }
    assertThat(office.notices("CHANNEL_FAULT")).isEmpty();
  }

  private void install(String id, Fault fault, Class<?> component) {
    install(id, Map.of(Manifest.FAULT, fault.name()), component);
  }

  private void install(String id, Map<String, String> headers, Class<?> component) {
    Map<String, String> all = new TreeMap<>(headers);
    all.putIfAbsent(Manifest.ID, id);
    try {
      Path jar = folder.newFolder().toPath().resolve(id + ".jar");
      PluginJar.write(jar, bundle(id), all, component, Manifest.class);
      installed.add(id);
      DAYBOOK.bundles().install(jar);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void remove(String id) {
    if (DAYBOOK.bundles().find(bundle(id)).isPresent()) {
      DAYBOOK.bundles().uninstall(bundle(id));
    }
  }

  private static String name(Fault fault) {
    return fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String bundle(String id) {
    return "com.example." + id;
  }

  /** How many threads the process has. */
  private static long threads() {
    try (Stream<Path> tasks = Files.list(Path.of("/proc/" + DAYBOOK.pid() + "/task"))) {
      return tasks.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ConditionFactory soon() {
    return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(200));
  }
}
