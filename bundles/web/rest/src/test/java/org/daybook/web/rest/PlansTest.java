package org.daybook.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.daybook.api.access.Role;
import org.daybook.testkit.Examples;
import org.junit.Rule;
import org.junit.Test;

public class PlansTest {
  private static final String PLANS = "/api/v1/plans";
  private static final String ABSENCES = "/api/v1/absences";
  private static final String TERMS = "/api/v1/clients/romashka/terms";

  @Rule public final RestServer server = new RestServer();

  @Test
  public void aMonthIsPlannedShownAndPublished() {
    RestServer.Reply made = propose();
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.header("Location")).endsWith(PLANS + "/" + made.id());
    assertThat(made.json().path("state").asText()).isEqualTo("DRAFT");

    JsonNode plan = server.manager().get(PLANS + "/" + made.id()).json();
    assertThat(plan.path("month").asText()).isEqualTo("2026-12");
    assertThat(plan.path("visits")).hasSize(1);
    assertThat(plan.path("visits").path(0).path("state").asText()).isEqualTo("DRAFT");
    assertThat(plan.path("unmet").path(0).path("client").asText()).isEqualTo("romashka");
    assertThat(plan.path("unmet").path(0).path("wish").asText()).isEqualTo("HOURS");
    assertThat(plan.path("unmet").path(0).path("reason").asText()).isEqualTo("Занято");

    JsonNode listed = server.manager().get(PLANS + "?month=2026-12&state=DRAFT").json();
    assertThat(listed.path("items").findValuesAsText("id")).containsExactly(made.id());
    assertThat(server.manager().get(PLANS + "?month=2026-11").json().path("items")).isEmpty();

    String path = PLANS + "/" + made.id();
    assertThat(server.manager().ifMatch(9).post(path + "/publish").status()).isEqualTo(409);
    assertThat(server.manager().ifMatch(1).post(path + "/replan").status()).isEqualTo(200);
    RestServer.Reply published = server.manager().ifMatch(2).post(path + "/publish");
    assertThat(published.json().path("state").asText()).isEqualTo("PUBLISHED");
    assertThat(published.header("ETag")).isEqualTo("\"3\"");
    assertThat(server.manager().post(path + "/discard").status()).isEqualTo(409);
  }

  @Test
  public void aPlanIsATableAndAPicture() {
    String path = PLANS + "/" + propose().id();
    RestServer.Reply table = server.manager().get(path + ".csv");
    assertThat(table.status()).isEqualTo(200);
    assertThat(table.header("Content-Type")).isEqualTo("text/csv;charset=utf-8");
    assertThat(table.header("Content-Disposition")).contains("plan-2026-12.csv");
    assertThat(table.text()).startsWith("\uFEFFвид,дата");
    RestServer.Reply picture = server.manager().get(path + ".svg");
    assertThat(picture.header("Content-Type")).isEqualTo("image/svg+xml");
    assertThat(picture.header("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(picture.text()).startsWith("<svg");
    assertThat(server.manager().get(PLANS + "/none.csv").status()).isEqualTo(404);
    assertThat(server.manager().get(PLANS + "/.svg").status()).isEqualTo(404);
  }

  @Test
  public void visitsOfADraftAreAddedMovedAndTakenOut() {
    String path = PLANS + "/" + propose().id() + "/visits";
    RestServer.Reply added =
        server
            .manager()
            .post(path, "{\"client\":\"romashka\",\"plannedFor\":\"2026-12-07T09:00:00+03:00\"}");
    assertThat(added.status()).isEqualTo(201);
    assertThat(added.json().path("engineer").asText()).isEqualTo(Examples.ENGINEER_ID);

    String visit = path + "/" + added.id();
    RestServer.Reply moved =
        server
            .manager()
            .ifMatch(1)
            .post(visit + "/move", "{\"plannedFor\":\"2026-12-08T10:00:00+03:00\"}");
    assertThat(moved.json().path("plannedFor").asText()).isEqualTo("2026-12-08T07:00:00Z");
    assertThat(server.manager().ifMatch(1).post(visit + "/move", "{}").status()).isEqualTo(409);
    assertThat(server.manager().send("DELETE", visit).status()).isEqualTo(204);
    assertThat(server.manager().get(path.replace("/visits", "")).json().path("visits")).hasSize(1);
    assertThat(server.manager().send("DELETE", path + "/none").status()).isEqualTo(404);
    assertThat(server.manager().send("DELETE", PLANS + "/other/visits/" + added.id()).status())
        .isEqualTo(404);
  }

  @Test
  public void badInputNamesItsField() {
    assertThat(server.manager().post(PLANS, "{}").fields()).containsExactly("month");
    assertThat(server.manager().post(PLANS, "{\"month\":\"December\"}").fields())
        .containsExactly("month");
    assertThat(server.manager().post(PLANS, "{\"month\":\"9999-12\"}").fields())
        .containsExactly("month");
    assertThat(server.manager().post(PLANS, "{\"month\":\"2026-02\"}").fields())
        .containsExactly("month");
    assertThat(server.manager().get(PLANS + "?month=x").fields()).containsExactly("month");
    String visits = PLANS + "/" + propose().id() + "/visits";
    assertThat(server.manager().post(visits, "{}").fields())
        .containsExactlyInAnyOrder("client", "plannedFor");
    assertThat(
            server
                .manager()
                .post(
                    visits,
                    "{\"client\":\"romashka\",\"site\":\"x\",\"engineer\":\"y\","
                        + "\"plannedFor\":\"2026-12-07T09:00:00Z\"}")
                .fields())
        .containsExactlyInAnyOrder("site", "engineer");
    assertThat(server.manager().post(ABSENCES, "{}").fields())
        .containsExactlyInAnyOrder("staff", "from", "until", "reason");
    assertThat(
            server
                .manager()
                .post(
                    ABSENCES,
                    "{\"staff\":\"engineer\",\"from\":\"2026-12-32\",\"until\":\"2026-12-31\","
                        + "\"reason\":\"x\"}")
                .fields())
        .containsExactly("from");
    assertThat(server.manager().ifMatch(0).put(TERMS, "{\"earliest\":\"nine\"}").fields())
        .containsExactly("earliest");
    assertThat(server.manager().ifMatch(0).put(TERMS, "{\"closedDays\":[\"soon\"]}").fields())
        .containsExactly("closedDays");
    assertThat(server.manager().ifMatch(0).put(TERMS, "{\"closedDays\":[null]}").fields())
        .containsExactly("closedDays");
    assertThat(server.manager().ifMatch(0).put(TERMS, "{\"weekdays\":[null]}").fields())
        .containsExactly("weekdays");
    assertThat(server.manager().ifMatch(0).put(TERMS, "{\"weekdays\":[\"FUNDAY\"]}").status())
        .isEqualTo(400);
  }

  @Test
  public void termsAreReadAndChanged() {
    RestServer.Reply none = server.manager().get(TERMS);
    assertThat(none.header("ETag")).isEqualTo("\"0\"");
    assertThat(server.manager().put(TERMS, "{}").status()).isEqualTo(428);
    String body =
        """
        {"visitsPerMonth":2,"reason":"стройка","weekdays":["TUESDAY"],"earliest":"10:00",
         "latest":"15:30","closedDays":["2026-12-31"],"pattern":"FREQ=MONTHLY;BYDAY=1MO",
         "patternTime":"11:00"}""";
    RestServer.Reply set = server.manager().ifMatch(0).put(TERMS, body);
    assertThat(set.status()).isEqualTo(200);
    JsonNode terms = server.manager().get("/api/v1/clients/client-romashka/terms").json();
    assertThat(terms.path("client").asText()).isEqualTo("romashka");
    assertThat(terms.path("visitsPerMonth").asInt()).isEqualTo(2);
    assertThat(terms.path("weekdays").path(0).asText()).isEqualTo("TUESDAY");
    assertThat(terms.path("latest").asText()).isEqualTo("15:30");
    assertThat(terms.path("closedDays").path(0).asText()).isEqualTo("2026-12-31");
    assertThat(terms.path("pattern").asText()).isEqualTo("FREQ=MONTHLY;BYDAY=1MO");
    assertThat(server.manager().ifMatch(0).put(TERMS, body).status()).isEqualTo(409);
    assertThat(server.manager().get("/api/v1/clients/nobody/terms").status()).isEqualTo(404);
  }

  @Test
  public void theNormSaysWhy() {
    JsonNode norm = server.manager().get("/api/v1/clients/romashka/norm").json();
    assertThat(norm.path("visits").asInt()).isEqualTo(3);
    assertThat(norm.path("devices").asInt()).isEqualTo(25);
    assertThat(norm.path("why").asText()).isEqualTo("25 устройств");
  }

  @Test
  public void absencesAreNotedListedAndTakenBack() {
    RestServer.Reply added =
        server
            .manager()
            .post(
                ABSENCES,
                "{\"staff\":\"engineer\",\"from\":\"2026-12-01\",\"until\":\"2026-12-07\","
                    + "\"reason\":\"отпуск\"}");
    assertThat(added.status()).isEqualTo(201);
    assertThat(added.json().path("staffName").asText()).isEqualTo("Пётр Одуванчиков");
    String all = ABSENCES + "?staff=engineer&from=2026-12-07&to=2026-12-31";
    assertThat(server.manager().get(all).json().path("items").findValuesAsText("id"))
        .containsExactly(added.id());
    assertThat(server.manager().get(ABSENCES + "?from=2026-12-08").json().path("items")).isEmpty();
    assertThat(server.manager().send("DELETE", ABSENCES + "/" + added.id()).status())
        .isEqualTo(204);
    assertThat(server.manager().get(all).json().path("items")).isEmpty();
  }

  @Test
  public void onlyTheOfficePlans() {
    List<String> routes =
        List.of(
            "GET " + PLANS,
            "POST " + PLANS,
            "GET " + PLANS + "/x",
            "GET " + PLANS + "/x.csv",
            "GET " + PLANS + "/x.svg",
            "POST " + PLANS + "/x/publish",
            "POST " + PLANS + "/x/replan",
            "POST " + PLANS + "/x/discard",
            "POST " + PLANS + "/x/visits",
            "POST " + PLANS + "/x/visits/y/move",
            "DELETE " + PLANS + "/x/visits/y",
            "GET " + TERMS,
            "PUT " + TERMS,
            "GET /api/v1/clients/romashka/norm",
            "GET " + ABSENCES,
            "POST " + ABSENCES,
            "DELETE " + ABSENCES + "/x");
    for (String route : routes) {
      String[] parts = route.split(" ", 2);
      for (Role role : Role.values()) {
        boolean office = role == Role.ADMIN || role == Role.MANAGER;
        int status = server.as(role).send(parts[0], parts[1]).status();
        assertThat(status != 403).as(route + " " + role).isEqualTo(office);
      }
    }
  }

  @Test
  public void districtsAndTheLengthOfADayAreMasterData() {
    String site = "/api/v1/sites/" + Examples.SITE_ID;
    assertThat(
            server
                .manager()
                .ifMatch(1)
                .patch(site, "{\"district\":\"Северный\"}")
                .json()
                .path("district")
                .asText())
        .isEqualTo("Северный");
    String engineer = "/api/v1/staff/" + Examples.ENGINEER_ID;
    assertThat(
            server
                .manager()
                .ifMatch(1)
                .patch(engineer, "{\"dayMinutes\":240}")
                .json()
                .path("dayMinutes")
                .asInt())
        .isEqualTo(240);
  }

  private RestServer.Reply propose() {
    return server.manager().post(PLANS, "{\"month\":\"2026-12\"}");
  }
}
