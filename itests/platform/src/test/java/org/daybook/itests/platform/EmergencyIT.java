package org.daybook.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.StreamSupport;
import org.daybook.itests.support.Http;
import org.daybook.itests.support.HttpAnswer;
import org.daybook.itests.support.RunningDaybook;
import org.junit.BeforeClass;
import org.junit.Test;

/** An emergency from the call to the next report, and what it does to figures and metrics. */
public class EmergencyIT {
  private static final String VISITS = "/api/v1/visits";
  private static final String FIGURES = "/api/v1/figures";
  private static final String TITLE = "Сервер не включается после грозы";

  private static RunningDaybook daybook;
  private static Office office;
  private static Http support;
  private static Http engineer;
  private static String emergency;

  @BeforeClass
  public static void liveThroughAnEmergency() {
    daybook = DemoDay.daybook();
    office = new Office(daybook);
    support = daybook.http().as("support", RunningDaybook.PASSWORD);
    engineer = daybook.http().as("engineer", RunningDaybook.PASSWORD);
    Instant requestedAt = Instant.now().minus(Duration.ofMinutes(10));
    JsonNode raised = raise(requestedAt);
    emergency = raised.path("id").asText();
    assertThat(raised.path("dueBy").asText()).isNotBlank();
    JsonNode task = task();
    step(engineer, "accept");
    step(engineer, "on-the-way");
    JsonNode started = step(engineer, "start");
    assertThat(started.path("acceptedAt").asText()).isNotBlank();
    assertThat(started.path("onTheWayAt").asText()).isNotBlank();
    String path = "/api/v1/tasks/" + task.path("id").asText();
    done(engineer.post(path + "/start", "{}"));
    done(engineer.post(path + "/done", "{\"result\":\"Заменён блок питания\"}"));
    office.closeVisit(emergency);
    await("the emergency to be over")
        .atMost(Duration.ofMinutes(1))
        .until(() -> office.visitState(emergency).equals("REPORTED"));
  }

  @Test
  public void nobodyGetsAReportOfTheEmergencyItself() {
    assertThat(office.deliveries(emergency)).isEmpty();
  }

  @Test
  public void theNextReportTellsOfItOnce() {
    String first = reportOfPlannedVisit();
    assertThat(first)
        .contains("Экстренный выезд")
        .contains("в пределах двух часов")
        .contains("инженер приехал через")
        .contains("без дополнительной оплаты")
        .contains("Сделано: " + TITLE);
    assertThat(reportOfPlannedVisit()).doesNotContain("Экстренный выезд");
  }

  @Test
  public void supportSeesTheEngineersWithReasons() {
    HttpAnswer answer = support.get(VISITS + "/candidates?client=" + Office.VISITED);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("items"))
        .hasSizeGreaterThan(1)
        .allSatisfy(candidate -> assertThat(candidate.path("reason").asText()).endsWith("."));
    assertThat(engineer.get(VISITS + "/candidates?client=" + Office.VISITED).status())
        .isEqualTo(403);
  }

  @Test
  public void supportRaisesEmergenciesAndPlansNothing() {
    String planned =
        "{\"kind\":\"PLANNED\",\"client\":\"%s\",\"plannedFor\":\"%s\"}"
            .formatted(Office.VISITED, Instant.now());
    assertThat(support.post(VISITS, planned).status()).isEqualTo(403);
  }

  @Test
  public void theFiguresHaveItForTheOffice() {
    String month = YearMonth.now(ZoneId.of("Europe/Moscow")).toString();
    HttpAnswer answer = office.manager().get(FIGURES + "?by=client&month=" + month);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    JsonNode row = row(answer.json().path("items"));
    assertThat(row.path("emergencies").path("raised").asInt()).isPositive();
    assertThat(row.path("emergencies").path("kept").path("part").asInt()).isPositive();
    assertThat(row.path("minutesOnSite").isInt()).isTrue();

    HttpAnswer csv = office.manager().get(FIGURES + ".csv?by=engineer&month=" + month);
    assertThat(csv.status()).isEqualTo(200);
    assertThat(csv.header("Content-Type").orElseThrow()).startsWith("text/csv");
    assertThat(csv.text()).startsWith("month,id,code,name,").contains("Илья Подорожников");

    assertThat(office.manager().get(FIGURES + "?month=2026-13").status()).isEqualTo(400);
    assertThat(engineer.get(FIGURES).status()).isEqualTo(403);
    assertThat(daybook.http().get(FIGURES).status()).isEqualTo(401);
    assertThat(daybook.console("daybook:figures --by engineer --json"))
        .contains("Илья Подорожников");
    assertThat(daybook.console("daybook:visit-list --json")).contains("\"late\" : false");
  }

  @Test
  public void metricsAreForATokenWithTheirScope() {
    daybook.awaitComplete();
    HttpAnswer answer = daybook.http().bearer(office.token("metrics")).get("/metrics");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.header("Content-Type").orElseThrow()).startsWith("text/plain");
    List<String> lines = answer.text().lines().toList();
    assertThat(lines)
        .anyMatch(line -> line.startsWith("daybook_tasks_open{state=\"carried_over\"} "))
        .anyMatch(line -> line.startsWith("daybook_emergencies_late 0"))
        .anyMatch(line -> line.startsWith("daybook_jobs_waiting "))
        .anyMatch(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\"} "));

    assertThat(daybook.http().bearer(office.token("hook:signal")).get("/metrics").status())
        .isEqualTo(403);
    assertThat(daybook.http().get("/metrics").status()).isEqualTo(401);
    assertThat(daybook.admin().get("/metrics").status()).isEqualTo(401);
  }

  private static JsonNode raise(Instant requestedAt) {
    HttpAnswer answer =
        support.post(
            VISITS,
            "{\"kind\":\"EMERGENCY\",\"client\":\"%s\",\"engineer\":\"engineer\",\"requestedAt\":\"%s\"}"
                .formatted(Office.VISITED, requestedAt));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.json();
  }

  private static JsonNode task() {
    HttpAnswer answer =
        support.post(
            "/api/v1/tasks",
            "{\"client\":\"%s\",\"title\":\"%s\",\"priority\":\"URGENT\"}"
                .formatted(Office.VISITED, TITLE));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.json();
  }

  private static JsonNode step(Http who, String step) {
    return done(who.post(VISITS + "/" + emergency + "/" + step, "{}")).json();
  }

  private static HttpAnswer done(HttpAnswer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer;
  }

  private static String reportOfPlannedVisit() {
    String visit = office.startVisit();
    office.closeVisit(visit);
    return office.awaitReport(visit, Duration.ofMinutes(1)).toString();
  }

  private static JsonNode row(JsonNode rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .filter(row -> row.path("code").asText().equals(Office.VISITED))
        .findFirst()
        .orElseThrow();
  }
}
