package org.daybook.itests.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.daybook.itests.support.Http;
import org.daybook.itests.support.HttpAnswer;
import org.daybook.itests.support.RunningDaybook;
import org.junit.After;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;

/** Sends every kind of bad message to every hook. No task may come of it. */
public class BadSignalsIT {
  private static final List<String> HOOKS = List.of("alertmanager", "signal", "rt");
  private static final int LIMIT = 5 * 1024 * 1024;

  private static RunningDaybook daybook;
  private static Office office;
  private static Http machine;

  private final Refusals refusals = new Refusals();
  private List<JsonNode> before;

  @BeforeClass
  public static void getToken() {
    daybook = DemoDay.daybook();
    office = new Office(daybook);
    machine = daybook.http().bearer(office.token("hook:*"));
  }

  @Before
  public void remember() {
    before = office.items("/api/v1/tasks");
  }

  @After
  public void nothingHasChanged() {
    assertThat(office.items("/api/v1/tasks")).isEqualTo(before);
    for (String source : List.of("monitoring", "remote")) {
      assertThat(office.source(source).path("lastFault").asText("")).as(source).isEmpty();
    }
  }

  @Test
  public void onlyTokensOpenHooks() {
    Http other = daybook.http().bearer(office.token("hook:zabbix"));
    Http asPassword = daybook.http().as("anything", "nonsense");
    for (String hook : HOOKS) {
      String path = "/hooks/" + hook;
      HttpAnswer nobody = daybook.http().post(path, "{}");
      refusals.expect(hook, nobody, 401);
      refusals.softly().assertThat(nobody.header("WWW-Authenticate")).isPresent();
      refusals.expect(hook, daybook.http().bearer("nonsense").post(path, "{}"), 401);
      refusals.expect(hook, asPassword.post(path, "{}"), 401);
      refusals.expect(hook, daybook.admin().post(path, "{}"), 401);
      refusals.expect(hook, other.post(path, "{}"), 403);
      refusals.expect(hook, machine.get(path), 405);
    }
    refusals.expect("unknown", machine.post("/hooks/nonsense", "{}"), 404);
    refusals.assertAll();
  }

  @Test
  public void messagesThatAreNoObjectsAreRefused() {
    for (String hook : HOOKS) {
      for (String body :
          List.of(
              "",
              "{",
              "[]",
              "null",
              "7",
              "{}",
              "{} {}",
              "\u0000",
              "[".repeat(100_000),
              "{\"a\":".repeat(100_000),
              "{\"a\":" + "9".repeat(100_000) + "}",
              "{\"alerts\":{}}",
              "{\"alerts\":[1]}",
              "{\"alerts\":[{\"status\":7}]}",
              "{\"ticket\":\"x\"}",
              "{\"externalId\":[]}")) {
        String what = hook + " " + (body.length() > 40 ? body.substring(0, 40) : body);
        refusals.expect(what, machine.post("/hooks/" + hook, body), 400);
      }
      Http json = machine.with("Content-Type", "application/json");
      byte[] notUtf8 = {'{', '"', (byte) 0xff, '"', ':', '1', '}'};
      refusals.expect(hook, json.stream("POST", "/hooks/" + hook, notUtf8), 400);
    }
    refusals.assertAll();
  }

  @Test
  public void otherMediaTypesAreRefused() {
    for (String hook : HOOKS) {
      for (String type : List.of("text/csv", "application/xml", "image/png")) {
        Http http = machine.with("Content-Type", type);
        refusals.expect(hook + " " + type, http.post("/hooks/" + hook, "{}"), 415);
      }
    }
    refusals.assertAll();
  }

  @Test
  public void messagesOverFiveMebibytesAreRefused() {
    String large = "{\"title\":\"" + "x".repeat(LIMIT) + "\"}";
    for (String hook : HOOKS) {
      refusals.expect(hook, machine.post("/hooks/" + hook, large), 413);
      refusals.expect(hook, machine.stream("POST", "/hooks/" + hook, large.getBytes(UTF_8)), 413);
    }
    refusals.assertAll();
  }

  @Test
  public void fieldsOfSignalsAreNamed() {
    Map<String, List<String>> bad =
        Map.of(
            "externalId",
            List.of("null", "\"\"", "7", "{}", text(), "\"a\\u0000\"", "\"\\ud800\""),
            "kind",
            List.of("null", "\"NONSENSE\"", "7"),
            "title",
            List.of("null", "\"\"", "7", "[]", text(), "\"a\\u0000\"", "\"\\ud800\""),
            "client",
            List.of("7", "[]", text(), "\"a\\u0000\""),
            "asset",
            List.of("7", "{}", text(), "\"a\\u0000\""),
            "description",
            List.of("7", "\"a\\u0000\"", "\"\\udc00\"", text()),
            "priority",
            List.of("\"NONSENSE\"", "1", "\"high\""),
            "dueAt",
            List.of("\"tomorrow\"", "1763892000", "\"+999999999-01-01T00:00:00Z\""),
            "occurredAt",
            List.of("\"yesterday\"", "true", "\"2026-02-30T10:00:00Z\""));
    bad.forEach(
        (field, values) ->
            values.forEach(
                value -> {
                  HttpAnswer answer = machine.post("/hooks/signal", signal(field, value));
                  String start = value.length() > 40 ? value.substring(0, 40) : value;
                  refusals.expectField(field + "=" + start, answer, field, 400);
                }));
    refusals.assertAll();
  }

  @Test
  public void groupWithOneBadAlertIsRefusedWhole() {
    String good =
        """
        {"status":"firing","labels":{"alertname":"A","client":"%s"},\
        "startsAt":"2026-11-23T10:00:00Z","fingerprint":"0123456789abcdef"}"""
            .formatted(Office.MONITORED);
    for (String badAlert :
        List.of(
            "{\"status\":\"NONSENSE\",\"labels\":{},\"fingerprint\":\"1\"}",
            "{\"status\":\"firing\",\"labels\":7,\"fingerprint\":\"1\"}",
            "{\"status\":\"firing\",\"labels\":{\"a\":{}},\"startsAt\":\"x\",\"fingerprint\":\"1\"}",
            "null")) {
      String group = "{\"version\":\"4\",\"alerts\":[" + good + "," + badAlert + "]}";
      HttpAnswer answer = machine.post("/hooks/alertmanager", group);
      refusals.expect(badAlert, answer, 400);
      refusals.softly().assertThat(answer.text()).contains("alerts[1]");
    }
    refusals.assertAll();
  }

  private static String text() {
    return "\"" + "x".repeat(100_000) + "\"";
  }

  /** A signal that is right but for one field. */
  private static String signal(String field, String value) {
    StringBuilder json = new StringBuilder("{");
    Map.of(
            "externalId", "\"bad-signals\"",
            "kind", "\"RAISED\"",
            "client", "\"" + Office.MONITORED + "\"",
            "title", "\"Bad\"")
        .forEach(
            (name, right) -> {
              if (!name.equals(field)) {
                json.append('"').append(name).append("\":").append(right).append(',');
              }
            });
    return json.append('"').append(field).append("\":").append(value).append('}').toString();
  }
}
