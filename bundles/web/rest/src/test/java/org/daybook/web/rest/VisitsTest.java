package org.daybook.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.daybook.api.access.Role;
import org.daybook.api.visit.NewCheck;
import org.daybook.api.visit.OpenItem;
import org.daybook.testkit.Examples;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class VisitsTest {
  private static final String VISIT = "/api/v1/visits/" + Examples.VISIT_ID;

  @Rule public final RestServer server = new RestServer();

  @Before
  public void storeVisit() {
    server.parts.store.prepare(
        tx -> {
          tx.visits().insert(Examples.visit());
          tx.checks().insert(Examples.check());
        });
  }

  @Test
  public void visitHasEverythingTheContractNames() {
    JsonNode visit = server.as(Role.SUPPORT).get(VISIT).json();

    for (String member :
        List.of(
            "id",
            "kind",
            "state",
            "client",
            "site",
            "engineer",
            "plannedFor",
            "version",
            "requestedAt",
            "arrivedAt",
            "departedAt",
            "reason")) {
      assertThat(visit.has(member)).as(member).isTrue();
    }
    assertThat(visit.path("client").asText()).isEqualTo("romashka");
    assertThat(visit.path("engineerName").asText()).isEqualTo("Пётр Одуванчиков");
  }

  @Test
  public void visitIsPlannedByCodesAndLogins() {
    RestServer.Reply added =
        server
            .manager()
            .post(
                "/api/v1/visits",
                "{\"kind\":\"PLANNED\",\"client\":\"romashka\",\"engineer\":\"engineer\","
                    + "\"site\":\""
                    + Examples.site().name()
                    + "\",\"plannedFor\":\"2026-11-23T10:00:00+03:00\"}");

    assertThat(added.status()).isEqualTo(201);
    assertThat(added.json().path("plannedFor").asText()).isEqualTo("2026-11-23T07:00:00Z");
    assertThat(added.header("Location")).endsWith("/api/v1/visits/" + added.id());
    assertThat(server.parts.visits.lastDraft.site()).contains(Examples.SITE_ID);
    assertThat(server.parts.visits.lastDraft.engineer()).contains(Examples.ENGINEER_ID);
  }

  @Test
  public void engineerStartsAndClosesTheVisit() {
    RestServer.Reply started = server.as(Role.ENGINEER).ifMatch(1).post(VISIT + "/start");
    assertThat(started.json().path("state").asText()).isEqualTo("ON_SITE");
    assertThat(server.as(Role.ENGINEER).ifMatch(1).post(VISIT + "/close").status()).isEqualTo(409);

    RestServer.Reply closed = server.as(Role.ENGINEER).ifMatch(2).post(VISIT + "/close");

    assertThat(closed.status()).isEqualTo(200);
    assertThat(closed.json().path("state").asText()).isEqualTo("CLOSED");
    assertThat(closed.header("ETag")).isEqualTo("\"3\"");
  }

  @Test
  public void closingSaysWhatIsOpen() {
    server.parts.visits.open =
        List.of(
            new OpenItem(OpenItem.Kind.TASK, "task-1", "Принтер", Optional.empty()),
            new OpenItem(OpenItem.Kind.CHECK, "check-1", "Обновления", Optional.of("Касса")));

    RestServer.Reply reply = server.as(Role.ENGINEER).post(VISIT + "/close", "{}");

    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    JsonNode open = reply.json().path("open");
    assertThat(open).hasSize(2);
    assertThat(open.get(0).path("kind").asText()).isEqualTo("TASK");
    assertThat(open.get(0).path("asset").isNull()).isTrue();
    assertThat(open.get(1).path("asset").asText()).isEqualTo("Касса");

    RestServer.Reply override =
        server
            .manager()
            .post(VISIT + "/close", "{\"override\":true,\"reason\":\"клиент торопит\"}");
    assertThat(override.status()).isEqualTo(200);
    assertThat(override.json().path("overrideReason").asText()).isEqualTo("клиент торопит");
  }

  @Test
  public void wishBecomesTaskOfTheVisit() {
    RestServer.Reply reply =
        server
            .as(Role.ENGINEER)
            .post(VISIT + "/wishes", "{\"title\":\"Новый принтер\",\"priority\":\"HIGH\"}");

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.json().path("source").asText()).isEqualTo("client");
    assertThat(reply.json().path("visit").asText()).isEqualTo(Examples.VISIT_ID);
    assertThat(reply.json().path("priority").asText()).isEqualTo("HIGH");
    assertThat(reply.header("Location")).endsWith("/api/v1/tasks/" + reply.id());
  }

  @Test
  public void visitIsRescheduledAndCancelled() {
    assertThat(server.manager().post(VISIT + "/reschedule", "{\"reason\":\"x\"}").fields())
        .containsExactly("plannedFor");
    RestServer.Reply moved =
        server
            .manager()
            .post(
                VISIT + "/reschedule",
                "{\"plannedFor\":\"2026-12-01T09:00:00Z\",\"reason\":\"просьба клиента\"}");
    assertThat(moved.json().path("plannedFor").asText()).isEqualTo("2026-12-01T09:00:00Z");

    RestServer.Reply cancelled =
        server.manager().post(VISIT + "/cancel", "{\"reason\":\"договор окончен\"}");
    assertThat(cancelled.json().path("state").asText()).isEqualTo("CANCELLED");
  }

  @Test
  public void supportSeesWhoIsNearestFree() {
    RestServer.Reply reply =
        server.as(Role.SUPPORT).get("/api/v1/visits/candidates?client=romashka");
    assertThat(reply.status()).isEqualTo(200);
    JsonNode first = reply.json().path("items").get(0);
    assertThat(first.path("engineer").asText()).isEqualTo(Examples.ENGINEER_ID);
    assertThat(first.path("free").asBoolean()).isTrue();
    assertThat(first.path("nearness").asText()).isEqualTo("UNKNOWN");
    assertThat(first.path("reason").asText()).isEqualTo("Free now.");
    assertThat(server.as(Role.ENGINEER).get("/api/v1/visits/candidates?client=x").status())
        .isEqualTo(403);
    RestServer.Reply nobody = server.manager().get("/api/v1/visits/candidates");
    assertThat(nobody.status()).isEqualTo(400);
    assertThat(nobody.fields()).containsExactly("client");
  }

  @Test
  public void supportReachesTheCalendarAndTheServiceSaysForWhat() {
    RestServer.Reply raised =
        server
            .as(Role.SUPPORT)
            .post(
                "/api/v1/visits",
                "{\"kind\":\"EMERGENCY\",\"client\":\"romashka\","
                    + "\"plannedFor\":\"2026-03-12T09:05:00+03:00\","
                    + "\"requestedAt\":\"2026-03-12T09:00:00+03:00\"}");
    assertThat(raised.status()).isEqualTo(201);
    assertThat(server.parts.visits.lastDraft.requestedAt()).contains(Examples.NOW);
    assertThat(server.as(Role.ENGINEER).post("/api/v1/visits", "{}").status()).isEqualTo(403);
  }

  @Test
  public void emergencyIsHandedOnAcceptedAndSetOutFor() {
    RestServer.Reply assigned =
        server.as(Role.SUPPORT).ifMatch(1).post(VISIT + "/assign", "{\"engineer\":\"engineer\"}");
    assertThat(assigned.status()).isEqualTo(200);
    assertThat(assigned.json().path("engineer").asText()).isEqualTo(Examples.ENGINEER_ID);
    assertThat(server.as(Role.ENGINEER).ifMatch(1).post(VISIT + "/accept").status()).isEqualTo(409);
    RestServer.Reply accepted = server.as(Role.ENGINEER).ifMatch(2).post(VISIT + "/accept");
    assertThat(accepted.json().path("acceptedAt").asText()).isEqualTo("2026-03-12T06:00:00Z");
    assertThat(accepted.json().path("onTheWayAt").isNull()).isTrue();
    RestServer.Reply onTheWay = server.manager().ifMatch(3).post(VISIT + "/on-the-way");
    assertThat(onTheWay.json().path("onTheWayAt").asText()).isEqualTo("2026-03-12T06:00:00Z");
    assertThat(onTheWay.header("ETag")).isEqualTo("\"4\"");
  }

  @Test
  public void theStepsOfAnEmergencyAreForThoseWhoTakeThem() {
    assertThat(server.as(Role.ENGINEER).post(VISIT + "/assign", "{}").status()).isEqualTo(403);
    for (String step : List.of("/accept", "/on-the-way")) {
      assertThat(server.as(Role.SUPPORT).post(VISIT + step).status()).isEqualTo(403);
      assertThat(server.as(Role.SPECIALIST).post(VISIT + step).status()).isEqualTo(403);
      assertThat(server.manager().post("/api/v1/visits/x" + step).status()).isEqualTo(404);
    }
  }

  @Test
  public void assigningNamesTheFieldThatIsWrong() {
    assertThat(server.manager().post(VISIT + "/assign", "{}").fields()).containsExactly("engineer");
    assertThat(server.manager().post(VISIT + "/assign", "{\"engineer\":\"nobody\"}").fields())
        .containsExactly("engineer");
    assertThat(server.manager().post(VISIT + "/assign").status()).isEqualTo(400);
    assertThat(
            server
                .manager()
                .ifMatch(9)
                .post(VISIT + "/assign", "{\"engineer\":\"nobody\"}")
                .status())
        .isEqualTo(409);
    assertThat(server.manager().post("/api/v1/visits/x/assign", "{\"engineer\":\"e\"}").status())
        .isEqualTo(404);
  }

  @Test
  public void checksAreListedAndAnswered() {
    JsonNode list = server.as(Role.ENGINEER).get(VISIT + "/checks?state=OPEN").json();
    String id = list.path("items").get(0).path("id").asText();
    assertThat(list.path("items").get(0).path("asset").asText())
        .isEqualTo(Examples.asset().reference());

    RestServer.Reply answered =
        server
            .as(Role.ENGINEER)
            .post(
                VISIT + "/checks/" + id,
                "{\"result\":\"PROBLEM\",\"description\":\"шумит\",\"action\":\"заменить\"}");

    assertThat(answered.status()).isEqualTo(200);
    assertThat(answered.json().path("state").asText()).isEqualTo("PROBLEM");
    assertThat(answered.json().path("action").asText()).isEqualTo("заменить");
  }

  @Test
  public void answerMustBeOneOfThree() {
    String check = VISIT + "/checks/" + Examples.check().id();

    assertThat(server.manager().post(check, "{\"result\":\"OPEN\"}").status()).isEqualTo(400);
    RestServer.Reply missing = server.manager().post(check, "{}");
    assertThat(missing.status()).isEqualTo(422);
    assertThat(missing.fields()).containsExactly("result");
    assertThat(server.manager().post(VISIT + "/checks/x", "{\"result\":\"OK\"}").status())
        .isEqualTo(404);
    assertThat(server.manager().get("/api/v1/visits/x/checks").status()).isEqualTo(404);
  }

  @Test
  public void whatArrivalWouldBringIsToldBefore() {
    server.parts.visits.expected =
        List.of(new NewCheck(Examples.ASSET_ID, "os-updates", "Обновления", true));
    String path = VISIT + "/expected-checks";
    RestServer.Reply reply = server.as(Role.ENGINEER).get(path);
    JsonNode check = reply.json().path("items").get(0);
    assertThat(check.path("asset").asText()).isEqualTo(Examples.ASSET_ID);
    assertThat(check.path("item").asText()).isEqualTo("os-updates");
    assertThat(check.path("title").asText()).isEqualTo("Обновления");
    assertThat(check.path("mandatory").asBoolean()).isTrue();
    assertThat(
            server.as(Role.ENGINEER).with("If-None-Match", reply.header("ETag")).get(path).status())
        .isEqualTo(304);
    assertThat(server.anonymous().get(path).status()).isEqualTo(401);
  }

  @Test
  public void aStepSaysWhenItWasDone() {
    String body = "{\"at\":\"2026-03-12T09:00:00+03:00\"}";
    for (String step : List.of("/accept", "/on-the-way", "/start", "/close")) {
      server.parts.visits.lastAt = Optional.empty();
      assertThat(server.as(Role.ENGINEER).post(VISIT + step, body).status())
          .as(step)
          .isEqualTo(200);
      assertThat(server.parts.visits.lastAt).as(step).contains(Examples.NOW);
      server.as(Role.ENGINEER).post(VISIT + step, "{}");
      assertThat(server.parts.visits.lastAt).as(step).isEmpty();
    }
  }

  @Test
  public void aMomentMustBeOne() {
    for (String step : List.of("/accept", "/on-the-way", "/start", "/close")) {
      for (String at :
          List.of(
              "\"2026-03-12T09:00:00\"", "\"now\"", "\"\"", "7", "[]", "\"2300-01-01T00:00Z\"")) {
        RestServer.Reply reply = server.as(Role.ENGINEER).post(VISIT + step, "{\"at\":" + at + "}");
        assertThat(reply.status()).as(step + at).isEqualTo(400);
        assertThat(reply.fields()).as(step + at).containsExactly("at");
      }
    }
    assertThat(server.manager().get(VISIT).json().path("version").asInt()).isEqualTo(1);
  }

  @Test
  public void listIsNarrowedByTime() {
    assertThat(count("from=2026-03-12&to=2026-03-12")).isEqualTo(1);
    assertThat(count("from=2026-03-13")).isZero();
    assertThat(count("to=2026-03-11T00:00:00+03:00")).isZero();
    assertThat(count("kind=EMERGENCY")).isZero();
    assertThat(count("client=romashka&engineer=engineer&state=SCHEDULED")).isEqualTo(1);
  }

  private int count(String filter) {
    return server.manager().get("/api/v1/visits?" + filter).json().path("items").size();
  }
}
