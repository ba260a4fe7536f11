package org.daybook.itests.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.daybook.itests.support.Http;
import org.daybook.itests.support.HttpAnswer;
import org.daybook.itests.support.RunningDaybook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Lets happen what the day of the demo lacks, so that each page has all it can show. */
final class BusyOffice {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

  private static final String TASK = "Проверить связь с филиалом";

  private final SentReport report;

  BusyOffice(SentReport report) {
    this.report = report;
  }

  void comesToLife() {
    signals();
    disputes();
    visits();
    String staff = staff("ENGINEER");
    LocalDate away = LocalDate.now(ZONE).plusMonths(2);
    post(
        "absences",
        Map.of("staff", staff, "from", away + "", "until", away + "", "reason", "Отпуск"));
    post("plans", Map.of("month", LocalDate.now(ZONE).plusMonths(3).toString().substring(0, 7)));
    keepsAList();
    somethingCannotBeDelivered();
  }

  /** Two that nobody knows, and one that is known from now on. */
  private void signals() {
    String secret =
        post("tokens", Map.of("name", "probe", "scopes", List.of("hook:signal")))
            .path("secret")
            .asText();
    Http hook = report.daybook().http().bearer(secret);
    for (String client : List.of("Nobody Ltd", "Somebody Ltd", "Anybody Ltd")) {
      Map<String, String> signal =
          Map.of(
              "kind", "RAISED", "client", client, "externalId", client, "title", "Диск заполнен");
      expect(hook.post("/hooks/signal", JSON.valueToTree(signal).toString()));
    }
    String id = report.items("/api/v1/signals").get(0).path("id").asText();
    post("signals/" + id + "/assign", Map.of("client", "romashka"));
  }

  /** One in each state. */
  private void disputes() {
    for (String title : List.of("Нет сканера", "Нет мыши", "Нет звука", "Нет света", "Нет связи")) {
      post("disputes", Map.of("visit", report.visit(), "title", title));
    }
    List<String> open =
        report.items("/api/v1/disputes?state=OPENED").stream()
            .map(dispute -> "disputes/" + dispute.path("id").asText())
            .toList();
    for (int i = 1; i < open.size(); i++) {
      post(open.get(i) + "/review", Map.of());
    }
    post(open.get(2) + "/reject", Map.of("outcome", "Такого не просили"));
    for (int i = 3; i < 5; i++) {
      post(open.get(i) + "/uphold", Map.of("outcome", "Забыли"));
    }
    post(open.get(3) + "/penalty", Map.of("kind", "REMARK", "note", "Впредь записывать"));
  }

  /** One that is under way, one that is called off, an emergency, and one that is soon. */
  private void visits() {
    List<JsonNode> clients =
        report.items("/api/v1/clients?limit=500").stream()
            .filter(client -> !client.path("code").asText().equals("romashka"))
            .toList();
    Instant soon = Instant.now().plus(Duration.ofHours(3));
    String client = clients.get(0).path("code").asText();
    String task = post("tasks", Map.of("client", client, "title", TASK)).path("id").asText();
    String begun = planned(clients.get(0), soon);
    start(begun);
    expect(
        engineer().with("Content-Type", "image/jpeg").stream(
            "POST", "/api/v1/tasks/" + task + "/photos?inReport=true", photo()));
    post("visits/" + planned(clients.get(1), soon) + "/cancel", Map.of("reason", "Переезд"));
    planned(clients.get(2), soon);
    visit("EMERGENCY", clients.get(3), Map.of("requestedAt", Instant.now().toString()));
    reviewedFirst(clients.get(4), soon);
  }

  /** One whose report waits for a manager to look at it. */
  private void reviewedFirst(JsonNode client, Instant when) {
    expect(
        report
            .manager()
            .with("If-Match", "\"" + client.path("version").asLong() + "\"")
            .patch("/api/v1/clients/" + client.path("id").asText(), "{\"reviewFirst\":true}"));
    String visit = planned(client, when);
    start(visit);
    post("visits/" + visit + "/close", Map.of("override", true, "reason", "Свет отключили"));
    await("a report that waits")
        .atMost(Duration.ofMinutes(1))
        .until(() -> report.manager().get("/board/visits/" + visit).text().contains("/send?"));
  }

  private void start(String visit) {
    expect(engineer().post("/api/v1/visits/" + visit + "/start", "{}"));
  }

  private Http engineer() {
    return report.daybook().http().as("engineer", RunningDaybook.PASSWORD);
  }

  private static byte[] photo() {
    ByteArrayOutputStream photo = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB), "jpg", photo);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return photo.toByteArray();
  }

  /** The task with a photo, on the visit that is under way. */
  JsonNode task() {
    return report.items("/api/v1/tasks?limit=500&state=PLANNED").stream()
        .filter(task -> task.path("title").asText().equals(TASK))
        .findFirst()
        .orElseThrow();
  }

  private String planned(JsonNode client, Instant when) {
    return visit("PLANNED", client, Map.of("plannedFor", when.toString()));
  }

  private String visit(String kind, JsonNode client, Map<String, String> when) {
    String code = client.path("code").asText();
    Map<String, String> visit = new LinkedHashMap<>(when);
    visit.put("kind", kind);
    visit.put("client", code);
    visit.put("site", report.items("/api/v1/sites?client=" + code).get(0).path("id").asText());
    visit.put("engineer", "engineer");
    return post("visits", visit).path("id").asText();
  }

  private String staff(String role) {
    return report.items("/api/v1/staff?role=" + role).get(0).path("id").asText();
  }

  /** A manager keeps a list of tasks, which only a form does. */
  private void keepsAList() {
    HttpAnswer page = report.manager().get("/board/tasks");
    Element form =
        Jsoup.parse(page.text(), report.daybook().address() + "/board/tasks")
            .selectFirst("form[action$=tasks/views]");
    String sent =
        form.select("input[type=hidden]").stream()
            .map(field -> field.attr("name") + "=" + URLEncoder.encode(field.val(), UTF_8))
            .collect(Collectors.joining("&", "name=Mine&preferred=on&", ""));
    HttpAnswer kept =
        report
            .manager()
            .with("Content-Type", "application/x-www-form-urlencoded")
            .post("/board/tasks/views", sent);
    if (kept.status() != 303) {
      throw new AssertionError(kept.toString());
    }
  }

  /** Where the folder of outgoing mail should be is a file: nothing can be put into it. */
  private void somethingCannotBeDelivered() {
    Path outbox = report.daybook().home().resolve("data/outbox");
    try {
      Files.move(outbox, outbox.resolveSibling("outbox-aside"));
      Files.createFile(outbox);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    post("visits/" + report.visit() + "/report/correct", Map.of("reason", "Уточнили"));
    await("a delivery that failed")
        .atMost(Duration.ofMinutes(1))
        .until(() -> !report.items("/api/v1/deliveries?state=DEFERRED,FAILED").isEmpty());
  }

  /** The board, and something in every state that somebody may see. */
  List<String> startsOf(String login) {
    Http http = report.daybook().http().as(login, RunningDaybook.PASSWORD);
    List<String> starts = new ArrayList<>(List.of("/board"));
    for (String kind : List.of("visits", "tasks", "disputes", "deliveries")) {
      HttpAnswer answer = http.get("/api/v1/" + kind + "?limit=500");
      if (answer.status() == 200) {
        Map<String, String> states = new LinkedHashMap<>();
        for (JsonNode thing : answer.json().path("items")) {
          String page = "/board/" + kind + "/" + thing.path("id").asText();
          states.putIfAbsent(thing.path("state").asText() + thing.path("kind").asText(), page);
        }
        starts.addAll(states.values());
      }
    }
    return starts;
  }

  private JsonNode post(String path, Map<String, ?> body) {
    return expect(report.manager().post("/api/v1/" + path, JSON.valueToTree(body).toString()))
        .json();
  }

  private static HttpAnswer expect(HttpAnswer answer) {
    if (answer.status() / 100 != 2) {
      throw new AssertionError(answer.toString());
    }
    return answer;
  }
}
