package org.daybook.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.assertj.core.api.SoftAssertions;
import org.daybook.api.access.Role;
import org.daybook.api.store.AuditQuery;
import org.daybook.api.store.PageRequest;
import org.daybook.testkit.Examples;
import org.daybook.web.rest.access.Route;
import org.daybook.web.rest.access.Routes;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class BadInputTest {
  @Rule public final RestServer server = new RestServer();

  private final SoftAssertions softly = new SoftAssertions();

  @Before
  public void storeOneOfEach() {
    server.parts.store.prepare(
        tx -> {
          tx.visits().insert(Examples.visit());
          tx.tasks().insert(Examples.task());
          tx.checks().insert(Examples.check());
          tx.projects().insert(Examples.project());
          tx.photos().insert(Examples.photo());
        });
  }

  @Test
  public void everyRouteWithBodyRefusesWhatIsNotJson() {
    everyJsonRoute(call -> (m, p) -> call.json(m, p, "{\"title\": "), 400);
    everyJsonRoute(call -> (m, p) -> call.json(m, p, "[1]"), 400);
    everyJsonRoute(call -> (m, p) -> call.json(m, p, "7"), 400);
    everyJsonRoute(call -> (m, p) -> call.json(m, p, "null"), 400);
    everyJsonRoute(call -> (m, p) -> call.json(m, p, "{\"nonsense\":1}"), 400);
    everyJsonRoute(call -> (m, p) -> call.json(m, p, "{} {}"), 400);
    everyJsonRoute(call -> (m, p) -> call.json(m, p, "[".repeat(100_000)), 400);
    byte[] notUtf8 = {'{', '"', (byte) 0xff, '"', ':', '1', '}'};
    everyJsonRoute(
        call -> (m, p) -> call.with("Content-Type", "application/json").send(m, p, notUtf8), 400);
    softly.assertAll();
  }

  @Test
  public void everyRouteWithBodyRefusesOtherMediaTypes() {
    byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
    for (String type :
        List.of(
            "text/plain",
            "application/x-www-form-urlencoded",
            "application/xml",
            "application/json;charset=windows-1251")) {
      everyWritingRoute(call -> (m, p) -> call.with("Content-Type", type).send(m, p, body), 415);
    }
    everyWritingRoute(call -> (m, p) -> call.send(m, p, body), 415);
    softly.assertAll();
  }

  @Test
  public void everyRouteWithBodyRefusesMoreThanFiveMebibytes() {
    byte[] large = new byte[5 * 1024 * 1024 + 1];
    everyWritingRoute(call -> (m, p) -> call.send(m, p, large), 413);
    softly.assertAll();
  }

  @Test
  public void tooLargeIsNoticedWithoutLengthToo() {
    byte[] large = new byte[5 * 1024 * 1024 + 1];

    RestServer.Reply api = server.manager().sendChunked("POST", "/api/v1/tasks", large);
    RestServer.Reply hook =
        server
            .anonymous()
            .with("Authorization", "Bearer " + server.token("hook:*"))
            .sendChunked("POST", "/hooks/signal", large);

    assertThat(api.status()).isEqualTo(413);
    assertThat(hook.status()).isEqualTo(413);
    assertThat(server.parts.intake.received).isEmpty();
  }

  @Test
  public void compressedBodyIsRefused() {
    RestServer.Reply reply =
        server.manager().with("Content-Encoding", "gzip").post("/api/v1/tasks", "{}");

    assertThat(reply.status()).isEqualTo(415);
  }

  @Test
  public void wrongTypeNamesTheField() {
    fields(400, "{\"title\":5}", "title");
    fields(400, "{\"title\":[\"a\"]}", "title");
    fields(400, "{\"title\":{\"a\":1}}", "title");
    fields(400, "{\"title\":true}", "title");
    fields(400, "{\"title\":\"a\\u0000b\"}", "title");
    fields(400, "{\"title\":\"\\ud800\"}", "title");
    fields(400, "{\"priority\":\"SOON\"}", "priority");
    fields(400, "{\"priority\":\"\"}", "priority");
    fields(400, "{\"priority\":1}", "priority");
    fields(400, "{\"dueAt\":\"tomorrow\"}", "dueAt");
    fields(400, "{\"dueAt\":\"2026-11-23T10:00:00\"}", "dueAt");
    fields(400, "{\"dueAt\":1763892000}", "dueAt");
    fields(400, "{\"dueAt\":\"2300-01-01T00:00:00Z\"}", "dueAt");
    fields(400, "{\"dueAt\":\"+999999999-01-01T00:00:00Z\"}", "dueAt");
    fields(400, "{\"nonsense\":1}", "nonsense");
    fields(400, "{\"title\":\"a\",\"title\":\"b\"}", "body");
    softly.assertAll();
  }

  @Test
  public void numbersMustBeWholeAndSmall() {
    for (String number :
        List.of("1.5", "1e400000000", "\"5\"", "true", "9".repeat(30), "9".repeat(5000))) {
      RestServer.Reply reply =
          server.manager().post("/api/v1/tasks/task-1/time", "{\"minutes\":" + number + "}");
      softly.assertThat(reply.status()).as(number).isEqualTo(400);
      softly.assertThat(reply.text()).doesNotContain("jackson", "Exception");
    }
    softly.assertAll();
  }

  @Test
  public void limitsOfTheParserAreTold() {
    for (String body :
        List.of(
            "{\"minutes\":" + "9".repeat(5000) + "}",
            "{\"minutes\":" + "[".repeat(5000),
            "{\"" + "n".repeat(60_000) + "\":1}",
            "[".repeat(100_000))) {
      RestServer.Reply reply = server.manager().post("/api/v1/tasks/task-1/time", body);
      softly.assertThat(reply.status()).isEqualTo(400);
      softly.assertThat(reply.text()).doesNotContain("StreamReadConstraints", "`", "maximum");
    }
    softly.assertAll();
  }

  @Test
  public void brokenRuleIs422WithTheField() {
    fields(422, "{\"client\":\"romashka\"}", "title");
    fields(422, "{\"client\":\"nobody\",\"title\":\"T\"}", "client");
    fields(422, "{\"client\":\"romashka\",\"title\":\"T\",\"engineer\":\"x\"}", "engineer");
    softly.assertAll();
  }

  @Test
  public void queryParametersAreNamedWhenTheyAreWrong() {
    parameter("/api/v1/tasks?limit=0", "limit");
    parameter("/api/v1/tasks?limit=501", "limit");
    parameter("/api/v1/tasks?limit=many", "limit");
    parameter("/api/v1/tasks?after=%21%21", "after");
    parameter("/api/v1/tasks?after=AAAA", "after");
    parameter("/api/v1/tasks?after=AAAA.1", "after");
    parameter("/api/v1/tasks?state=OPEN", "state");
    parameter("/api/v1/tasks?client=nobody", "client");
    parameter("/api/v1/tasks?engineer=nobody", "engineer");
    parameter("/api/v1/visits?from=today", "from");
    parameter("/api/v1/visits?to=2026-02-30", "to");
    parameter("/api/v1/clients?active=maybe", "active");
    softly.assertAll();
  }

  @Test
  public void lastPageAndCommasAreUnderstood() {
    RestServer.Reply reply =
        server.manager().get("/api/v1/tasks?state=NEW,PLANNED&state=DONE&limit=500");

    assertThat(reply.status()).isEqualTo(200);
  }

  @Test
  public void versionMustBeOne() {
    RestServer.Reply reply =
        server.manager().with("If-Match", "\"abc\"").post("/api/v1/tasks/task-1/start");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.fields()).containsExactly("If-Match");
  }

  @Test
  public void unknownAddressesAreProblems() {
    for (String path :
        List.of("/", "/nope", "/api", "/api/v1/nope", "/api/v1/regulations", "/metrics")) {
      RestServer.Reply reply = server.manager().get(path);
      softly.assertThat(reply.status()).as(path).isEqualTo(404);
      softly.assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    }
    softly.assertAll();
  }

  @Test
  public void pathParametersDoNotSlipPastTheTable() {
    for (String path :
        List.of("/api/v1/tokens;x=1", "/api/v1/%74okens", "/api//v1/tokens", "/api/v1/./tokens")) {
      int status = server.as(Role.ENGINEER).get(path).status();
      softly.assertThat(status).as(path).isIn(403, 404);
    }
    softly.assertAll();
  }

  @Test
  public void brokenEscapesAreBadRequests() throws IOException {
    for (String target :
        List.of(
            "/api/v1/tasks?client=%zz", "/api/v1/tasks?client=%ff", "/api/v1/tasks?client=%00")) {
      String answer =
          server.raw("GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      softly.assertThat(answer).as(target).startsWith("HTTP/1.1 400");
      softly.assertThat(answer).contains("application/problem+json");
    }
    softly.assertAll();
  }

  @Test
  public void otherMethodsAreNamed() {
    RestServer.Reply reply = server.manager().send("DELETE", "/api/v1/tasks");

    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.header("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
    assertThat(reply.json().path("status").asInt()).isEqualTo(405);
    assertThat(server.anonymous().send("OPTIONS", "/api/v1/tasks").status()).isEqualTo(204);
  }

  @Test
  public void headIsGetWithoutBody() {
    RestServer.Reply get = server.manager().get("/api/v1/clients");
    RestServer.Reply head = server.manager().send("HEAD", "/api/v1/clients");

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.text()).isEmpty();
    assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
  }

  @Test
  public void mediaTypeThatCannotBeGivenIsRefused() {
    RestServer.Reply reply = server.manager().with("Accept", "text/csv").get("/api/v1/tasks");

    assertThat(reply.status()).isEqualTo(406);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  public void unexpectedFailureShowsNothingOfTheInside() {
    server.parts.intake.hook =
        () -> {
          throw new IllegalStateException("secret detail");
        };

    RestServer.Reply reply =
        server
            .anonymous()
            .with("Authorization", "Bearer " + server.token("hook:*"))
            .post("/hooks/signal", "{}");

    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.text()).doesNotContain("secret", "Exception", "org.daybook");
    assertThat(reply.json().path("instance").asText()).startsWith("urn:uuid:");
  }

  @Test
  public void answersTellBrowsersToBeCareful() {
    RestServer.Reply reply = server.manager().get("/api/v1/tasks");

    assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
    assertThat(reply.header("Content-Security-Policy")).startsWith("default-src 'none'");
  }

  private void fields(int status, String body, String field) {
    RestServer.Reply reply = server.manager().post("/api/v1/tasks", body);
    softly.assertThat(reply.status()).as(body).isEqualTo(status);
    softly.assertThat(reply.fields()).as(body).containsExactly(field);
    softly.assertThat(reply.text()).as(body).doesNotContain("jackson", "Exception", "java.");
  }

  private void parameter(String path, String name) {
    RestServer.Reply reply = server.manager().get(path);
    softly.assertThat(reply.status()).as(path).isEqualTo(400);
    softly.assertThat(reply.fields()).as(path).containsExactly(name);
  }

  private void everyWritingRoute(Function<RestServer.Call, Sender> sender, int status) {
    everyRoute(sender, status, route -> true);
  }

  /** All but the route whose body is an image. */
  private void everyJsonRoute(Function<RestServer.Call, Sender> sender, int status) {
    everyRoute(sender, status, route -> !route.template().endsWith("/photos"));
  }

  private void everyRoute(
      Function<RestServer.Call, Sender> sender, int status, Predicate<Route> which) {
    long changes = changes();
    for (Route route : new Routes().all().stream().filter(which).toList()) {
      boolean writes = List.of("POST", "PUT", "PATCH").contains(route.method());
      if (route.guard() == Route.Guard.ACCOUNT && writes) {
        String path = existing(route.template());
        RestServer.Reply reply =
            sender.apply(server.as(Role.ADMIN).ifMatch(1)).send(route.method(), path);
        String what = route.method() + " " + path;
        softly.assertThat(reply.status()).as(what).isEqualTo(status);
        softly
            .assertThat(reply.header("Content-Type"))
            .as(what)
            .isEqualTo("application/problem+json");
        softly.assertThat(reply.text()).as(what).doesNotContain("jackson", "Exception", "java.");
      }
    }
    softly.assertThat(changes()).isEqualTo(changes);
  }

  private static String existing(String template) {
    Map<String, String> ids =
        Map.of(
            "clients", Examples.CLIENT_ID,
            "sites", Examples.SITE_ID,
            "contacts", Examples.CONTACT_ID,
            "assets", Examples.ASSET_ID,
            "staff", Examples.ADMIN_ID,
            "projects", Examples.PROJECT_ID,
            "tasks", Examples.TASK_ID,
            "visits", Examples.VISIT_ID,
            "photos", Examples.photo().id());
    String collection = template.split("/", -1)[3];
    return template
        .replace("{checkId}", Examples.check().id())
        .replace("{visitId}", Examples.VISIT_ID)
        .replace("{assetId}", Examples.ASSET_ID)
        .replace("{id}", ids.getOrDefault(collection, "x"));
  }

  private long changes() {
    return server
        .parts
        .store
        .read(
            tx -> tx.audit(AuditQuery.everything(), new PageRequest(500, Optional.empty(), false)))
        .items()
        .size();
  }

  /** Sends a request with a body. */
  private interface Sender {
    RestServer.Reply send(String method, String path);
  }
}
