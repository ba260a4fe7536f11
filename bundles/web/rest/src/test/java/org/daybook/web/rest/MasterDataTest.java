package org.daybook.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.daybook.api.access.Role;
import org.daybook.testkit.Examples;
import org.junit.Rule;
import org.junit.Test;

public class MasterDataTest {
  @Rule public final RestServer server = new RestServer();

  @Test
  public void clientIsAddedReadChangedAndListed() {
    RestServer.Reply added =
        server
            .manager()
            .post(
                "/api/v1/clients",
                "{\"code\":\"lutik\",\"name\":\"ООО «Лютик»\",\"plan\":\"PREMIUM\","
                    + "\"engineer\":\"engineer\",\"manager\":\""
                    + Examples.MANAGER_ID
                    + "\"}");
    assertThat(added.status()).isEqualTo(201);
    assertThat(added.header("Location")).endsWith("/api/v1/clients/" + added.id());
    assertThat(added.header("ETag")).isEqualTo("\"1\"");
    assertThat(added.json().path("language").asText()).isEqualTo("ru");
    assertThat(added.json().path("zone").asText()).isEqualTo("Europe/Moscow");
    assertThat(added.json().path("engineer").asText()).isEqualTo(Examples.ENGINEER_ID);
    assertThat(added.json().path("engineerName").asText()).isEqualTo("Пётр Одуванчиков");

    RestServer.Reply byCode = server.manager().get("/api/v1/clients/lutik");
    assertThat(byCode.json()).isEqualTo(added.json());

    RestServer.Reply put =
        server
            .manager()
            .ifMatch(1)
            .put(
                "/api/v1/clients/lutik",
                "{\"code\":\"lutik\",\"name\":\"Лютик\",\"plan\":\"BASIC\",\"language\":\"en\"}");
    assertThat(put.status()).isEqualTo(200);
    assertThat(put.header("ETag")).isEqualTo("\"2\"");
    assertThat(put.json().path("engineer").isNull()).isTrue();
    assertThat(put.json().path("language").asText()).isEqualTo("en");

    JsonNode list = server.manager().get("/api/v1/clients?code=lutik").json();
    assertThat(list.path("items")).hasSize(1);
    assertThat(list.path("next").isNull()).isTrue();
  }

  @Test
  public void patchChangesOnlyWhatItNames() {
    RestServer.Reply patched =
        server.manager().ifMatch(1).patch("/api/v1/clients/romashka", "{\"plan\":\"BASIC\"}");

    assertThat(patched.status()).isEqualTo(200);
    assertThat(patched.json().path("plan").asText()).isEqualTo("BASIC");
    assertThat(patched.json().path("name").asText()).isEqualTo(Examples.client().name());
    assertThat(patched.json().path("engineer").asText())
        .isEqualTo(Examples.client().engineerId().orElse(""));
  }

  @Test
  public void changeNeedsTheVersionThatWasSeen() {
    String body = "{\"client\":\"romashka\",\"name\":\"Склад\",\"address\":\"Тверь\"}";
    String site = "/api/v1/sites/" + Examples.SITE_ID;

    assertThat(server.manager().put(site, body).status()).isEqualTo(428);
    assertThat(server.manager().patch(site, "{\"name\":\"X\"}").status()).isEqualTo(428);
    assertThat(server.manager().ifMatch(7).put(site, body).status()).isEqualTo(409);
    // Whoever saw an older version is told so first, whatever else is wrong.
    assertThat(server.manager().ifMatch(7).put(site, "{\"client\":\"nobody\"}").status())
        .isEqualTo(409);
    assertThat(server.manager().ifMatch(7).patch(site, "{\"client\":\"nobody\"}").status())
        .isEqualTo(409);
    assertThat(server.manager().ifMatch(1).put(site, body).status()).isEqualTo(200);
    assertThat(server.manager().ifMatch(1).put(site, body).status()).isEqualTo(409);
    assertThat(server.manager().get(site).json().path("version").asInt()).isEqualTo(2);
  }

  @Test
  public void missingFieldsAreAllNamed() {
    assertThat(server.manager().post("/api/v1/clients", "{}").fields())
        .containsExactly("code", "name", "plan");
    assertThat(server.manager().post("/api/v1/sites", "{}").fields())
        .containsExactly("client", "name", "address");
    assertThat(server.manager().post("/api/v1/assets", "{\"client\":\"nobody\"}").fields())
        .containsExactly("client", "kind", "name");
    assertThat(server.manager().post("/api/v1/staff", "{}").fields())
        .containsExactly("name", "role");
  }

  @Test
  public void oddLanguageAndZoneAreNamed() {
    RestServer.Reply reply =
        server
            .manager()
            .post(
                "/api/v1/clients",
                "{\"code\":\"a\",\"name\":\"A\",\"plan\":\"BASIC\",\"language\":\"de\","
                    + "\"zone\":\"Moscow\"}");

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.fields()).containsExactly("language", "zone");
  }

  @Test
  public void equipmentGoesToTheOnlySite() {
    RestServer.Reply added =
        server
            .manager()
            .post(
                "/api/v1/assets",
                "{\"client\":\"romashka\",\"kind\":\"PRINTER\",\"name\":\"МФУ\","
                    + "\"inventoryNumber\":\"0077\"}");

    assertThat(added.status()).isEqualTo(201);
    assertThat(added.json().path("site").asText()).isEqualTo(Examples.SITE_ID);
    assertThat(added.json().path("hostname").isNull()).isTrue();
    assertThat(
            server
                .manager()
                .get("/api/v1/assets?client=romashka&reference=0077")
                .json()
                .path("items"))
        .hasSize(1);
  }

  @Test
  public void contactsAndProjectsAreKept() {
    RestServer.Reply contact =
        server
            .manager()
            .post(
                "/api/v1/contacts",
                "{\"client\":\"romashka\",\"name\":\"Анна\",\"email\":\"anna@romashka.test\","
                    + "\"reportRecipient\":true}");
    RestServer.Reply project =
        server
            .manager()
            .post(
                "/api/v1/projects",
                "{\"client\":\"romashka\",\"title\":\"Сервер\","
                    + "\"dueAt\":\"2026-12-01T10:00:00+03:00\"}");

    assertThat(contact.status()).isEqualTo(201);
    assertThat(contact.json().path("reportRecipient").asBoolean()).isTrue();
    assertThat(project.status()).isEqualTo(201);
    assertThat(project.json().path("dueAt").asText()).isEqualTo("2026-12-01T07:00:00Z");
    RestServer.Reply changed =
        server
            .manager()
            .ifMatch(1)
            .patch("/api/v1/projects/" + project.id(), "{\"state\":\"FINISHED\",\"dueAt\":null}");
    assertThat(changed.json().path("state").asText()).isEqualTo("FINISHED");
    assertThat(changed.json().path("dueAt").isNull()).isTrue();
    assertThat(changed.json().path("createdAt")).isEqualTo(project.json().path("createdAt"));
  }

  @Test
  public void memberOfStaffChoosesHowNoticesCome() {
    String someone = "{\"name\":\"Яна Новикова\",\"role\":\"MANAGER\"%s}";
    RestServer.Reply member = server.manager().post("/api/v1/staff", someone.formatted(""));
    assertThat(member.json().path("noticeMail").asText()).isEqualTo("AT_ONCE");
    String path = "/api/v1/staff/" + member.id();
    String digest = "{\"noticeMail\":\"DAILY_DIGEST\"}";
    RestServer.Reply changed = server.manager().ifMatch(1).patch(path, digest);
    assertThat(changed.json().path("noticeMail").asText()).isEqualTo("DAILY_DIGEST");
    assertThat(changed.json().path("name").asText()).isEqualTo("Яна Новикова");
    RestServer.Reply wrong = server.manager().ifMatch(2).patch(path, "{\"noticeMail\":\"HOURLY\"}");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.fields()).containsExactly("noticeMail");
    assertThat(server.manager().get(path).json().path("noticeMail").asText())
        .isEqualTo("DAILY_DIGEST");
  }

  @Test
  public void memberOfStaffGetsLoginAndPassword() {
    RestServer.Reply member =
        server
            .as(Role.ADMIN)
            .post("/api/v1/staff", "{\"name\":\"Яна Новикова\",\"role\":\"ENGINEER\"}");
    String path = "/api/v1/staff/" + member.id();
    assertThat(server.manager().get(path + "/account").status()).isEqualTo(404);
    RestServer.Reply weak =
        server.as(Role.ADMIN).post(path + "/account", "{\"login\":\"yana\",\"password\":\"x\"}");
    assertThat(weak.status()).isEqualTo(422);
    assertThat(weak.fields()).containsExactly("password");

    RestServer.Reply account =
        server
            .as(Role.ADMIN)
            .post(path + "/account", "{\"login\":\"yana\",\"password\":\"long enough one\"}");

    assertThat(account.status()).isEqualTo(201);
    assertThat(account.text()).doesNotContain("long enough", "hash");
    assertThat(server.manager().get("/api/v1/staff/yana").json().path("login").asText())
        .isEqualTo("yana");
    assertThat(server.as("yana", "long enough one").get("/api/v1/tasks").status()).isEqualTo(200);
    assertThat(
            server
                .as(Role.ADMIN)
                .post(path + "/password", "{\"password\":\"another long one\"}")
                .status())
        .isEqualTo(200);
    assertThat(server.as("yana", "long enough one").get("/api/v1/tasks").status()).isEqualTo(401);
  }

  @Test
  public void listsComeInParts() {
    for (int i = 0; i < 5; i++) {
      server
          .manager()
          .post(
              "/api/v1/sites",
              "{\"client\":\"romashka\",\"name\":\"Офис " + i + "\",\"address\":\"Тула\"}");
    }

    JsonNode first = server.manager().get("/api/v1/sites?limit=4").json();
    JsonNode second =
        server.manager().get("/api/v1/sites?limit=4&after=" + first.path("next").asText()).json();

    assertThat(first.path("items")).hasSize(4);
    assertThat(second.path("items")).hasSize(2);
    assertThat(second.path("next").isNull()).isTrue();
    assertThat(second.path("items").findValuesAsText("id"))
        .doesNotContainAnyElementsOf(first.path("items").findValuesAsText("id"));
  }

  @Test
  public void tokensAreListedWithoutSecrets() {
    server.token("metrics");

    JsonNode list = server.manager().get("/api/v1/tokens").json();

    assertThat(list.path("items").get(0).path("scopes").get(0).asText()).isEqualTo("metrics");
    assertThat(list.path("items").get(0).path("secret").isNull()).isTrue();
    assertThat(list.toString()).doesNotContain("hash");
  }
}
