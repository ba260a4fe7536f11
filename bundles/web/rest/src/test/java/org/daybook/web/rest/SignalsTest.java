package org.daybook.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.daybook.testkit.Examples;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

/** Signals of no known client over REST. */
public class SignalsTest {
  private static final String SIGNALS = "/api/v1/signals";
  private static final String MAPPINGS = "/api/v1/signal-mappings";

  @Rule public final RestServer server = new RestServer();

  @Before
  public void storeSignals() {
    server.parts.store.prepare(
        tx -> {
          for (int i = 1; i <= 2; i++) {
            tx.occurrences()
                .insert(
                    Examples.occurrence().toBuilder()
                        .id("signal-" + i)
                        .externalId("disk-" + i)
                        .clientId(Optional.empty())
                        .assetId(Optional.empty())
                        .taskId(Optional.empty())
                        .clientHint("Romashka HQ")
                        .build());
          }
        });
  }

  @Test
  public void thoseThatWaitAreListedNewestFirst() {
    assertThat(ids("")).containsExactly("signal-2", "signal-1");
    assertThat(ids("?source=rt")).isEmpty();
    assertThat(ids("?state=DISMISSED")).isEmpty();
    JsonNode signal = server.manager().get(SIGNALS + "?limit=1").json().path("items").get(0);
    assertThat(signal.path("client").asText()).isEqualTo("Romashka HQ");
    assertThat(signal.path("state").asText()).isEqualTo("WAITING");
    assertThat(signal.path("clearedAt").isNull()).isTrue();
    assertThat(server.manager().get(SIGNALS + "?state=LOST").status()).isEqualTo(400);
    assertThat(server.manager().get(SIGNALS + "?state=ASSIGNED,WAITING").status()).isEqualTo(400);
    JsonNode one = server.manager().get(SIGNALS + "/signal-1").json();
    assertThat(one.path("externalId").asText()).isEqualTo("disk-1");
    assertThat(one.path("version").asLong()).isEqualTo(1);
    assertThat(server.manager().get(SIGNALS + "/none").status()).isEqualTo(404);
  }

  @Test
  public void aSignalIsAssignedByCodeAndHostnameAndThatIsRemembered() {
    RestServer.Reply reply =
        server
            .manager()
            .ifMatch(1)
            .post(SIGNALS + "/signal-1/assign", "{\"client\": \"romashka\", \"asset\": \"buh-1\"}");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("signals").asInt()).isEqualTo(1);
    assertThat(reply.json().path("tasks").get(0).asText()).isEqualTo(Examples.TASK_ID);
    assertThat(ids("")).containsExactly("signal-2");
    assertThat(ids("?state=ASSIGNED")).containsExactly("signal-1");
    JsonNode mapping = server.manager().get(MAPPINGS).json().path("items").get(0);
    assertThat(mapping.path("clientName").asText()).isEqualTo("romashka hq");
    assertThat(mapping.path("client").asText()).isEqualTo("romashka");
    assertThat(mapping.path("asset").asText()).isEqualTo(Examples.ASSET_ID);
    assertThat(mapping.path("mappedBy").asText()).isEqualTo(Examples.MANAGER_ID);

    String id = mapping.path("id").asText();
    assertThat(server.manager().send("DELETE", MAPPINGS + "/" + id).status()).isEqualTo(204);
    assertThat(server.manager().get(MAPPINGS).json().path("items")).isEmpty();
    assertThat(server.manager().send("DELETE", MAPPINGS + "/none").status()).isEqualTo(404);
  }

  @Test
  public void aSignalIsDismissedWithAReason() {
    RestServer.Reply reply =
        server.manager().post(SIGNALS + "/signal-1/dismiss", "{\"reason\": \"Проверка\"}");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("state").asText()).isEqualTo("DISMISSED");
    assertThat(reply.json().path("dismissal").asText()).isEqualTo("Проверка");
    assertThat(ids("")).containsExactly("signal-2");
    assertThat(ids("?state=DISMISSED")).containsExactly("signal-1");
    assertThat(ids("?state=DISMISSED,WAITING")).containsExactly("signal-2", "signal-1");
    assertThat(
            server
                .manager()
                .post(SIGNALS + "/signal-1/assign", "{\"client\": \"romashka\"}")
                .status())
        .isEqualTo(409);
  }

  @Test
  public void badInputNamesTheFieldAndChangesNothing() {
    refuses("client", SIGNALS + "/signal-1/assign", "{}");
    refuses("client", SIGNALS + "/signal-1/assign", "{\"client\": \"nobody\"}");
    refuses("asset", SIGNALS + "/signal-1/assign", "{\"client\": \"romashka\", \"asset\": \"x\"}");
    refuses("reason", SIGNALS + "/signal-1/dismiss", "{\"reason\": \" \"}");
    assertThat(ids("")).hasSize(2);
    assertThat(
            server.manager().post(SIGNALS + "/none/assign", "{\"client\": \"romashka\"}").status())
        .isEqualTo(404);
    assertThat(
            server
                .manager()
                .ifMatch(9)
                .post(SIGNALS + "/signal-1/dismiss", "{\"reason\": \"x\"}")
                .status())
        .isEqualTo(409);
  }

  private void refuses(String field, String path, String body) {
    RestServer.Reply reply = server.manager().post(path, body);
    assertThat(reply.status()).as(path + body).isBetween(400, 422);
    assertThat(reply.json().path("errors").get(0).path("field").asText()).isEqualTo(field);
  }

  private List<String> ids(String filter) {
    return server.manager().get(SIGNALS + filter).json().path("items").findValuesAsText("id");
  }
}
