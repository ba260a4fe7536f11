package org.daybook.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.daybook.api.access.Role;
import org.daybook.api.error.FieldError;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.report.ReportState;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.CheckState;
import org.daybook.api.visit.Correction;
import org.daybook.testkit.Examples;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class RevisionsTest {
  private static final String VISIT = "/api/v1/visits/" + Examples.VISIT_ID;
  private static final String REASON = "{\"reason\":\"Принтер всё же починили\"}";

  @Rule public final RestServer server = new RestServer();

  @Before
  public void storeReport() {
    server.parts.store.prepare(
        tx -> {
          tx.visits().insert(Examples.visit());
          tx.reports().insert(Examples.report());
        });
  }

  @Test
  public void correctionMakesTheNextRevision() {
    RestServer.Reply made =
        server
            .manager()
            .post(
                VISIT + "/report/correct",
                "{\"reason\":\"Принтер всё же починили\","
                    + "\"tasks\":[{\"id\":\"task-1\",\"state\":\"DONE\",\"text\":\"Заменён ролик\","
                    + "\"minutes\":40}],"
                    + "\"checks\":[{\"id\":\"check-1\",\"result\":\"PROBLEM\","
                    + "\"description\":\"шумит\",\"action\":\"заменить\"}]}");

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().path("revision").asInt()).isEqualTo(2);
    assertThat(made.json().path("reason").asText()).isEqualTo("Принтер всё же починили");
    assertThat(made.header("Location")).endsWith(VISIT + "/report.json?revision=2");
    Correction asked = server.parts.reports.lastCorrection;
    assertThat(asked.tasks())
        .containsExactly(
            new Correction.TaskCorrection(
                "task-1", TaskState.DONE, "Заменён ролик", Optional.of(40)));
    assertThat(asked.checks().get(0).checkId()).isEqualTo("check-1");
    assertThat(asked.checks().get(0).answer().result()).isEqualTo(CheckState.PROBLEM);
    assertThat(asked.checks().get(0).answer().action()).contains("заменить");
  }

  @Test
  public void oldRevisionsStayReadable() {
    server.manager().post(VISIT + "/report/correct", REASON);

    assertThat(text(".html")).isEqualTo("отчёт html 2");
    assertThat(text(".html?revision=2")).isEqualTo("отчёт html 2");
    assertThat(text(".html?revision=1")).isEqualTo("отчёт html");
    assertThat(text(".txt?revision=1")).isEqualTo("отчёт txt");
    assertThat(text(".pdf?revision=1")).isEqualTo("отчёт pdf");
    assertThat(text(".json?revision=1")).contains("\"revision\":1");
    assertThat(text("?revision=2")).contains("\"revision\":2");
    assertThat(text(".eml?revision=1")).contains("Subject");
    assertThat(server.manager().get(VISIT + "/report.pdf?revision=2").header("Content-Disposition"))
        .contains("report-2026-0001-r2.pdf");
  }

  @Test
  public void revisionThatIsNotThereIsNotFound() {
    for (String format : List.of("", ".json", ".html", ".txt", ".pdf", ".eml")) {
      assertThat(server.manager().get(VISIT + "/report" + format + "?revision=2").status())
          .as(format)
          .isEqualTo(404);
    }
    for (String none : List.of("0", "-1", "x", "1.0", "99999999999")) {
      RestServer.Reply reply = server.manager().get(VISIT + "/report.json?revision=" + none);
      assertThat(reply.status()).as(none).isEqualTo(400);
      assertThat(reply.fields()).as(none).containsExactly("revision");
    }
  }

  @Test
  public void revisionsAreListedWithTheirReasons() {
    server.manager().post(VISIT + "/report/correct", REASON);

    JsonNode items = server.as(Role.ENGINEER).get(VISIT + "/report/revisions").json().path("items");

    assertThat(items.findValuesAsText("revision")).containsExactly("1", "2");
    assertThat(items.get(0).path("reason").isNull()).isTrue();
    assertThat(items.get(1).path("reason").asText()).isEqualTo("Принтер всё же починили");
    assertThat(items.get(0).path("sha256").asText()).isEqualTo(Examples.report().sha256());
    assertThat(server.manager().get("/api/v1/visits/x/report/revisions").status()).isEqualTo(404);
  }

  @Test
  public void everythingThatACorrectionLacksIsNamed() {
    RestServer.Reply reply =
        server
            .manager()
            .post(
                VISIT + "/report/correct",
                "{\"tasks\":[{},null,{\"id\":\"t\",\"state\":\"DONE\",\"text\":\"\"}],"
                    + "\"checks\":[{},null]}");

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.fields())
        .containsExactlyInAnyOrder(
            "reason",
            "tasks[0].id",
            "tasks[0].state",
            "tasks[0].text",
            "tasks[1]",
            "tasks[2].text",
            "checks[0].id",
            "checks[0].result",
            "checks[1]");
    String state = "{\"reason\":\"x\",\"tasks\":[{\"id\":\"t\",\"state\":\"PLANNED\"}]}";
    RestServer.Reply wrong = server.manager().post(VISIT + "/report/correct", state);
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.fields()).containsExactly("tasks[0].state");
    assertThat(server.manager().post(VISIT + "/report/correct").fields()).containsExactly("body");
    assertThat(server.parts.reports.lastCorrection).isNull();
  }

  @Test
  public void whatTheServiceFindsWrongIsNamedAsTheBodyNamesIt() {
    server.parts.reports.refusal =
        new InvalidInputException(
            List.of(
                new FieldError("tasks[0].taskId", "is unknown"),
                new FieldError("checks[1].checkId", "is unknown"),
                new FieldError("checks[1].answer.action", "is required")));

    assertThat(server.manager().post(VISIT + "/report/correct", REASON).fields())
        .containsExactly("tasks[0].id", "checks[1].id", "checks[1].action");
  }

  @Test
  public void ofTwoManagersWhoCorrectTheSameReportTheSecondIsTold() {
    long seen = version();
    assertThat(server.manager().ifMatch(seen).post(VISIT + "/report/correct", REASON).status())
        .isEqualTo(201);

    // The next revision was changed as often as the one that they saw.
    RestServer.Reply late = server.manager().ifMatch(seen).post(VISIT + "/report/correct", REASON);

    assertThat(late.status()).isEqualTo(409);
    assertThat(revisions()).isEqualTo(2);
    assertThat(server.manager().ifMatch(seen).post(VISIT + "/report/send").status()).isEqualTo(409);
    assertThat(server.manager().ifMatch(version()).post(VISIT + "/report/send").status())
        .isEqualTo(200);
  }

  @Test
  public void repeatedCorrectionIsOneRevision() {
    for (int i = 0; i < 3; i++) {
      RestServer.Reply reply =
          server.manager().with("Idempotency-Key", "c-1").post(VISIT + "/report/correct", REASON);
      assertThat(reply.status()).isEqualTo(201);
      assertThat(reply.json().path("revision").asInt()).isEqualTo(2);
    }
    assertThat(revisions()).isEqualTo(2);
  }

  @Test
  public void heldReportIsFoundAndReleased() {
    server.parts.store.prepare(
        tx ->
            tx.reports()
                .insert(
                    Examples.report().toBuilder()
                        .id("report-2")
                        .revision(2)
                        .state(ReportState.HELD)
                        .releasedAt(Optional.empty())
                        .build()));
    JsonNode held = server.manager().get("/api/v1/reports?state=HELD").json().path("items");
    assertThat(held.findValuesAsText("id")).containsExactly("report-2");
    assertThat(held.get(0).path("client").asText()).isEqualTo("romashka");
    assertThat(held.get(0).path("releasedAt").isNull()).isTrue();

    RestServer.Reply sent = server.manager().post(VISIT + "/report/send", "{}");

    assertThat(sent.status()).isEqualTo(200);
    assertThat(sent.json().path("state").asText()).isEqualTo("RELEASED");
    assertThat(sent.json().path("id").asText()).isEqualTo("report-2");
    assertThat(server.manager().get("/api/v1/reports?state=HELD").json().path("items")).isEmpty();
  }

  @Test
  public void reportsAreListedByClientVisitAndState() {
    assertThat(listed("")).isEqualTo(1);
    assertThat(listed("?client=romashka&visit=visit-1&state=RELEASED&number=2026-0001"))
        .isEqualTo(1);
    assertThat(listed("?visit=other")).isZero();
    assertThat(listed("?state=HELD,SUPERSEDED")).isZero();
    assertThat(listed("?number=2026-0002")).isZero();
    assertThat(server.manager().get("/api/v1/reports?state=LOST").fields())
        .containsExactly("state");
    assertThat(server.manager().get("/api/v1/reports?client=nobody").fields())
        .containsExactly("client");
  }

  @Test
  public void visitWithoutReportHasNothingToSend() {
    server.parts.store.prepare(
        tx -> tx.visits().insert(Examples.visit().toBuilder().id("visit-2").build()));

    assertThat(server.manager().post("/api/v1/visits/visit-2/report/send").status()).isEqualTo(409);
    assertThat(server.manager().post("/api/v1/visits/x/report/send").status()).isEqualTo(404);
    assertThat(server.manager().post("/api/v1/visits/visit-2/report/correct", REASON).status())
        .isEqualTo(409);
    assertThat(server.manager().post("/api/v1/visits/x/report/correct", REASON).status())
        .isEqualTo(404);
  }

  private String text(String suffix) {
    RestServer.Reply reply = server.as(Role.SUPPORT).get(VISIT + "/report" + suffix);
    assertThat(reply.status()).as(suffix).isEqualTo(200);
    return reply.text();
  }

  private int listed(String filter) {
    return server.manager().get("/api/v1/reports" + filter).json().path("items").size();
  }

  /** Of the newest revision. */
  private long version() {
    JsonNode items = server.manager().get(VISIT + "/report/revisions").json().path("items");
    return items.get(items.size() - 1).path("version").asLong();
  }

  private int revisions() {
    return server.manager().get(VISIT + "/report/revisions").json().path("items").size();
  }
}
