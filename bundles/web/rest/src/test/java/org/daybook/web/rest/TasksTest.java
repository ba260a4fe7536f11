package org.daybook.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.daybook.api.access.Role;
import org.daybook.api.diary.TaskAction;
import org.daybook.testkit.Examples;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class TasksTest {
  private static final String TASK = "/api/v1/tasks/" + Examples.TASK_ID;

  @Rule public final RestServer server = new RestServer();

  @Before
  public void storeTask() {
    server.parts.store.prepare(
        tx -> tx.tasks().insert(Examples.task().toBuilder().assetId(Examples.ASSET_ID).build()));
  }

  @Test
  public void taskHasEverythingTheContractNames() {
    JsonNode task = server.as(Role.ENGINEER).get(TASK).json();

    for (String member :
        List.of(
            "id",
            "title",
            "state",
            "source",
            "client",
            "asset",
            "visit",
            "priority",
            "dueAt",
            "occurrences",
            "version",
            "carriedOver",
            "promisedSince",
            "minutes",
            "createdAt")) {
      assertThat(task.has(member)).as(member).isTrue();
    }
    assertThat(task.path("client").asText()).isEqualTo("romashka");
    assertThat(task.path("asset").asText()).isEqualTo(Examples.asset().reference());
    assertThat(task.path("id").isTextual()).isTrue();
    assertThat(task.path("version").asLong()).isEqualTo(1);
  }

  @Test
  public void managersAndSupportPutTasksInThroughTheirSources() {
    String body = "{\"client\":\"romashka\",\"title\":\"T\",\"engineer\":\"engineer\"}";

    RestServer.Reply byManager = server.manager().post("/api/v1/tasks", body);
    assertThat(byManager.status()).isEqualTo(201);
    assertThat(byManager.json().path("source").asText()).isEqualTo("managers");
    assertThat(byManager.json().path("engineer").asText()).isEqualTo(Examples.ENGINEER_ID);
    assertThat(byManager.header("Location")).endsWith("/api/v1/tasks/" + byManager.id());

    server.as(Role.SUPPORT).post("/api/v1/tasks", body);
    assertThat(server.parts.intake.lastSource).isEqualTo("remote");
  }

  @Test
  public void taskUnderTheSameExternalIdIsTheSame() {
    String body = "{\"client\":\"romashka\",\"title\":\"T\",\"externalId\":\"42\"}";

    RestServer.Reply first = server.manager().post("/api/v1/tasks", body);
    RestServer.Reply second = server.manager().post("/api/v1/tasks", body);

    assertThat(first.status()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.id()).isEqualTo(first.id());
  }

  @Test
  public void secondOfTwoTabsGetsConflict() {
    assertThat(server.manager().ifMatch(1).patch(TASK, "{\"title\":\"Один\"}").status())
        .isEqualTo(200);

    RestServer.Reply late = server.manager().ifMatch(1).patch(TASK, "{\"title\":\"Два\"}");

    assertThat(late.status()).isEqualTo(409);
    assertThat(late.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(server.manager().get(TASK).json().path("title").asText()).isEqualTo("Один");
    assertThat(server.manager().ifMatch(1).post(TASK + "/start").status()).isEqualTo(409);
    assertThat(server.manager().ifMatch(2).post(TASK + "/start").status()).isEqualTo(200);
    assertThat(server.manager().patch(TASK, "{\"title\":\"x\"}").status()).isEqualTo(428);
  }

  @Test
  public void nullTakesTheDueDateAwayAndNothingElse() {
    server.manager().ifMatch(1).patch(TASK, "{\"dueAt\":null}");
    assertThat(server.parts.diary.lastChange.removeDueAt()).isTrue();

    RestServer.Reply title = server.manager().ifMatch(2).patch(TASK, "{\"title\":null}");
    assertThat(title.status()).isEqualTo(422);
    assertThat(title.fields()).containsExactly("title");
  }

  @Test
  public void everyActionReachesTheDiary() {
    action("start", "{}", new TaskAction.Start());
    action("done", "{\"result\":\"ok\",\"minutes\":5}", null);
    assertThat(server.parts.diary.lastAction)
        .isEqualTo(new TaskAction.Done("ok", java.util.Optional.of(5)));
  }

  @Test
  public void actionsCarryTheirTexts() {
    action("comment", "{\"text\":\"видел\"}", new TaskAction.AddComment("видел"));
    action("time", "{\"minutes\":15}", new TaskAction.LogTime(15));
    action(
        "handover",
        "{\"specialist\":\"specialist\",\"reason\":\"сети\"}",
        new TaskAction.HandOver(Examples.SPECIALIST_ID, "сети"));
    action("accept", "{}", new TaskAction.Accept());
    action("return", "{\"reason\":\"не наше\"}", new TaskAction.GiveBack("не наше"));
    action("carry-over", "{\"reason\":\"нет детали\"}", new TaskAction.CarryOver("нет детали"));
    action("not-done", "{\"reason\":\"нет доступа\"}", new TaskAction.NotDone("нет доступа"));
    action("cancel", "{\"reason\":\"дубль\"}", new TaskAction.Cancel("дубль"));
    action(
        "resolve-remotely",
        "{\"result\":\"перезапуск\"}",
        new TaskAction.ResolveRemotely("перезапуск", java.util.Optional.empty()));
  }

  @Test
  public void actionInTheWrongStateIsConflict() {
    server.manager().post(TASK + "/done");

    RestServer.Reply again = server.manager().post(TASK + "/done");

    assertThat(again.status()).isEqualTo(409);
  }

  @Test
  public void handoverNamesWhoIsMissing() {
    assertThat(server.manager().post(TASK + "/handover", "{\"reason\":\"x\"}").fields())
        .containsExactly("specialist");
  }

  @Test
  public void listIsNarrowedByEveryFilter() {
    assertThat(count("client=romashka")).isEqualTo(1);
    assertThat(count("client=" + Examples.CLIENT_ID)).isEqualTo(1);
    assertThat(count("state=CANCELLED")).isZero();
    assertThat(count("source=nothing")).isZero();
    assertThat(count("visit=nothing")).isZero();
    assertThat(count("engineer=specialist")).isZero();
    assertThat(count("asset=" + Examples.asset().reference())).isEqualTo(1);
  }

  @Test
  public void commentsAreListed() {
    server.parts.store.prepare(tx -> tx.comments().insert(Examples.comment()));

    JsonNode list = server.manager().get(TASK + "/comments").json();

    assertThat(list.path("items")).hasSize(1);
    assertThat(list.path("items").get(0).path("text").asText())
        .isEqualTo(Examples.comment().text());
  }

  @Test
  public void whatIsNotThereIsNotFound() {
    assertThat(server.manager().get("/api/v1/tasks/nothing").status()).isEqualTo(404);
    assertThat(server.manager().post("/api/v1/tasks/nothing/start").status()).isEqualTo(404);
    assertThat(server.manager().get("/api/v1/tasks/a%2Fb").status()).isEqualTo(404);
  }

  private void action(String name, String body, TaskAction expected) {
    RestServer.Reply reply = server.manager().post(TASK + "/" + name, body);
    assertThat(reply.status()).as(name).isEqualTo(200);
    assertThat(reply.id()).isEqualTo(Examples.TASK_ID);
    if (expected != null) {
      assertThat(server.parts.diary.lastAction).isEqualTo(expected);
    }
  }

  private int count(String filter) {
    return server.manager().get("/api/v1/tasks?" + filter).json().path("items").size();
  }
}
