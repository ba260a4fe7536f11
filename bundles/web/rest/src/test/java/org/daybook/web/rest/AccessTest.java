package org.daybook.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.SoftAssertions;
import org.daybook.api.access.Role;
import org.daybook.web.rest.access.Route;
import org.daybook.web.rest.access.Routes;
import org.junit.Rule;
import org.junit.Test;

/** Walks every route with everybody who might try it. */
public class AccessTest {
  @Rule public final RestServer server = new RestServer();

  private final SoftAssertions softly = new SoftAssertions();

  @Test
  public void everyRouteLetsPassItsRolesAndNobodyElse() {
    for (Route route : new Routes().all()) {
      if (route.guard() == Route.Guard.ACCOUNT) {
        for (Role role : Role.values()) {
          int status = call(server.as(role), route);
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
  public void nobodyPassesWithoutCredentialsWhereTheyAreNeeded() {
    for (Route route : new Routes().all()) {
      int status = call(server.anonymous(), route);
      String what = route.method() + " " + route.template();
      if (route.guard() == Route.Guard.NONE) {
        softly.assertThat(status).as(what).isEqualTo(200);
      } else {
        softly.assertThat(status).as(what).isEqualTo(401);
      }
    }
    softly.assertAll();
  }

  @Test
  public void wrongPasswordIsChallenged() {
    RestServer.Reply reply = server.as("manager", "wrong").get("/api/v1/clients");

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.header("WWW-Authenticate")).isEqualTo("Basic realm=\"Daybook\"");
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  public void malformedCredentialsAreNone() {
    for (String header : new String[] {"Basic", "Basic ***", "Basic bm9jb2xvbg==", "Digest x"}) {
      RestServer.Reply reply =
          server.anonymous().with("Authorization", header).get("/api/v1/clients");
      softly.assertThat(reply.status()).as(header).isEqualTo(401);
    }
    softly.assertAll();
  }

  @Test
  public void tokensOpenNothingButHooks() {
    String token = server.token("hook:*");

    assertThat(bearer(token).get("/api/v1/clients").status()).isEqualTo(403);
    assertThat(bearer("unknown").get("/api/v1/clients").status()).isEqualTo(401);
  }

  @Test
  public void accountsDoNotOpenHooks() {
    assertThat(server.manager().post("/hooks/signal", "{}").status()).isEqualTo(401);
  }

  @Test
  public void pageOfAnotherSiteCannotUseRememberedPassword() {
    RestServer.Reply reply =
        server.manager().with("Sec-Fetch-Site", "cross-site").post("/api/v1/tasks", "{}");

    assertThat(reply.status()).isEqualTo(403);
  }

  private RestServer.Call bearer(String token) {
    return server.anonymous().with("Authorization", "Bearer " + token);
  }

  private static int call(RestServer.Call call, Route route) {
    return call.send(route.method(), route.template().replaceAll("\\{\\w+}", "x")).status();
  }
}
