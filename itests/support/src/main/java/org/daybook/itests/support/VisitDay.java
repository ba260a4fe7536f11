package org.daybook.itests.support;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Plays one visit day at the demo's client with 25 devices through the real entrances: monitoring
 * and the help desk by their hooks, everybody else over REST. Needs an installation with the demo
 * data in which this day was not played yet.
 */
public final class VisitDay {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CLIENT = "romashka";
  private static final String ALERTMANAGER = "/hooks/alertmanager";

  private final Http server;
  private final Http admin;
  private final Http admin;
  private final Http manager;
  private final Http engineer;
  private final Http support;
  private final Http specialist;
  private final PrintStream out;
  private int step;

  /**
   * @param server anybody's view of the server
   * @param password of the demo's accounts and of {@code admin}
   * @param out where each step is told
   */
  public VisitDay(Http server, String password, PrintStream out) {
    this.server = server;
    this.admin = server.as("admin", password);
    this.admin = server.as("admin", password);
    this.manager = server.as("manager", password);
    this.engineer = server.as("engineer", password);
    this.support = server.as("support", password);
    this.specialist = server.as("specialist", password);
    this.out = out;
  }

  /**
   * Plays the day.
   *
   * @return the id of the visit, which is closed and whose report was sent
   */
  public String play() {
    awaitDemoData();
    List<JsonNode> devices = items(manager.get("/api/v1/assets?client=" + CLIENT + "&limit=500"));
    String faultyServer = hostname(devices, "SERVER", 0);
    String recoveringServer = hostname(devices, "SERVER", 1);
    String faultyComputer = hostname(devices, "WORKSTATION", 0);
    tell("%s has %d devices", CLIENT, devices.size());

    monitoringReports(faultyServer, recoveringServer);
    managerSetsTask();
    supportHandsOver();
    supportSolvesRemotely();

    JsonNode visit = todaysVisit();
    String id = visit.path("id").asText();
    post(engineer, "/api/v1/visits/" + id + "/start", Map.of());
    tell("Engineer %s has arrived", visit.path("engineerName").asText());
    clientWishes(id);
    checkDevices(id, devices, faultyComputer);
    workThroughTasks(id);
    close(id);
    waitForDelivery(id);
    return id;
  }

  /**
   * The data is loaded at once, after Daybook is up. Its accounts are part of it: who tries to log
   * in as one of them before is soon not let try any more.
   */
  private void awaitDemoData() {
    await("the demo data")
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> admin.get("/api/v1/clients/" + CLIENT).status() == 200);
  }

  private void monitoringReports(String faulty, String recovering) {
    Http alertmanager = server.bearer(token("hook:alertmanager"));
    String disk = alert("firing", faulty, "DiskFull", "Диск D: заполнен на 94 %", "warning");
    String backup =
        alert(
            "firing", recovering, "BackupFailed", "Ночная резервная копия не создана", "critical");
    accepted(alertmanager.post(ALERTMANAGER, group(disk, backup)));
    tell("Monitoring reports two faults, on %s and %s", faulty, recovering);
    JsonNode repeat = accepted(alertmanager.post(ALERTMANAGER, group(disk, backup)));
    tell("The same message again adds nothing: %s", repeat);
    String recovered =
        alert(
            "resolved",
            recovering,
            "BackupFailed",
            "Ночная резервная копия не создана",
            "critical");
    accepted(alertmanager.post(ALERTMANAGER, group(disk, recovered)));
    tell("%s has recovered by itself, %s has not", recovering, faulty);
  }

  private void managerSetsTask() {
    Map<String, Object> task = new HashMap<>();
    task.put("client", CLIENT);
    task.put("title", "Подготовить рабочее место для нового бухгалтера");
    task.put("description", "Компьютер, почта, доступ к 1С и к общей папке.");
    task.put("priority", "HIGH");
    task.put("dueAt", Instant.now().plus(2, ChronoUnit.DAYS).toString());
    post(manager, "/api/v1/tasks", task);
    tell("A manager sets a task");
  }

  private void supportHandsOver() {
    Http rt = server.bearer(token("hook:rt"));
    for (String transaction :
        List.of(
            ticket(38, "Create", "General", "null", "null"),
            ticket(40, "Set", "General", "\"Owner\"", "\"14\""),
            ticket(42, "Set", "Выезд", "\"Queue\"", "\"3\""))) {
      accepted(rt.post("/hooks/rt", transaction));
    }
    tell("Remote support hands a ticket over to the visit");
  }

  private void supportSolvesRemotely() {
    Map<String, Object> request = new HashMap<>();
    request.put("client", CLIENT);
    request.put("title", "Не печатает чек на кассе");
    request.put("priority", "NORMAL");
    JsonNode task = post(support, "/api/v1/tasks", request);
    act(
        support,
        task,
        "resolve-remotely",
        Map.of("result", "Перезапустили службу печати", "minutes", 10));
    tell("Remote support solves a request without a visit");
  }

  private JsonNode todaysVisit() {
    List<JsonNode> visits =
        items(engineer.get("/api/v1/visits?client=" + CLIENT + "&state=SCHEDULED"));
    if (visits.isEmpty()) {
      throw new IllegalStateException("no visit to " + CLIENT + " is scheduled");
    }
    return visits.get(0);
  }

  private void clientWishes(String visitId) {
    for (String wish :
        List.of("Добавить на телефон директора рабочую почту", "Переставить принтер к окну")) {
      post(
          engineer,
          "/api/v1/visits/" + visitId + "/wishes",
          Map.of("title", wish, "description", "", "priority", "NORMAL"));
    }
    tell("The responsible person has two wishes");
  }

  private void checkDevices(String visitId, List<JsonNode> devices, String faultyComputer) {
    Map<String, String> hostnames = new HashMap<>();
    devices.forEach(d -> hostnames.put(d.path("id").asText(), d.path("hostname").asText()));
    List<JsonNode> checks = items(engineer.get("/api/v1/visits/" + visitId + "/checks?limit=500"));
    boolean problemFound = false;
    for (JsonNode check : checks) {
      String path = "/api/v1/visits/" + visitId + "/checks/" + check.path("id").asText();
      boolean faulty = faultyComputer.equals(hostnames.get(check.path("assetId").asText()));
      if (faulty && !problemFound) {
        problemFound = true;
        post(
            engineer,
            path,
            Map.of(
                "result", "PROBLEM",
                "description", "Жёсткий диск сыплется: 38 переназначенных секторов",
                "action", "Заказан SSD, данные скопированы на сервер"));
      } else {
        post(engineer, path, Map.of("result", "OK"));
      }
    }
    tell("%d checks are answered, one problem is found on %s", checks.size(), faultyComputer);
  }

  private void workThroughTasks(String visitId) {
    List<JsonNode> tasks = items(engineer.get("/api/v1/tasks?visit=" + visitId + "&limit=500"));
    boolean handedOver = false;
    for (JsonNode task : tasks) {
      if (!List.of("PLANNED", "IN_PROGRESS").contains(task.path("state").asText())) {
        continue;
      }
      String source = task.path("source").asText();
      if (task.path("carriedOver").asInt() > 0) {
        act(engineer, task, "carry-over", Map.of("reason", "Поставщик перенёс отгрузку на неделю"));
        tell("«%s» goes to the next visit again", title(task));
      } else if (source.equals("remote") && !handedOver) {
        handedOver = true;
        handOver(task);
      } else if (source.equals("monitoring")) {
        act(engineer, task, "start", Map.of());
        act(
            engineer,
            task,
            "not-done",
            Map.of("reason", "Нужен диск большего объёма, согласуем покупку"));
        tell("«%s» could not be done, monitoring still reports it", title(task));
      } else {
        act(engineer, task, "start", Map.of());
        act(engineer, task, "time", Map.of("minutes", 20));
        act(engineer, task, "done", Map.of("result", result(task)));
        tell("«%s» is done", title(task));
      }
    }
  }

  private void handOver(JsonNode task) {
    String specialistId =
        items(manager.get("/api/v1/staff?role=SPECIALIST")).get(0).path("id").asText();
    act(
        engineer,
        task,
        "handover",
        Map.of("specialist", specialistId, "reason", "Нужна настройка базы 1С"));
    act(specialist, task, "accept", Map.of());
    tell("«%s» is handed over to a specialist, who accepts it", title(task));
  }

  private void close(String visitId) {
    JsonNode first = send(engineer, "/api/v1/visits/" + visitId + "/close", Map.of()).json();
    if (first.has("open")) {
      throw new IllegalStateException("the visit cannot be closed yet: " + first.path("open"));
    }
    tell("The visit is closed");
  }

  private void waitForDelivery(String visitId) {
    String path = "/api/v1/deliveries?visit=" + visitId + "&state=SENT";
    List<JsonNode> sent =
        await("the report to be sent")
            .atMost(Duration.ofMinutes(2))
            .pollInterval(Duration.ofMillis(200))
            .until(() -> items(manager.get(path)), found -> !found.isEmpty());
    tell("The report is sent to %s", sent.get(0).path("recipient").asText());
  }

  private String token(String scope) {
    return post(
            admin, "/api/v1/tokens", Map.of("name", "visit day " + scope, "scopes", List.of(scope)))
        .path("secret")
        .asText();
  }

  private void act(Http who, JsonNode task, String action, Map<String, Object> body) {
    post(who, "/api/v1/tasks/" + task.path("id").asText() + "/" + action, body);
  }

  private void tell(String text, Object... args) {
    step++;
    out.printf("%2d. %s%n", step, text.formatted(args));
  }

  private static String hostname(List<JsonNode> devices, String kind, int index) {
    return devices.stream()
        .filter(device -> device.path("kind").asText().endsWith(kind))
        .map(device -> device.path("hostname").asText())
        .skip(index)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("too few devices of kind " + kind));
  }

  private static String title(JsonNode task) {
    return task.path("title").asText();
  }

  private static String result(JsonNode task) {
    return switch (task.path("source").asText()) {
      case "client" -> "Сделано, показали ответственному лицу";
      case "managers" -> "Рабочее место готово и проверено";
      default -> "Исправлено и проверено";
    };
  }

  private static String alert(
      String status, String host, String name, String summary, String severity) {
    Instant began = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(3, ChronoUnit.HOURS);
    boolean over = status.equals("resolved");
    return """
        {"status":"%s","labels":{"alertname":"%s","client":"%s","instance":"%s:9100","severity":"%s"},\
        "annotations":{"summary":"%s"},"startsAt":"%s","endsAt":"%s","fingerprint":"%016x"}"""
        .formatted(
            status,
            name,
            CLIENT,
            host,
            severity,
            summary,
            began,
            over ? began.plus(2, ChronoUnit.HOURS) : "0001-01-01T00:00:00Z",
            (name + host).hashCode() & 0xffffffffL);
  }

  private static String group(String... alerts) {
    return "{\"version\":\"4\",\"status\":\"firing\",\"receiver\":\"daybook\",\"alerts\":["
        + String.join(",", alerts)
        + "]}";
  }

  private static String ticket(int txn, String type, String queue, String field, String now) {
    return """
        {"ticket":1,"type":"%s","url":"http://rt.example.com/Ticket/Display.html?id=1",\
        "requestors":"ivan@romashka.test","owner":"Nobody","content":null,"status":"new",\
        "old":null,"new":%s,"queue":"%s","field":%s,\
        "subject":"Не открывается 1С — удалённо не решено","txn":%d}"""
        .formatted(type, now, queue, field, txn);
  }

  private static List<JsonNode> items(HttpAnswer answer) {
    List<JsonNode> items = new ArrayList<>();
    expect(answer, 200).json().path("items").forEach(items::add);
    return items;
  }

  /**
   * The report of a visit in one format, as an admin may download it: the letter as it was sent.
   */
  public byte[] report(String visitId, String format) {
    return expect(admin.get("/api/v1/visits/" + visitId + "/report." + format), 200).bytes();
  }

  private static JsonNode post(Http who, String path, Map<String, ?> body) {
    return expect(send(who, path, body), 200, 201).json();
  }

  private static HttpAnswer send(Http who, String path, Map<String, ?> body) {
    return who.post(path, JSON.valueToTree(body).toString());
  }

  private static JsonNode accepted(HttpAnswer answer) {
    return expect(answer, 202).json();
  }

  private static HttpAnswer expect(HttpAnswer answer, int... statuses) {
    if (Arrays.stream(statuses).noneMatch(status -> status == answer.status())) {
      throw new IllegalStateException("answered " + answer);
    }
    return answer;
  }
}
