package org.daybook.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.Rule;
import org.junit.Test;

public class HealthTest {
  @Rule public final RestServer server = new RestServer();

  @Test
  public void healthIsUpWhenEverythingIsThere() {
    RestServer.Reply reply = server.anonymous().get("/health");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("status").asText()).isEqualTo("UP");
    assertThat(reply.json().path("parts").path("storage").asText()).isEqualTo("UP");
  }

  @Test
  public void healthNamesEveryMissingPart() {
    server.parts.withoutStorage();

    RestServer.Reply reply = server.anonymous().get("/health");

    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.header("Retry-After")).isEqualTo("10");
    assertThat(reply.json().path("status").asText()).isEqualTo("DOWN");
    assertThat(reply.json().path("missing"))
        .extracting(part -> part.asText())
        .containsExactly("storage", "intake", "reports", "delivery");
  }

  @Test
  public void storageThatCannotBeReadIsMissing() {
    server.parts.store.failing(true);

    RestServer.Reply reply = server.anonymous().get("/health");

    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.json().path("missing"))
        .extracting(part -> part.asText())
        .containsExactly("storage");
  }

  @Test
  public void everythingWorksAgainWhenThePartsComeBack() {
    server.parts.withoutStorage();
    assertThat(server.manager().get("/api/v1/tasks").status()).isEqualTo(503);

    server.parts.complete();

    assertThat(server.anonymous().get("/health").status()).isEqualTo(200);
    assertThat(server.manager().get("/api/v1/tasks").status()).isEqualTo(200);
  }

  @Test
  public void missingPartIsNamedWithTheTimeToComeAgain() {
    server.parts.withoutIntake();

    RestServer.Reply reply =
        server.manager().post("/api/v1/tasks", "{\"client\":\"romashka\",\"title\":\"T\"}");

    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.header("Retry-After")).isEqualTo("10");
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(reply.json().path("detail").asText()).contains("intake");
  }
}
