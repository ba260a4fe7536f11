package org.daybook.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.daybook.api.access.Role;
import org.daybook.testkit.Examples;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class VisitAssetsTest {
  private static final String ASSETS = "/api/v1/visits/" + Examples.VISIT_ID + "/assets";
  private static final String ASSET = ASSETS + "/" + Examples.ASSET_ID;

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
  public void equipmentIsListedWithItsVerdictAndFaults() {
    JsonNode reply = server.as(Role.ENGINEER).get(ASSETS).json();

    assertThat(reply.path("next").isNull()).isTrue();
    JsonNode line = reply.path("items").get(0);
    assertThat(line.path("id").asText()).isEqualTo(Examples.ASSET_ID);
    assertThat(line.path("name").asText()).isEqualTo(Examples.asset().name());
    assertThat(line.path("verdict").asText()).isEqualTo("RED");
    assertThat(line.path("reasons").get(0).asText()).isEqualTo("Диск заполнен");
    assertThat(line.path("openChecks").asInt()).isEqualTo(2);
    JsonNode fault = line.path("faults").get(0);
    assertThat(fault.path("task").asText()).isEqualTo("task-1");
    assertThat(fault.path("title").asText()).isEqualTo("Диск заполнен");
    assertThat(fault.path("since").asText()).isEqualTo("2026-03-12T06:00:00Z");
  }

  @Test
  public void oneTapAnswersAllChecks() {
    RestServer.Reply reply = server.as(Role.ENGINEER).post(ASSET + "/ok");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("items").get(0).path("state").asText()).isEqualTo("OK");
    assertThat(reply.json().path("items").get(0).path("assetId").asText())
        .isEqualTo(Examples.ASSET_ID);
    assertThat(reply.json().path("next").isNull()).isTrue();
  }

  @Test
  public void oneReasonSkipsAllChecks() {
    RestServer.Reply reply =
        server.as(Role.ENGINEER).post(ASSET + "/skip", "{\"reason\":\"Кабинет закрыт\"}");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("items").get(0).path("state").asText()).isEqualTo("SKIPPED");
    assertThat(reply.json().path("items").get(0).path("reason").asText())
        .isEqualTo("Кабинет закрыт");
  }

  @Test
  public void foundEquipmentIsAddedToTheSiteOnce() {
    String body =
        "{\"kind\":\"WORKSTATION\",\"name\":\"Касса-9\",\"hostname\":\"kassa-9\","
            + "\"inventoryNumber\":\"INV-9\"}";
    RestServer.Reply added =
        server.as(Role.ENGINEER).with("Idempotency-Key", "found-1").post(ASSETS, body);
    RestServer.Reply again =
        server.as(Role.ENGINEER).with("Idempotency-Key", "found-1").post(ASSETS, body);

    assertThat(added.status()).isEqualTo(201);
    assertThat(added.header("Location")).endsWith("/api/v1/assets/" + added.id());
    assertThat(added.json().path("site").asText()).isEqualTo(Examples.SITE_ID);
    assertThat(added.json().path("hostname").asText()).isEqualTo("kassa-9");
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.id()).isEqualTo(added.id());
    assertThat(again.header("Idempotent-Replay")).isEqualTo("true");
  }

  @Test
  public void whatIsGoneIsRetiredForAReason() {
    RestServer.Reply gone =
        server.as(Role.ENGINEER).post(ASSET + "/gone", "{\"reason\":\"Списан\"}");

    assertThat(gone.status()).isEqualTo(200);
    assertThat(gone.json().path("retired").asBoolean()).isTrue();
  }

  @Test
  public void whatIsWrongIsNamed() {
    assertThat(server.manager().post(ASSETS, "{}").fields()).containsExactly("kind", "name");
    assertThat(server.manager().post(ASSETS, "{\"kind\":\"TOASTER\",\"name\":\"x\"}").fields())
        .containsExactly("kind");
    assertThat(server.manager().post(ASSETS, "{\"kind\":1,\"name\":[]}").status()).isEqualTo(400);
    assertThat(server.manager().post(ASSETS).status()).isEqualTo(400);
    assertThat(server.manager().post(ASSET + "/gone", "{}").fields()).containsExactly("reason");
    assertThat(server.manager().post(ASSET + "/gone", "{\"why\":\"x\"}").fields())
        .containsExactly("why");
    assertThat(server.manager().post(ASSET + "/skip", "{}").fields()).containsExactly("reason");
    assertThat(server.manager().post(ASSETS + "/x/skip", "{\"reason\":\"-\"}").status())
        .isEqualTo(404);
    assertThat(server.manager().post(ASSETS + "/x/ok").status()).isEqualTo(404);
    assertThat(server.manager().post("/api/v1/visits/x/assets/y/ok").status()).isEqualTo(404);
    assertThat(server.manager().get("/api/v1/visits/x/assets").status()).isEqualTo(404);
  }

  @Test
  public void onlyThoseOnSiteChangeEquipment() {
    for (Role role : new Role[] {Role.SUPPORT, Role.SPECIALIST}) {
      assertThat(server.as(role).post(ASSET + "/ok").status()).isEqualTo(403);
      assertThat(server.as(role).post(ASSETS, "{}").status()).isEqualTo(403);
      assertThat(server.as(role).post(ASSET + "/skip", "{}").status()).isEqualTo(403);
      assertThat(server.as(role).post(ASSET + "/gone", "{}").status()).isEqualTo(403);
    }
  }
}
