package org.daybook.itests.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.daybook.itests.platform.Surface.Operation;
import org.daybook.itests.support.Http;
import org.daybook.itests.support.HttpAnswer;
import org.daybook.itests.support.RunningDaybook;
import org.junit.After;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;

/** Walks every route of the API with every kind of bad input. Nothing may change by it. */
public class BadInputIT {
  private static final List<String> ROLES =
      List.of("ADMIN", "MANAGER", "ENGINEER", "SUPPORT", "SPECIALIST");
  private static final int LIMIT = 5 * 1024 * 1024;

  private static RunningDaybook daybook;
  private static Office office;
  private static Surface surface;
  private static String visit;

  private final Refusals refusals = new Refusals();
  private final Http admin = daybook.admin();
  private Map<String, List<JsonNode>> before;

  @BeforeClass
  public static void haveOneOfEach() {
    String reported = DemoDay.visit();
    daybook = DemoDay.daybook();
    office = new Office(daybook);
    office.token("hook:signal");
    visit = office.startVisit();
    surface = new Surface(office, visit, reported);
  }

  @AfterClass
  public static void leave() {
    office.closeVisit(visit);
    office.awaitDelivery(visit, "SENT");
  }

  @Before
  public void remember() {
    before = surface.everything(office);
  }

  @After
  public void nothingHasChanged() {
    assertThat(surface.everything(office)).isEqualTo(before);
  }

  @Test
  public void nobodyPassesWithoutCredentials() {
    Http nobody = daybook.http();
    for (Operation each : accountOperations()) {
      HttpAnswer answer = send(nobody, each, surface.existing(each), "{}");
      refusals.expect(each.toString(), answer, 401);
      refusals.softly().assertThat(answer.header("WWW-Authenticate")).isPresent();
    }
    refusals.assertAll();
  }

  @Test
  public void nobodyPassesWithWrongCredentials() {
    int stranger = 0;
    for (Operation each : accountOperations()) {
      Http unknown = daybook.http().as("stranger-" + stranger++, RunningDaybook.PASSWORD);
      refusals.expect(each.toString(), send(unknown, each, surface.existing(each), "{}"), 401);
      Http token = daybook.http().bearer("nonsense");
      refusals.expect(each.toString(), send(token, each, surface.existing(each), "{}"), 401);
    }
    for (String header : List.of("Basic", "Basic !!", "Basic bm9jb2xvbg==", "Digest x", "x")) {
      Http http = daybook.http().with("Authorization", header);
      refusals.expect(header, http.get("/api/v1/tasks"), 401);
    }
    Http wrong = daybook.http().as("specialist", "wrong");
    refusals.expect("wrong password", wrong.get("/api/v1/tasks"), 401);
    refusals.assertAll();
  }

  @Test
  public void hookTokensOpenNothingElse() {
    Http machine = daybook.http().bearer(office.token("hook:*"));
    before = surface.everything(office);
    for (Operation each : accountOperations()) {
      refusals.expect(each.toString(), send(machine, each, surface.existing(each), "{}"), 403);
    }
    refusals.assertAll();
  }

  @Test
  public void everyRoleDoesWhatItMay() {
    for (Operation each : accountOperations()) {
      for (String role : ROLES) {
        Http person = daybook.http().as(role.toLowerCase(Locale.ROOT), RunningDaybook.PASSWORD);
        String what = each + " by " + role;
        if (!each.roles().contains(role)) {
          refusals.expect(what, send(person, each, surface.existing(each), "{}"), 403);
        } else if (each.schema().isPresent()) {
          Http versioned = person.with("If-Match", "\"1\"");
          refusals.expect(what, send(versioned, each, surface.existing(each), "{"), 400);
        } else if (each.method().equals("GET")) {
          int status = person.get(surface.existing(each)).status();
          // 400: it cannot do without one of its parameters.
          if (status != 403 || !isOfOnesOwn(each)) {
            refusals.softly().assertThat(status).as(what).isIn(200, 400, 404);
          }
        }
      }
    }
    refusals.assertAll();
  }

  @Test
  public void bodiesThatAreNoObjectsAreRefused() {
    List<String> bodies =
        List.of(
            "",
            "{",
            "{\"title\": ",
            "[]",
            "null",
            "7",
            "\"text\"",
            "{} {}",
            "{\"nonsense\":1}",
            "{\"title\":\"\\q\"}",
            "{'title':'x'}",
            "{\"a\":NaN}",
            "\u0000",
            "[".repeat(100_000),
            "{\"a\":".repeat(100_000),
            "{\"a\":" + "9".repeat(100_000) + "}");
    for (Operation each : surface.writing()) {
      for (String body : bodies) {
        if (!body.isEmpty() || each.needsBody()) {
          String what = each + " " + start(body);
          refusals.expect(
              what, send(versioned(each), each, surface.existing(each), body), 400, 422);
        }
      }
    }
    refusals.assertAll();
  }

  @Test
  public void otherMediaTypesAreRefused() {
    for (Operation each : surface.writing()) {
      for (String type :
          List.of(
              "text/plain",
              "application/xml",
              "application/x-www-form-urlencoded",
              "multipart/form-data; boundary=x",
              "application/json;charset=windows-1251",
              "nonsense")) {
        Http http = versioned(each).with("Content-Type", type);
        HttpAnswer answer = send(http, each, surface.existing(each), "{}");
        refusals.expect(each + " " + type, answer, 400, 415);
      }
    }
    refusals.assertAll();
  }

  @Test
  public void bodiesOverFiveMebibytesAreRefused() {
    String large = "{\"title\":\"" + "x".repeat(LIMIT) + "\"}";
    for (Operation each : surface.writing()) {
      HttpAnswer answer = send(versioned(each), each, surface.existing(each), large);
      refusals.expect(each.toString(), answer, 413);
    }
    refusals.assertAll();
  }

  @Test
  public void bodiesOverFiveMebibytesAreRefusedWithoutLengthToo() {
    byte[] large = ("{\"title\":\"" + "x".repeat(LIMIT) + "\"}").getBytes(UTF_8);
    for (Operation each : surface.writing()) {
      HttpAnswer answer =
          versioned(each).with("Content-Type", "application/json").stream(
              each.method(), surface.existing(each), large);
      refusals.expect(each.toString(), answer, 413);
    }
    refusals.assertAll();
  }

  @Test
  public void valuesOfWrongTypesAreNamed() {
    for (Operation each : surface.writing()) {
      for (Map.Entry<String, JsonNode> property : properties(each).entrySet()) {
        for (String value : wrong(property.getValue())) {
          ObjectNode body = surface.right(each);
          body.remove(property.getKey());
          String rest = body.toString().substring(1);
          String whole =
              "{\"" + property.getKey() + "\":" + value + (rest.equals("}") ? "" : ",") + rest;
          String what = each + " " + property.getKey() + "=" + start(value);
          HttpAnswer answer = send(versioned(each), each, surface.existing(each), whole);
          refusals.expectField(what, answer, property.getKey(), 400, 422);
        }
      }
    }
    refusals.assertAll();
  }

  @Test
  public void textsThatAreTooLongAreNamed() {
    for (Operation each : surface.writing()) {
      for (Map.Entry<String, JsonNode> property : properties(each).entrySet()) {
        if (isText(property.getValue())) {
          ObjectNode body = surface.right(each).put(property.getKey(), "x".repeat(100_000));
          if (each.template().endsWith("/{checkId}")) {
            answerThatReads(property.getKey(), body);
          } else if (each.template().endsWith("/close")) {
            body.put("override", true);
          }
          String what = each + " " + property.getKey();
          HttpAnswer answer = send(versioned(each), each, surface.existing(each), body.toString());
          refusals.expectField(what, answer, property.getKey(), 400, 409, 422);
        }
      }
    }
    refusals.assertAll();
  }

  @Test
  public void whatIsRequiredIsNamed() {
    for (Operation each : surface.writing()) {
      boolean merges = each.method().equals("PATCH");
      for (JsonNode name : each.schema().orElseThrow().path("required")) {
        for (String value : List.of("", "null", "\"\"", "\"  \"")) {
          ObjectNode body = surface.right(each);
          body.remove(name.asText());
          String whole = body.toString();
          if (!value.isEmpty()) {
            whole =
                "{\""
                    + name.asText()
                    + "\":"
                    + value
                    + (body.isEmpty() ? "" : ",")
                    + whole.substring(1);
          }
          if (!(merges && value.isEmpty())) {
            String what = each + " without " + name.asText() + " " + value;
            HttpAnswer answer = send(versioned(each), each, surface.existing(each), whole);
            refusals.expectField(what, answer, name.asText(), 400, 409, 422);
          }
        }
      }
    }
    refusals.assertAll();
  }

  @Test
  public void thingsThatAreNotThereAreNotFound() {
    for (Operation each : accountOperations()) {
      if (each.template().contains("{")) {
        for (String id :
            List.of(
                "nonexistent",
                "00000000-0000-0000-0000-000000000000",
                "x".repeat(2000),
                "%D0%B0%F0%9F%98%80",
                "%27%3B%20DROP%20TABLE%20task--",
                "%25",
                "*")) {
          String body = each.schema().isPresent() ? surface.right(each).toString() : "";
          Http http = admin.with("If-Match", "\"1\"");
          String what = each + " " + start(id);
          refusals.expect(what, send(http, each, Surface.with(each, id), body), 404);
        }
      }
    }
    refusals.assertAll();
  }

  @Test
  public void otherMethodsAreRefused() {
    Map<String, String> methods = new HashMap<>();
    surface.operations().forEach(o -> methods.merge(o.template(), o.method(), (a, b) -> a + b));
    methods.forEach(
        (template, known) -> {
          Operation any =
              surface.operations().stream()
                  .filter(each -> each.template().equals(template))
                  .findFirst()
                  .orElseThrow();
          String path = any.isForAccounts() ? surface.existing(any) : Surface.with(any, "signal");
          for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE", "BREW")) {
            // The address of an image could be that of a photo with a strange id, too.
            boolean ofPhoto =
                template.endsWith("/{id}.jpg") && !method.matches("GET|POST|PUT|BREW");
            if (!known.contains(method) && !ofPhoto) {
              HttpAnswer answer = admin.stream(method, path, new byte[0]);
              refusals.expect(method + " " + path, answer, 405);
              refusals.softly().assertThat(answer.header("Allow")).as(path).isPresent();
            }
          }
        });
    refusals.assertAll();
  }

  @Test
  public void versionsAreAskedForAndCompared() {
    for (Operation each : surface.writing()) {
      String path = surface.existing(each);
      String body = surface.right(each).toString();
      if (each.needsVersion()) {
        refusals.expect(each + " without", send(admin, each, path, body), 428);
      }
      if (each.takesVersion()) {
        Http stale = admin.with("If-Match", "\"987654\"");
        refusals.expect(each + " stale", send(stale, each, path, body), 409);
        for (String nonsense :
            List.of("abc", "\"-1\"", "\"1\", \"2\"", "\"" + "9".repeat(40) + "\"")) {
          Http bad = admin.with("If-Match", nonsense);
          refusals.expectField(each + nonsense, send(bad, each, path, body), "If-Match", 400);
        }
      }
      if (each.parameters().contains("Idempotency-Key")) {
        Http keyed = versioned(each).with("Idempotency-Key", "k".repeat(300));
        refusals.expectField(each + " key", send(keyed, each, path, body), "Idempotency-Key", 400);
      }
    }
    refusals.assertAll();
  }

  @Test
  public void queriesAreChecked() {
    Map<String, List<String>> bad = new HashMap<>();
    bad.put("limit", List.of("-1", "0", "501", "x", "1.5", "99999999999999999999"));
    bad.put("after", List.of("!!", "AAAA", "x".repeat(3000), "%F0%9F%98%80"));
    bad.put("state", List.of("NONSENSE", "new"));
    bad.put("kind", List.of("NONSENSE"));
    bad.put("role", List.of("NONSENSE"));
    bad.put("from", List.of("yesterday", "2026-02-30", "99999999-01-01"));
    bad.put("to", List.of("yesterday", "2026-02-30"));
    bad.put("active", List.of("maybe"));
    bad.put("retired", List.of("1"));
    bad.put("reportRecipient", List.of("1"));
    for (Operation each : accountOperations()) {
      if (each.method().equals("GET")) {
        for (String name : each.parameters()) {
          String path = surface.existing(each) + "?" + name + "=";
          boolean freeKind = each.template().contains("/notices") && name.equals("kind");
          if (!freeKind) {
            for (String value : bad.getOrDefault(name, List.of())) {
              String what = each + " " + name + "=" + start(value);
              refusals.expectField(what, admin.get(path + value), name, 400);
            }
          }
          for (String value : List.of("%00", "%zz", "%ff", "%0a")) {
            refusals.expect(path + value, raw("GET", path + value), 400);
          }
          for (String value : List.of("x".repeat(4000), "%27%20OR%201=1--", "%25", "nobody")) {
            HttpAnswer answer = admin.get(path + value);
            refusals.softly().assertThat(answer.status()).as(path + start(value)).isIn(200, 400);
            refusals.clean(path, answer.text());
          }
        }
      }
    }
    refusals.assertAll();
  }

  @Test
  public void pathsThatAreNoneAreRefused() {
    for (String path :
        List.of(
            "/api/v1/%00",
            "/api/v1/tasks/%00",
            "/api/v1/tasks/%zz",
            "/api/v1/tasks/%",
            "/api/v1/tasks/%c0%ae%c0%ae",
            "/api/v1/tasks/../../../etc/passwd",
            "/api/v1/tasks/..%2f..%2f..%2fetc%2fpasswd",
            "/api/v1/tasks/..;/tokens",
            "/api/v1/tokens;x=y",
            "/api/v1//tokens",
            "/api/v1/./tokens/x",
            "/api/v1/tasks/x%2fstart",
            "/api/v1/nonsense",
            "/api/v2/tasks",
            "/api",
            "/hooks",
            "/hooks/",
            "/health/x",
            "/api/v1/tasks/" + "x".repeat(20_000))) {
      HttpAnswer answer = raw("GET", path);
      String what = start(path) + " -> " + start(answer.toString());
      refusals.softly().assertThat(answer.status()).as(what).isIn(400, 401, 404, 405, 414, 431);
      refusals.clean(what, answer.text());
      refusals.softly().assertThat(answer.text()).as(what).doesNotContain("root:", "\"items\"");
    }
    refusals.assertAll();
  }

  @Test
  public void requestsThatAreNoneAreRefused() {
    for (String request :
        List.of(
            "NONSENSE\r\n\r\n",
            "GET\r\n\r\n",
            "GET /health\r\n\r\n",
            "GET /health HTTP/9.9\r\nHost: x\r\n\r\n",
            "GET /health HTTP/1.1\r\n\r\n",
            "GET /health HTTP/1.1\r\nHost: x\r\nBroken\u0000: y\r\n\r\n",
            "GET /health HTTP/1.1\r\nHost: x\r\nLong: " + "y".repeat(40_000) + "\r\n\r\n",
            "POST /hooks/signal HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
            "POST /hooks/signal HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx",
            "POST /hooks/signal HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n",
            "\u0000\u0001\u0002\r\n\r\n")) {
      HttpAnswer answer = daybook.http().raw(request);
      String what = start(request) + " -> " + start(answer.toString());
      refusals.softly().assertThat(answer.status()).as(what).isBetween(400, 599).isNotEqualTo(500);
      refusals.clean(what, answer.text());
    }
    refusals.assertAll();
  }

  /** What a check that is in order does not need is not looked at. */
  private static void answerThatReads(String property, ObjectNode body) {
    if (property.equals("reason")) {
      body.put("result", "SKIPPED");
    } else {
      body.put("result", "PROBLEM");
      for (String each : List.of("description", "action")) {
        if (!each.equals(property)) {
          body.put(each, "right");
        }
      }
    }
  }

  /** What the table allows to a role, and the service to those whom it concerns. */
  private static boolean isOfOnesOwn(Operation operation) {
    return operation.template().matches(".*/(photos.*|tasks/\\{id}.*|visits/\\{id}.*)");
  }

  private HttpAnswer raw(String method, String path) {
    return admin.raw(method + " " + path + " HTTP/1.1\r\nHost: x\r\n%s\r\n");
  }

  private static List<Operation> accountOperations() {
    return surface.operations().stream().filter(Operation::isForAccounts).toList();
  }

  /** As an administrator who has seen the newest version. */
  private Http versioned(Operation operation) {
    return operation.takesVersion() ? admin.with("If-Match", surface.version(operation)) : admin;
  }

  private static HttpAnswer send(Http http, Operation operation, String path, String body) {
    return switch (operation.method()) {
      case "GET" -> http.get(path);
      case "POST" -> http.post(path, body);
      case "PUT" -> http.put(path, body);
      case "PATCH" -> http.patch(path, body);
      case "DELETE" -> http.delete(path);
      default -> throw new IllegalArgumentException(operation.method());
    };
  }

  private static Map<String, JsonNode> properties(Operation operation) {
    Map<String, JsonNode> properties = new LinkedHashMap<>();
    Iterator<Map.Entry<String, JsonNode>> fields =
        operation.schema().orElseThrow().path("properties").fields();
    fields.forEachRemaining(each -> properties.put(each.getKey(), each.getValue()));
    return properties;
  }

  private static boolean isText(JsonNode type) {
    return type.path("type").asText().equals("string") && !type.has("enum") && !type.has("format");
  }

  /** What is none of a type. */
  private static List<String> wrong(JsonNode type) {
    return switch (type.path("type").asText()) {
      case "boolean" -> List.of("1", "\"true\"", "\"yes\"", "{}", "[]");
      case "integer" -> List.of("\"5\"", "1.5", "-5", "0", "true", "[]", "1e400", "2147483648");
      case "array" -> List.of("1", "\"x\"", "{}", "[1]", "[null]", "[[]]", "[\"nonsense\"]");
      default -> {
        if (type.has("enum")) {
          yield List.of("\"NONSENSE\"", "\"\"", "0", "{}", "[]", "true");
        }
        if (type.has("format")) {
          yield List.of(
              "\"tomorrow\"",
              "\"2026-02-30T10:00:00Z\"",
              "\"2026-11-23T10:00:00\"",
              "\"+999999999-01-01T00:00:00Z\"",
              "1763892000",
              "{}",
              "true");
        }
        yield List.of(
            "5", "true", "{}", "[]", "[\"x\"]", "\"a\\u0000b\"", "\"\\ud800\"", "\"\\udc00x\"");
      }
    };
  }

  private static String start(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }
}
