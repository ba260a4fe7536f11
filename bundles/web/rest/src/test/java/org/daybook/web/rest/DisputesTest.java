package org.daybook.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daybook.api.access.Role;
import org.daybook.api.dispute.DisputeAction;
import org.daybook.api.dispute.Penalty;
import org.daybook.testkit.Examples;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class DisputesTest {
  private static final String DISPUTES = "/api/v1/disputes";
  private static final String DISPUTE = DISPUTES + "/dispute-1";
  private static final String OUTCOME = "{\"outcome\":\"Вы правы, забыли.\"}";

  @Rule public final RestServer server = new RestServer();

  @Before
  public void storeDispute() {
    server.parts.store.prepare(
        tx -> {
          tx.visits().insert(Examples.visit());
          tx.tasks().insert(Examples.task());
          tx.disputes().insert(Examples.dispute());
          tx.disputes()
              .insert(
                  Examples.dispute().toBuilder()
                      .id("dispute-2")
                      .externalId("form-2")
                      .engineerId("staff-other")
                      .build());
        });
  }

  @Test
  public void disputeSaysWhoMissesWhatAndWhatIsDoneAboutIt() {
    JsonNode dispute = server.manager().get(DISPUTE).json();

    assertThat(dispute.path("client").asText()).isEqualTo("romashka");
    assertThat(dispute.path("contactName").asText()).isEqualTo("Анна Лютикова");
    assertThat(dispute.path("engineerName").asText()).isEqualTo("Пётр Одуванчиков");
    assertThat(dispute.path("task").asText()).isEqualTo(Examples.TASK_ID);
    assertThat(dispute.path("taskState").asText()).isEqualTo("NEW");
    assertThat(dispute.path("state").asText()).isEqualTo("OPENED");
    assertThat(dispute.path("penalty").isNull()).isTrue();
  }

  @Test
  public void disputeGoesFromReviewToPenalty() {
    act("/review", null, DisputeAction.Review.class, "UNDER_REVIEW");
    act("/uphold", OUTCOME, DisputeAction.Uphold.class, "UPHELD");
    JsonNode proposed =
        act(
            "/penalty",
            "{\"kind\":\"DEDUCTION\",\"amount\":1500.50,\"currency\":\"RUB\"}",
            DisputeAction.ProposePenalty.class,
            "UPHELD");
    assertThat(proposed.path("penalty").path("amount").decimalValue())
        .isEqualByComparingTo("1500.50");
    assertThat(server.parts.disputes.lastAction)
        .isEqualTo(
            new DisputeAction.ProposePenalty(
                Penalty.Kind.DEDUCTION,
                Optional.of(new BigDecimal("1500.50")),
                Optional.of("RUB"),
                ""));
    JsonNode applied = act("/penalty/apply", "{}", DisputeAction.ApplyPenalty.class, "UPHELD");
    assertThat(applied.path("penalty").path("state").asText()).isEqualTo("APPLIED");
    JsonNode waived =
        act(
            "/penalty/waive",
            "{\"reason\":\"впервые\"}",
            DisputeAction.WaivePenalty.class,
            "UPHELD");
    assertThat(waived.path("penalty").path("state").asText()).isEqualTo("WAIVED");
    act("/reject", OUTCOME, DisputeAction.Reject.class, "REJECTED");
    act(
        "/withdraw",
        "{\"reason\":\"клиент нашёл задачу\"}",
        DisputeAction.Withdraw.class,
        "WITHDRAWN");
  }

  @Test
  public void engineerSeesAndAnswersOnlyTheirOwn() {
    assertThat(ids(server.as(Role.ENGINEER).get(DISPUTES))).containsExactly("dispute-1");
    assertThat(ids(server.as(Role.ENGINEER).get(DISPUTES + "?engineer=engineer")))
        .containsExactly("dispute-1");
    assertThat(server.as(Role.ENGINEER).get(DISPUTES + "?engineer=manager").status())
        .isEqualTo(403);
    assertThat(server.as(Role.ENGINEER).get(DISPUTE).status()).isEqualTo(200);
    assertThat(server.as(Role.ENGINEER).get(DISPUTES + "/dispute-2").status()).isEqualTo(403);
    String statement = "{\"text\":\"Принтера не было на месте\"}";
    RestServer.Reply answered = server.as(Role.ENGINEER).post(DISPUTE + "/answer", statement);
    assertThat(answered.json().path("answer").asText()).isEqualTo("Принтера не было на месте");
    assertThat(server.as(Role.ENGINEER).post(DISPUTES + "/dispute-2/answer", statement).status())
        .isEqualTo(403);
    assertThat(ids(server.manager().get(DISPUTES))).containsExactly("dispute-2", "dispute-1");
  }

  @Test
  public void everyRoleMayDoWhatIsTheirsAndNoMore() {
    Map<String, List<Role>> allowed =
        Map.of(
            "GET ", List.of(Role.ADMIN, Role.MANAGER, Role.ENGINEER),
            "GET /dispute-1", List.of(Role.ADMIN, Role.MANAGER, Role.ENGINEER),
            "POST /dispute-1/answer", List.of(Role.ADMIN, Role.MANAGER, Role.ENGINEER),
            "POST ", List.of(Role.ADMIN, Role.MANAGER),
            "POST /dispute-1/review", List.of(Role.ADMIN, Role.MANAGER),
            "POST /dispute-1/uphold", List.of(Role.ADMIN, Role.MANAGER),
            "POST /dispute-1/reject", List.of(Role.ADMIN, Role.MANAGER),
            "POST /dispute-1/withdraw", List.of(Role.ADMIN, Role.MANAGER),
            "POST /dispute-1/penalty/apply", List.of(Role.ADMIN, Role.MANAGER),
            "POST /dispute-1/penalty/waive", List.of(Role.ADMIN, Role.MANAGER));
    allowed.forEach(
        (route, roles) -> {
          String[] parts = route.split(" ", 2);
          for (Role role : Role.values()) {
            int status = server.as(role).send(parts[0], DISPUTES + parts[1]).status();
            assertThat(status != 403).as(route + " " + role).isEqualTo(roles.contains(role));
          }
        });
  }

  @Test
  public void managerOpensADisputeForAClientWhoCalled() {
    String body = "{\"visit\":\"visit-1\",\"title\":\"Нет сканера\",\"externalId\":\"call-7\"}";

    RestServer.Reply first = server.manager().post(DISPUTES, body);
    RestServer.Reply second = server.manager().post(DISPUTES, body);

    assertThat(first.status()).isEqualTo(201);
    assertThat(first.header("Location")).endsWith(DISPUTES + "/" + first.id());
    assertThat(first.json().path("title").asText()).isEqualTo("Нет сканера");
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(server.manager().post(DISPUTES, "{}").fields()).containsExactly("visit");
    assertThat(server.manager().post(DISPUTES, "{\"visit\":\"x\",\"title\":\"y\"}").fields())
        .containsExactly("visit");
    assertThat(server.manager().post(DISPUTES, "{\"visit\":\"visit-1\"}").fields())
        .containsExactly("title");
  }

  @Test
  public void badPenaltyNamesItsField() {
    assertThat(penalty("{}").fields()).containsExactly("kind");
    assertThat(penalty("{\"kind\":\"FINE\"}").fields()).containsExactly("kind");
    assertThat(penalty("{\"kind\":\"DEDUCTION\",\"amount\":\"1500\"}").fields())
        .containsExactly("amount");
    for (String monster : List.of("1e999999999", "1e-999999999", "1e2147483647")) {
      assertThat(penalty("{\"kind\":\"DEDUCTION\",\"amount\":" + monster + "}").fields())
          .as(monster)
          .containsExactly("amount");
    }
  }

  @Test
  public void secondOfTwoManagersIsTold() {
    assertThat(server.manager().ifMatch(1).post(DISPUTE + "/review").status()).isEqualTo(200);

    assertThat(server.manager().ifMatch(1).post(DISPUTE + "/uphold", OUTCOME).status())
        .isEqualTo(409);
    assertThat(server.manager().ifMatch(1).post(DISPUTE + "/uphold", "{}").status()).isEqualTo(409);
    assertThat(server.manager().ifMatch(1).post(DISPUTE + "/penalty", "{}").status())
        .isEqualTo(409);
    RestServer.Reply seen = server.manager().ifMatch(2).post(DISPUTE + "/uphold", OUTCOME);
    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.header("ETag")).isEqualTo("\"3\"");
  }

  @Test
  public void listIsNarrowed() {
    assertThat(ids(server.manager().get(DISPUTES + "?client=romashka&visit=visit-1&state=OPENED")))
        .hasSize(2);
    assertThat(ids(server.manager().get(DISPUTES + "?state=CLOSED"))).isEmpty();
    assertThat(ids(server.manager().get(DISPUTES + "?visit=other"))).isEmpty();
    assertThat(ids(server.manager().get(DISPUTES + "?engineer=engineer")))
        .containsExactly("dispute-1");
    assertThat(ids(server.manager().get(DISPUTES + "?task=other"))).isEmpty();
    assertThat(server.manager().get(DISPUTES + "?state=LOST").fields()).containsExactly("state");
    assertThat(server.manager().get(DISPUTES + "/x").status()).isEqualTo(404);
    assertThat(server.manager().post(DISPUTES + "/x/review").status()).isEqualTo(404);
    assertThat(server.manager().post(DISPUTES + "/x/penalty", "{}").status()).isEqualTo(404);
    assertThat(server.manager().post(DISPUTES + "/x/uphold", "{}").status()).isEqualTo(404);
  }

  private JsonNode act(
      String verb, String body, Class<? extends DisputeAction> action, String state) {
    RestServer.Reply reply =
        body == null
            ? server.manager().post(DISPUTE + verb)
            : server.manager().post(DISPUTE + verb, body);
    assertThat(reply.status()).as(verb).isEqualTo(200);
    assertThat(server.parts.disputes.lastAction).isInstanceOf(action);
    assertThat(reply.json().path("state").asText()).as(verb).isEqualTo(state);
    return reply.json();
  }

  private RestServer.Reply penalty(String body) {
    return server.manager().post(DISPUTE + "/penalty", body);
  }

  private static List<String> ids(RestServer.Reply list) {
    return list.json().path("items").findValuesAsText("id");
  }
}
