package org.daybook.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.SoftAssertions;
import org.daybook.api.access.NewSession;
import org.daybook.api.access.Role;
import org.daybook.testkit.Examples;
import org.daybook.web.rest.access.Route;
import org.daybook.web.rest.access.Routes;
import org.daybook.web.rest.fake.FakeAccounts;
import org.junit.Rule;
import org.junit.Test;

/** What a browser may do that was logged in on a page. */
public class SessionsTest {
  private static final String TASK = "{\"client\":\"romashka\",\"title\":\"Заменить тонер\"}";

  @Rule public final RestServer server = new RestServer();

  private final SoftAssertions softly = new SoftAssertions();

  @Test
  public void everyRouteLetsPassItsRolesInASession() {
    for (Route route : new Routes().all()) {
      if (route.guard() == Route.Guard.ACCOUNT) {
        for (Role role : Role.values()) {
          // One each: some of the routes end it
          int status = call(withKey(begin(role)), route);
          String what = route.method() + " " + route.template() + " by " + role;
          if (route.roles().contains(role)) {
            softly.assertThat(status).as(what).isNotIn(401, 403, 405).isLessThan(500);
          } else {
            softly.assertThat(status).as(what).isEqualTo(403);
          }
        }
      }
    }
    softly.assertAll();
  }

  @Test
  public void noChangeIsMadeWithoutTheKeyOfTheSession() {
    NewSession session = begin(Role.ADMIN);
    NewSession other = begin(Role.ADMIN);
    for (Route route : new Routes().all()) {
      if (route.guard() == Route.Guard.ACCOUNT && !route.method().equals("GET")) {
        String what = route.method() + " " + route.template();
        RestServer.Reply without = reply(with(session), route);
        softly.assertThat(without.status()).as(what).isEqualTo(403);
        softly
            .assertThat(without.json().path("detail").asText())
            .as(what)
            .contains("X-Daybook-Key");
        RestServer.Call wrong = with(session).with("X-Daybook-Key", other.signedIn().key());
        softly.assertThat(call(wrong, route)).as(what).isEqualTo(403);
      }
    }
    softly.assertAll();
  }

  @Test
  public void aChangeWithTheKeyIsMadeByThePersonOfTheSession() {
    RestServer.Reply added = withKey(begin(Role.MANAGER)).post("/api/v1/tasks", TASK);

    assertThat(added.status()).isEqualTo(201);
  }

  @Test
  public void aPageOfAnotherSiteMakesNoChangeEvenWithTheKey() {
    RestServer.Reply reply =
        withKey(begin(Role.MANAGER))
            .with("Sec-Fetch-Site", "cross-site")
            .post("/api/v1/tasks", TASK);

    assertThat(reply.status()).isEqualTo(403);
  }

  @Test
  public void theSessionTellsWhoIsInItAndItsKey() {
    NewSession session = begin(Role.ENGINEER);

    RestServer.Reply reply = with(session).get("/api/v1/session");

    assertThat(reply.json().path("staff").asText()).isEqualTo(Examples.ENGINEER_ID);
    assertThat(reply.json().path("name").asText()).isEqualTo(Examples.ENGINEER.name());
    assertThat(reply.json().path("role").asText()).isEqualTo("ENGINEER");
    assertThat(reply.json().path("key").asText()).isEqualTo(session.signedIn().key());
    assertThat(reply.json().path("keep").asBoolean()).isTrue();
    assertThat(reply.json().path("expiresAt").asText())
        .isEqualTo(session.session().expiresAt().toString());
  }

  @Test
  public void withAPasswordThereIsNoKey() {
    RestServer.Reply reply = server.manager().get("/api/v1/session");

    assertThat(reply.json().path("staff").asText()).isEqualTo(Examples.MANAGER_ID);
    assertThat(reply.json().path("key").isNull()).isTrue();
    assertThat(reply.json().path("expiresAt").isNull()).isTrue();
  }

  @Test
  public void loggingOutEndsTheSessionAndClearsTheCookie() {
    NewSession session = begin(Role.MANAGER);

    RestServer.Reply reply = withKey(session).send("DELETE", "/api/v1/session");

    assertThat(reply.status()).isEqualTo(204);
    assertThat(reply.header("Set-Cookie")).startsWith("daybook_session=;").contains("Max-Age=0");
    assertThat(with(session).get("/api/v1/session").status()).isEqualTo(401);
  }

  @Test
  public void aSessionThatIsOverGetsNoChallenge() {
    RestServer.Reply reply =
        server.anonymous().with("Cookie", "daybook_session=none").get("/api/v1/tasks");

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.header("WWW-Authenticate")).isEmpty();
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  public void ofTwoSessionsInOneRequestNoneCounts() {
    NewSession session = begin(Role.MANAGER);
    String twice = "daybook_session=none; daybook_session=" + session.secret();

    assertThat(server.anonymous().with("Cookie", twice).get("/api/v1/tasks").status())
        .isEqualTo(401);
  }

  @Test
  public void aPasswordIsLookedAtBeforeACookie() {
    NewSession session = begin(Role.ENGINEER);

    RestServer.Reply right = cookie(server.manager(), session).get("/api/v1/session");
    RestServer.Reply wrong = cookie(server.as("manager", "wrong"), session).get("/api/v1/session");

    assertThat(right.json().path("role").asText()).isEqualTo("MANAGER");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.header("WWW-Authenticate")).isEqualTo("Basic realm=\"Daybook\"");
  }

  @Test
  public void whoHasNeitherIsChallengedUnlessAScriptAsks() {
    String challenge = "WWW-Authenticate";
    assertThat(server.anonymous().get("/api/v1/tasks").header(challenge)).isNotEmpty();
    assertThat(
            server
                .anonymous()
                .with("Sec-Fetch-Mode", "navigate")
                .get("/api/v1/tasks")
                .header(challenge))
        .isNotEmpty();
    assertThat(
            server
                .anonymous()
                .with("Sec-Fetch-Mode", "cors")
                .get("/api/v1/tasks")
                .header(challenge))
        .isEmpty();
    assertThat(server.anonymous().with("X-Daybook-Key", "").get("/api/v1/tasks").header(challenge))
        .isEmpty();
  }

  @Test
  public void machinesAreChallengedWhateverCookieTheySend() {
    for (String hook : new String[] {"inventory", "monit"}) {
      RestServer.Reply reply =
          server.anonymous().with("Cookie", "daybook_session=x").post("/hooks/" + hook, "");
      assertThat(reply.status()).isEqualTo(401);
      assertThat(reply.header("WWW-Authenticate")).isEqualTo("Basic realm=\"Daybook\"");
    }
  }

  @Test
  public void aSessionOpensNoHook() {
    assertThat(withKey(begin(Role.ADMIN)).post("/hooks/signal", "{}").status()).isEqualTo(401);
  }

  @Test
  public void peopleSeeTheirOwnSessionsAndWhichIsThis() {
    NewSession mine = begin(Role.ENGINEER);
    begin(Role.ENGINEER);
    begin(Role.MANAGER);

    RestServer.Reply reply = with(mine).get("/api/v1/sessions");

    assertThat(reply.json().path("items").findValuesAsText("id"))
        .hasSize(2)
        .contains(mine.session().id());
    assertThat(reply.json().path("items").findValuesAsText("current"))
        .containsExactly("true", "false");
    assertThat(reply.text()).doesNotContain("secret", "hash");
  }

  @Test
  public void peopleEndTheirOwnSessionsAndAdministratorsAnybodys() {
    NewSession phone = begin(Role.ENGINEER);
    NewSession desk = begin(Role.ENGINEER);
    String address = "/api/v1/sessions/" + phone.session().id();

    assertThat(withKey(begin(Role.MANAGER)).send("DELETE", address).status()).isEqualTo(404);
    assertThat(with(phone).get("/api/v1/session").status()).isEqualTo(200);
    assertThat(withKey(desk).send("DELETE", address).status()).isEqualTo(204);
    assertThat(with(phone).get("/api/v1/session").status()).isEqualTo(401);
    assertThat(
            server
                .as(Role.ADMIN)
                .send("DELETE", "/api/v1/sessions/" + desk.session().id())
                .status())
        .isEqualTo(204);
    assertThat(with(desk).get("/api/v1/session").status()).isEqualTo(401);
  }

  @Test
  public void withoutStorageASessionIsNotOver() {
    NewSession session = begin(Role.ENGINEER);
    server.parts.withoutStorage();

    assertThat(with(session).get("/api/v1/session").status()).isEqualTo(503);
  }

  private NewSession begin(Role role) {
    return server
        .parts
        .sessions
        .begin(FakeAccounts.login(role), FakeAccounts.PASSWORD, true, "Chrome, Android")
        .orElseThrow();
  }

  private RestServer.Call with(NewSession session) {
    return cookie(server.anonymous(), session);
  }

  private RestServer.Call withKey(NewSession session) {
    return with(session).with("X-Daybook-Key", session.signedIn().key());
  }

  private static RestServer.Call cookie(RestServer.Call call, NewSession session) {
    return call.with("Cookie", "daybook_session=" + session.secret());
  }

  private static int call(RestServer.Call call, Route route) {
    return reply(call, route).status();
  }

  private static RestServer.Reply reply(RestServer.Call call, Route route) {
    return call.send(route.method(), route.template().replaceAll("\\{\\w+}", "x"));
  }
}
