package org.daybook.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.management.RuntimeMBeanException;
import org.awaitility.core.ConditionFactory;
import org.daybook.itests.platform.plugin.fault.Manifest;
import org.daybook.itests.platform.plugin.section.TestSection;
import org.daybook.itests.platform.plugin.source.TestSource;
import org.daybook.itests.support.HttpAnswer;
import org.daybook.itests.support.PluginJar;
import org.daybook.itests.support.RunningDaybook;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * Bundles come and go while one process works on: signals arrive all the time, and none of them is
 * lost.
 */
public class HotDeploymentIT {

  @ClassRule
  public static final RunningDaybook DAYBOOK =
      RunningDaybook.named("hot-deployment")
          .withDemoData()
          .withFile(
              "etc/org.daybook.delivery.cfg", "missingPartSeconds = 1\nfirstRetrySeconds = 1\n");

  private static final String WISHES = "org.daybook.sections.wishes";
  private static final String WISHES_TITLE = "Задачи от ответственного лица";
  private static final String MANAGERS = "org.daybook.sources.managers";
  private static final String MONITORING = "org.daybook.sources.monitoring";
  private static final String PDF = "org.daybook.rendering.pdf";
  private static final String VELOCITY = "org.daybook.rendering.velocity";
  private static final String FOLDER = "org.daybook.channels.folder";
  private static final String DROPPED = "com.example.dropped";

  private static Office office;
  private static Monitors monitors;
  private static String signalToken;
  private static long pid;
  private static String visit;

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @BeforeClass
  public static void begin() {
    pid = DAYBOOK.pid();
    office = new Office(DAYBOOK);
    office.awaitDemoData();
    signalToken = office.token("hook:signal");
    monitors =
        new Monitors(DAYBOOK.http(), signalToken, office.token("hook:alertmanager"), "hot")
            .signalling()
            .alerting();
    visit = office.startVisit();
  }

  @AfterClass
  public static void nothingWasLostAndNothingWasRestarted() {
    monitors.close();
    assertThat(DAYBOOK.isRunning()).isTrue();
    assertThat(DAYBOOK.pid()).isEqualTo(pid);
    assertThat(ProcessHandle.of(pid)).get().extracting(ProcessHandle::isAlive).isEqualTo(true);
    monitors.assertNothingIsLost(office.tasks("monitoring"));
  }

  @Test
  public void aSectionOfOursComesAndGoes() {
    assertThat(office.preview(visit).text()).contains(WISHES_TITLE);

    DAYBOOK.bundles().stop(WISHES);
    assertThat(office.preview(visit).text()).doesNotContain(WISHES_TITLE);
    assertThat(office.sections()).containsExactly("projects", "devices");
    assertThat(DAYBOOK.console("daybook:section-list")).contains("devices").doesNotContain(WISHES);

    DAYBOOK.bundles().start(WISHES);
    assertThat(office.preview(visit).text()).contains(WISHES_TITLE);
    assertThat(office.sections()).containsExactly("projects", "wishes", "devices");

    DAYBOOK.bundles().uninstall(WISHES);
    assertThat(office.preview(visit).text()).doesNotContain(WISHES_TITLE);

    DAYBOOK.bundles().install(shipped("sections-wishes"));
    assertThat(office.preview(visit).text()).contains(WISHES_TITLE);
    assertThat(office.sections()).containsExactly("projects", "wishes", "devices");
  }

  @Test
  public void aSectionInTheDeployFolderComesAndGoes() throws IOException {
    Path jar = DAYBOOK.deploy().resolve("dropped.jar");

    section(jar, "1.0.0", "Первая редакция");
    soon().until(() -> office.preview(visit).text().contains("Первая редакция"));
    assertThat(office.sections()).endsWith("dropped");

    section(jar, "1.1.0", "Вторая редакция");
    soon().until(() -> office.preview(visit).text().contains("Вторая редакция"));
    assertThat(office.preview(visit).text()).doesNotContain("Первая редакция");
    assertThat(DAYBOOK.console("daybook:section-list")).contains(DROPPED + " 1.1.0");

    DAYBOOK.bundles().stop(DROPPED);
    assertThat(office.preview(visit).text()).doesNotContain("редакция");
    DAYBOOK.bundles().start(DROPPED);
    assertThat(office.preview(visit).text()).contains("Вторая редакция");

    Files.delete(jar);
    soon().until(() -> !office.preview(visit).text().contains("редакция"));
    assertThat(office.sections()).doesNotContain("dropped");

    section(jar, "1.2.0", "Третья редакция");
    soon().until(() -> office.preview(visit).text().contains("Третья редакция"));
    Files.delete(jar);
    soon().until(() -> DAYBOOK.bundles().find(DROPPED).isEmpty());
  }

  @Test
  public void aSourceWithAnEntranceComesAndGoes() {
    String task =
        "{\"client\":\"%s\",\"title\":\"Заказать картриджи\"}".formatted(Office.MONITORED);

    DAYBOOK.bundles().stop(MANAGERS);
    HttpAnswer refused = office.manager().post("/api/v1/tasks", task);
    assertThat(refused.status()).as(refused.toString()).isEqualTo(503);
    assertThat(refused.header("Retry-After")).isPresent();
    assertThat(refused.json().path("detail").asText()).contains("managers");
    assertThat(office.source("managers").path("state").asText()).isEqualTo("GONE");

    DAYBOOK.bundles().start(MANAGERS);
    assertThat(office.manager().post("/api/v1/tasks", task).status()).isEqualTo(201);
    assertThat(office.source("managers").path("state").asText()).isEqualTo("UP");

    DAYBOOK.bundles().uninstall(MANAGERS);
    assertThat(office.manager().post("/api/v1/tasks", task).status()).isEqualTo(503);
    DAYBOOK.bundles().install(shipped("sources-managers"));
    assertThat(office.manager().post("/api/v1/tasks", task).status()).isEqualTo(201);
  }

  @Test
  public void aSourceWithHooksComesAndGoes() {
    assertThat(signal("before").status()).isEqualTo(202);

    DAYBOOK.bundles().stop(MONITORING);
    HttpAnswer refused = signal("between");
    assertThat(refused.status()).as(refused.toString()).isEqualTo(503);
    assertThat(refused.header("Retry-After")).isPresent();

    DAYBOOK.bundles().start(MONITORING);
    assertThat(signal("between").status()).isEqualTo(202);

    DAYBOOK.bundles().update(MONITORING, shipped("sources-monitoring").toUri());
    assertThat(signal("after").status()).isEqualTo(202);
    assertThat(office.source("monitoring").path("state").asText()).isEqualTo("UP");
  }

  @Test
  public void aPolledSourceInTheDeployFolderBringsItsTasksIn() throws IOException {
    Path jar = DAYBOOK.deploy().resolve("polled.jar");
    PluginJar.write(
        jar,
        "com.example.polled",
        Map.of(Manifest.ID, "polled", Manifest.TEXT, Office.MONITORED),
        TestSource.class,
        Manifest.class);

    soon().until(() -> office.tasks("polled").size() == 1);
    assertThat(office.source("polled").path("state").asText()).isEqualTo("UP");
    String token = office.token("hook:polled");
    HttpAnswer sent = DAYBOOK.http().bearer(token).post("/hooks/polled", "{}");
    assertThat(sent.status()).as(sent.toString()).isEqualTo(202);
    assertThat(office.tasks("polled")).hasSize(2);

    Files.delete(jar);
    soon().until(() -> office.source("polled").path("state").asText().equals("GONE"));
    assertThat(office.tasks("polled")).hasSize(2);
  }

  @Test
  public void withoutThePdfRendererReportsGoOutWithoutPdf() throws IOException {
    DAYBOOK.bundles().stop(PDF);
    String closed = office.startVisit();
    office.closeVisit(closed);
    JsonNode delivery = office.awaitDelivery(closed, "SENT");
    assertThat(office.report(closed, "html").status()).isEqualTo(200);
    assertThat(office.report(closed, "pdf").status()).isIn(404, 503);
    assertThat(outbox(delivery)).contains("text/html").doesNotContain("application/pdf");

    DAYBOOK.bundles().start(PDF);
    assertThat(office.report(closed, "pdf").status()).isEqualTo(200);
  }

  @Test
  public void thePdfComesBackWithTheTemplates() throws IOException {
    String closed = office.startVisit();
    office.closeVisit(closed);
    JsonNode delivery = office.awaitDelivery(closed, "SENT");
    assertThat(outbox(delivery)).contains("application/pdf");

    DAYBOOK.bundles().stop(VELOCITY);
    assertThat(office.report(closed, "json").status()).isEqualTo(200);
    assertThat(office.report(closed, "html").status()).isIn(404, 503);
    assertThat(office.report(closed, "pdf").status()).isIn(404, 503);

    DAYBOOK.bundles().start(VELOCITY);
    assertThat(office.report(closed, "html").status()).isEqualTo(200);
    soon().untilAsserted(() -> assertThat(office.report(closed, "pdf").status()).isEqualTo(200));
  }

  @Test
  public void aReportWaitsForItsChannel() {
    DAYBOOK.bundles().stop(FOLDER);
    String closed = office.startVisit();
    office.closeVisit(closed);
    office.awaitDelivery(closed, "DEFERRED");

    DAYBOOK.bundles().start(FOLDER);
    office.awaitDelivery(closed, "SENT");
  }

  @Test
  public void storageComesAndGoes() {
    comesBackAfter("org.daybook.storage.jpa");
  }

  @Test
  public void theDataSourceComesAndGoes() {
    comesBackAfter("org.daybook.storage.derby");
  }

  @Test
  public void theCoreIsUpdatedWhileSignalsArrive() {
    for (String name : List.of("intake", "reports", "delivery", "jobs", "visits", "plugins")) {
      int before = monitors.accepted();
      String closed = office.startVisit();
      office.closeVisit(closed);
      DAYBOOK.bundles().update("org.daybook.core." + name, shipped("core-" + name).toUri());
      DAYBOOK.awaitHealthy();
      office.awaitDelivery(closed, "SENT");
      soon().until(() -> monitors.accepted() > before);
    }
    assertThat(office.preview(visit).status()).isEqualTo(200);
  }

  private static void comesBackAfter(String bundle) {
    String closed = office.startVisit();
    office.closeVisit(closed);
    DAYBOOK.bundles().stop(bundle);
    try {
      await()
          .atMost(Duration.ofSeconds(2))
          .pollInterval(Duration.ofMillis(100))
          .untilAsserted(HotDeploymentIT::everythingIsUnavailable);
    } finally {
      DAYBOOK.bundles().start(bundle);
    }
    DAYBOOK.awaitHealthy();
    int before = monitors.accepted();
    soon().until(() -> monitors.accepted() > before);
    soon().until(() -> office.preview(visit).status() == 200);
    office.awaitDelivery(closed, "SENT");
    assertThat(office.visitState(closed)).isEqualTo("REPORTED");
  }

  private static void everythingIsUnavailable() {
    HttpAnswer health = DAYBOOK.http().get("/health");
    assertThat(health.status()).as(health.toString()).isEqualTo(503);
    assertThat(health.header("Retry-After")).isPresent();
    assertThat(health.text()).contains("storage");
    for (HttpAnswer answer :
        List.of(signal("without storage"), office.manager().get("/api/v1/visits/" + visit))) {
      assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
      assertThat(answer.header("Retry-After")).isPresent();
      assertThat(answer.header("Content-Type").orElse("")).startsWith("application/problem+json");
    }
  }

  private static HttpAnswer signal(String id) {
    String body =
        "{\"externalId\":\"single %1$s\",\"kind\":\"RAISED\",\"client\":\"%2$s\",\"title\":\"%1$s\"}";
    return DAYBOOK
        .http()
        .bearer(signalToken)
        .post("/hooks/signal", body.formatted(id, Office.MONITORED));
  }

  private void section(Path target, String version, String text) throws IOException {
    Path built = folder.newFolder().toPath().resolve("section.jar");
    PluginJar.write(
        built,
        DROPPED,
        Map.of("Bundle-Version", version, Manifest.ID, "dropped", Manifest.TEXT, text),
        TestSection.class,
        Manifest.class);
    Files.move(built, target, StandardCopyOption.REPLACE_EXISTING);
  }

  /** A copy of a bundle as it is shipped: from system/ it would run by reference. */
  private Path shipped(String name) {
    Path versions = DAYBOOK.home().resolve("system/org/daybook/daybook-" + name);
    try (Stream<Path> files = Files.walk(versions)) {
      Path jar = files.filter(file -> file.toString().endsWith(".jar")).findFirst().orElseThrow();
      return Files.copy(jar, folder.newFolder().toPath().resolve(jar.getFileName()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String outbox(JsonNode delivery) throws IOException {
    Path file = DAYBOOK.home().resolve("data/outbox/" + delivery.path("id").asText() + ".eml");
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  private static ConditionFactory soon() {
    // Karaf's list of bundles stumbles over a bundle that goes while it is made.
    return await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(100))
        .ignoreExceptionsInstanceOf(RuntimeMBeanException.class);
  }
}
