package org.daybook.web.pages.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.daybook.web.pages.board.BoardConfig;
import org.daybook.web.pages.board.BoardServer;
import org.junit.Rule;
import org.junit.Test;

/** What one address may do in a minute. */
public class LoginLimitTest {
  @Rule
  public final BoardServer server = new BoardServer(new BoardConfig("en", "Europe/Moscow", 30));

  @Test
  public void whoTriesTooOftenWaits() {
    for (int i = 0; i < 60; i++) {
      assertThat(server.send(server.anonymous("/login")).statusCode()).isEqualTo(200);
    }
    HttpResponse<String> refused = server.post(server.anonymous("/login"), "login=manager");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(BoardServer.header(refused, "Retry-After")).isEqualTo("1");
    assertThat(refused.body()).contains("Too often");
  }
}
