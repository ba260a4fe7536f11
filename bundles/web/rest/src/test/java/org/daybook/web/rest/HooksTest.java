package org.daybook.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.source.HookAnswer;
import org.daybook.api.source.HookRequest;
import org.junit.Rule;
import org.junit.Test;

public class HooksTest {
  @Rule public final RestServer server = new RestServer();

  @Test
  public void messageGoesToItsHookAsItCame() {
    byte[] body = {1, 2, (byte) 0xff, 0};

    RestServer.Reply reply =
        bearer("hook:signal")
            .with("Content-Type", "application/x-compress-zlib")
            .with("X-Kind", "a")
            .send("POST", "/hooks/signal", body);

    assertThat(reply.status()).isEqualTo(202);
    assertThat(reply.json().path("taken").asInt()).isEqualTo(1);
    HookRequest received = server.parts.intake.received.get(0);
    assertThat(received.body()).isEqualTo(body);
    assertThat(received.mediaType()).isEqualTo("application/x-compress-zlib");
    assertThat(received.header("x-kind")).contains("a");
    assertThat(received.header("Authorization")).isEmpty();
  }

  @Test
  public void messageNeedsNoMediaTypeAndNoBody() {
    assertThat(bearer("hook:*").post("/hooks/signal").status()).isEqualTo(202);
    assertThat(bearer("hook:*").send("POST", "/hooks/signal", new byte[] {7}).status())
        .isEqualTo(202);
  }

  @Test
  public void tokenWorksAsPasswordToo() {
    assertThat(server.as("monit", server.token("hook:signal")).post("/hooks/signal", "{}").status())
        .isEqualTo(202);
    assertThat(server.as("", server.token("hook:*")).post("/hooks/signal", "{}").status())
        .isEqualTo(202);
  }

  @Test
  public void scopeMustNameTheHook() {
    assertThat(bearer("hook:alertmanager", "metrics").post("/hooks/signal", "{}").status())
        .isEqualTo(403);
    assertThat(bearer("hook:*").post("/hooks/nothing", "{}").status()).isEqualTo(404);
    assertThat(server.parts.intake.received).isEmpty();
  }

  @Test
  public void senderWhoseTokenNamesTheHookComesAgainWhileThereIsNone() {
    RestServer.Reply named = bearer("hook:nothing", "hook:*").post("/hooks/nothing", "{}");

    assertThat(named.status()).isEqualTo(503);
    assertThat(named.header("Retry-After")).isEqualTo("10");
    assertThat(named.json().path("detail").asText())
        .isEqualTo("The hook nothing is not there now.");
    assertThat(bearer("hook:signal", "hook:*").post("/hooks/nothing", "{}").status())
        .isEqualTo(404);
  }

  @Test
  public void senderWithoutCredentialsIsToldHowToSendThem() {
    RestServer.Reply reply = server.anonymous().post("/hooks/signal", "{}");

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.header("WWW-Authenticate")).isEqualTo("Basic realm=\"Daybook\"");
  }

  @Test
  public void revokedTokenOpensNothing() {
    RestServer.Reply made =
        server.manager().post("/api/v1/tokens", "{\"name\":\"m\",\"scopes\":[\"hook:*\"]}");
    String secret = made.json().path("secret").asText();
    assertThat(server.as("x", secret).post("/hooks/signal", "{}").status()).isEqualTo(202);

    assertThat(server.manager().send("DELETE", "/api/v1/tokens/" + made.id()).status())
        .isEqualTo(204);

    assertThat(server.as("x", secret).post("/hooks/signal", "{}").status()).isEqualTo(401);
  }

  @Test
  public void malformedMessageIsBadRequestWithItsFields() {
    server.parts.intake.hook =
        () -> {
          throw new InvalidInputException("alerts[1].startsAt", "is no time");
        };

    RestServer.Reply reply = bearer("hook:*").post("/hooks/signal", "{}");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.fields()).containsExactly("alerts[1].startsAt");
  }

  @Test
  public void senderComesAgainWhileSomethingIsMissing() {
    RestServer.Call withStorage = bearer("hook:*");
    server.parts.withoutStorage();
    RestServer.Reply missing = withStorage.post("/hooks/signal", "{}");
    server.parts.complete();
    server.parts.intake.hook =
        () -> {
          throw new UnavailableException("The source does not answer.");
        };
    RestServer.Reply failed = bearer("hook:*").post("/hooks/signal", "{}");

    assertThat(missing.status()).isEqualTo(503);
    assertThat(missing.header("Retry-After")).isEqualTo("10");
    assertThat(missing.json().path("detail").asText()).contains("storage");
    assertThat(failed.status()).isEqualTo(503);
    assertThat(failed.header("Retry-After")).isEqualTo("10");
  }

  @Test
  public void partThatGoesAwayMeanwhileIsNoErrorOfOurs() {
    server.parts.intake.hook =
        () -> {
          server.parts.withoutStorage();
          throw new IllegalStateException("the pool is closed");
        };

    RestServer.Reply reply = bearer("hook:*").post("/hooks/signal", "{}");

    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.header("Retry-After")).isEqualTo("10");
  }

  @Test
  public void answerOfTheHookIsPassedOn() {
    byte[] xml = "<REPLY/>".getBytes(StandardCharsets.UTF_8);
    server.parts.intake.hook = () -> new HookAnswer(200, "application/xml", xml);

    RestServer.Reply reply = bearer("hook:*").with("Accept", "text/html").post("/hooks/signal");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualTo("application/xml");
    assertThat(reply.text()).isEqualTo("<REPLY/>");
  }

  private RestServer.Call bearer(String... scopes) {
    return server.anonymous().with("Authorization", "Bearer " + server.token(scopes));
  }
}
