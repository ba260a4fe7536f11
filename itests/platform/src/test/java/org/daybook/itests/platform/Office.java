package org.daybook.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.daybook.itests.support.Http;
import org.daybook.itests.support.HttpAnswer;
import org.daybook.itests.support.RunningDaybook;

/** What the people of the demo's company do, in a word each. Survives restarts of Daybook. */
final class Office {
  /** The client whose visits are played; it gets reports. */
  static final String VISITED = "ryabina";

  /** A client that nobody visits: its signals stay out of the reports. */
  static final String MONITORED = "veresk";

  /** For whoever counts letters: {@code etc/org.daybook.control.cfg}. */
  static final String NO_NOTICES_BY_MAIL = "mailNotices = false\n";

  private static final Duration SOON = Duration.ofMinutes(1);

  private final Http admin;
  private final Http manager;

  /**
   * @param daybook was started once, with the demo data
   */
  Office(RunningDaybook daybook) {
    this.admin = daybook.admin();
    this.manager = daybook.http().as("manager", RunningDaybook.PASSWORD);
  }

  Http manager() {
    return manager;
  }

  /** The demo data is loaded after Daybook is up, in one piece with the accounts. */
  void awaitDemoData() {
    await("the demo data")
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> admin.get("/api/v1/clients").text().contains(VISITED));
  }

  /** The secret of a new token. */
  String token(String scope) {
    String body = "{\"name\":\"%s\",\"scopes\":[\"%s\"]}".formatted(scope, scope);
    HttpAnswer answer = admin.post("/api/v1/tokens", body);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.json().path("secret").asText();
  }

  /** A visit that has begun. */
  String startVisit() {
    return startVisit(VISITED);
  }

  /** The same at another client. */
  String startVisit(String client) {
    String planned = "{\"kind\":\"PLANNED\",\"client\":\"%s\",\"plannedFor\":\"%s\"}";
    HttpAnswer visit = manager.post("/api/v1/visits", planned.formatted(client, Instant.now()));
    assertThat(visit.status()).as(visit.toString()).isEqualTo(201);
    String id = visit.json().path("id").asText();
    HttpAnswer started = manager.post("/api/v1/visits/" + id + "/start", "{}");
    assertThat(started.status()).as(started.toString()).isEqualTo(200);
    return id;
  }

  /** A client that nobody else visits, with one place, a recipient and an engineer (id). */
  void newClient(String code, String engineer) {
    String client =
        "{\"code\":\"%s\",\"name\":\"ООО «Пион»\",\"plan\":\"PREMIUM\",\"engineer\":\"%s\"}";
    create("/api/v1/clients", client.formatted(code, engineer));
    String site = "{\"client\":\"%s\",\"name\":\"Офис\",\"address\":\"Садовая улица, 5\"}";
    create("/api/v1/sites", site.formatted(code));
    String contact =
        "{\"client\":\"%s\",\"name\":\"Мария Пионова\",\"email\":\"maria@pion.test\","
            + "\"reportRecipient\":true}";
    create("/api/v1/contacts", contact.formatted(code));
  }

  private void create(String path, String body) {
    HttpAnswer answer = manager.post(path, body);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
  }

  /** Does something about a thing, such as a task. */
  HttpAnswer act(String path, String body) {
    HttpAnswer answer = manager.post(path, body);
    assertThat(answer.status()).as(path + ": " + answer).isEqualTo(200);
    return answer;
  }

  /** Closes a visit, whatever is still open on it. */
  void closeVisit(String id) {
    String override = "{\"override\":true,\"reason\":\"Клиент закрывает офис\"}";
    HttpAnswer answer = manager.post("/api/v1/visits/" + id + "/close", override);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
  }

  String visitState(String id) {
    return manager.get("/api/v1/visits/" + id).json().path("state").asText();
  }

  HttpAnswer preview(String visit) {
    return manager.get("/api/v1/visits/" + visit + "/report/preview.html");
  }

  HttpAnswer report(String visit, String format) {
    return manager.get("/api/v1/visits/" + visit + "/report." + format);
  }

  /** The letter with the recipient's own link, which nobody but an admin is shown. */
  HttpAnswer letter(String visit) {
    return admin.get("/api/v1/visits/" + visit + "/report.eml");
  }

  /** Waits until the report is there, and gets its JSON. */
  JsonNode awaitReport(String visit, Duration atMost) {
    return await("the report of visit " + visit)
        .atMost(atMost)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> report(visit, "json"), answer -> answer.status() == 200)
        .json();
  }

  List<JsonNode> deliveries(String visit) {
    return items("/api/v1/deliveries?visit=" + visit);
  }

  /** Waits until the one delivery of a report is in a state, and gets it. */
  JsonNode awaitDelivery(String visit, String state) {
    return await("the delivery of visit " + visit + " to be " + state)
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> deliveries(visit),
            found -> found.size() == 1 && found.get(0).path("state").asText().equals(state))
        .get(0);
  }

  /** A dispute about the report of a visit. */
  String dispute(String visit) {
    String missed = "{\"visit\":\"%s\",\"title\":\"Не настроили сканер\"}";
    HttpAnswer answer = manager.post("/api/v1/disputes", missed.formatted(visit));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.json().path("id").asText();
  }

  List<JsonNode> notices(String kind) {
    return items("/api/v1/notices?state=RAISED&kind=" + kind);
  }

  JsonNode source(String id) {
    return items("/api/v1/sources").stream()
        .filter(source -> source.path("id").asText().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("There is no source " + id));
  }

  List<String> sections() {
    return items("/api/v1/sections").stream().map(each -> each.path("id").asText()).toList();
  }

  /** Every task of the monitored client from one source. */
  List<JsonNode> tasks(String source) {
    return items("/api/v1/tasks?client=" + MONITORED + "&source=" + source);
  }

  /** Everything that a list has, page by page. */
  List<JsonNode> items(String path) {
    List<JsonNode> items = new ArrayList<>();
    String limited = path + (path.contains("?") ? "&" : "?") + "limit=500";
    String page = limited;
    while (page != null) {
      HttpAnswer answer = manager.get(page);
      assertThat(answer.status()).as(path + ": " + answer).isEqualTo(200);
      answer.json().path("items").forEach(items::add);
      JsonNode next = answer.json().path("next");
      page =
          next.isTextual()
              ? limited + "&after=" + URLEncoder.encode(next.asText(), StandardCharsets.UTF_8)
              : null;
    }
    return items;
  }

  /** The id of the letter that tells the client of a visit. */
  String awaitLetter() {
    created(
        "/api/v1/visits",
        """
        {"kind":"PLANNED","client":"%s","engineer":"engineer",\
        "plannedFor":"2031-06-10T10:00:00+03:00"}"""
            .formatted("romashka"));
    return await("a letter")
        .atMost(SOON)
        .until(() -> items("/api/v1/letters"), found -> !found.isEmpty())
        .get(0)
        .path("id")
        .asText();
  }

  /** Plans a month, as a draft. */
  String plan(String month) {
    return created("/api/v1/plans", "{\"month\":\"" + month + "\"}");
  }

  /** A photo of a task, one white point. */
  String photo(String task) {
    byte[] png =
        Base64.getDecoder()
            .decode(
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4//8/AAX+Av4N70a4"
                    + "AAAAAElFTkSuQmCC");
    HttpAnswer answer =
        manager.with("Content-Type", "image/png").stream(
            "POST", "/api/v1/tasks/" + task + "/photos", png);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.json().path("id").asText();
  }

  /** The engineer is away for some days. */
  String absence(String from, String until) {
    return created(
        "/api/v1/absences",
        """
        {"staff":"engineer","from":"%s","until":"%s","reason":"Отпуск"}"""
            .formatted(from, until));
  }

  private String created(String path, String body) {
    HttpAnswer answer = manager.post(path, body);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.json().path("id").asText();
  }
}
