package org.daybook.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.daybook.api.access.Role;
import org.daybook.testkit.Examples;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

/** What was fixed from afar, what happened to a task, and what is mine. */
public class FieldWorkTest {
  private static final String FIXES = "/api/v1/remote-fixes";
  private static final String TASK = "/api/v1/tasks/" + Examples.task().id();

  @Rule public final RestServer server = new RestServer();

  @Before
  public void storeTask() {
    server.parts.store.prepare(
        tx -> {
          tx.visits().insert(Examples.visit());
          tx.tasks()
              .insert(
                  Examples.task().toBuilder()
                      .engineerId(Examples.ENGINEER_ID)
                      .specialistId(Examples.SPECIALIST_ID)
                      .build());
        });
  }

  @Test
  public void aRemoteFixIsATaskOfItsSource() {
    String body =
        "{\"client\":\"romashka\",\"title\":\"Не печатает\",\"result\":\"Включили\","
            + "\"minutes\":10}";
    RestServer.Reply added = server.as(Role.SUPPORT).post(FIXES, body);

    assertThat(added.status()).isEqualTo(201);
    assertThat(added.header("Location")).endsWith("/api/v1/tasks/" + added.id());
    assertThat(added.json().path("source").asText()).isEqualTo("remote");
    assertThat(added.json().path("client").asText()).isEqualTo("romashka");
    assertThat(
            server
                .as(Role.ENGINEER)
                .post(FIXES, body.replace("romashka", Examples.CLIENT_ID))
                .status())
        .isEqualTo(201);
  }

  @Test
  public void whatIsWrongWithARemoteFixIsNamed() {
    assertThat(server.manager().post(FIXES, "{}").fields()).containsExactly("client", "title");
    assertThat(
            server
                .manager()
                .post(FIXES, "{\"client\":\"x\",\"title\":\"y\",\"minutes\":\"ten\"}")
                .fields())
        .containsExactly("minutes");
    assertThat(server.manager().post(FIXES, "{\"client\":\"x\",\"title\":\"y\"}").fields())
        .containsExactly("client");
    assertThat(server.manager().post(FIXES).status()).isEqualTo(400);
    assertThat(server.as(Role.SPECIALIST).post(FIXES, "{}").status()).isEqualTo(403);
  }

  @Test
  public void theHistoryOfATaskIsToldInOrder() {
    JsonNode reply = server.as(Role.ENGINEER).get(TASK + "/history").json();

    assertThat(reply.path("next").isNull()).isTrue();
    JsonNode first = reply.path("items").get(0);
    assertThat(first.path("at").asText()).isEqualTo("2026-03-12T06:00:00Z");
    assertThat(first.path("who").asText()).isEqualTo("source:monitoring");
    assertThat(first.path("event").asText()).isEqualTo("CREATED");
    assertThat(first.path("from").isNull()).isTrue();
    assertThat(first.path("to").asText()).isEqualTo("NEW");
    JsonNode second = reply.path("items").get(1);
    assertThat(second.path("text").asText()).isEqualTo("Посмотрю");
    assertThat(second.path("changes")).isEmpty();
    JsonNode changes = reply.path("items").get(2).path("changes");
    assertThat(changes.findValuesAsText("field")).containsExactly("priority", "engineer");
    assertThat(changes.get(0).path("from").asText()).isEqualTo("LOW");
    assertThat(changes.get(0).path("to").asText()).isEqualTo("HIGH");
    assertThat(changes.get(1).path("from").isNull()).isTrue();
    assertThat(changes.get(1).path("to").asText()).isEqualTo("Савва Лопухов");
    assertThat(server.manager().get("/api/v1/tasks/none/history").status()).isEqualTo(404);
  }

  @Test
  public void meIsWhoeverAsks() {
    assertThat(count(Role.SPECIALIST, "/api/v1/tasks?specialist=me")).isEqualTo(1);
    assertThat(count(Role.ENGINEER, "/api/v1/tasks?specialist=me")).isZero();
    assertThat(count(Role.ENGINEER, "/api/v1/tasks?engineer=me")).isEqualTo(1);
    assertThat(count(Role.MANAGER, "/api/v1/tasks?engineer=me")).isZero();
    assertThat(count(Role.ENGINEER, "/api/v1/visits?engineer=me")).isEqualTo(1);
    assertThat(count(Role.SUPPORT, "/api/v1/visits?engineer=me")).isZero();
  }

  private int count(Role role, String path) {
    return server.as(role).get(path).json().path("items").size();
  }
}
