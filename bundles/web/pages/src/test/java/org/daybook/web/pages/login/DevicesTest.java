package org.daybook.web.pages.login;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.daybook.api.access.Role.ENGINEER;
import static org.daybook.api.access.Role.MANAGER;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.Map;
import org.daybook.testkit.Examples;
import org.daybook.web.pages.board.BoardConfig;
import org.daybook.web.pages.board.BoardServer;
import org.daybook.web.pages.board.FakeStaff;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.Rule;
import org.junit.Test;

/** The page on which people see where they are logged in. */
public class DevicesTest {
  private static final String NEW = "совсем новый пароль";

  @Rule public final BoardServer server = new BoardServer(BoardConfig.usual());

  @Test
  public void peopleSeeTheirOwnDevicesAndWhichIsThis() {
    String session = server.begin(ENGINEER);
    server.begin(ENGINEER);
    server.begin(MANAGER);

    Document page = page(session);

    assertThat(page.select("li.task")).hasSize(2);
    assertThat(page.select("li.task").first().text())
        .contains("Firefox, Linux", "Это устройство", "12 марта 2026, 09:00");
    assertThat(page.select(".pill")).hasSize(1);
  }

  @Test
  public void withAPasswordInEachRequestThereIsNoDevice() {
    assertThat(server.page(MANAGER, "/devices").text()).contains("Вход нигде не открыт");
  }

  @Test
  public void aDeviceThatWasLostIsLoggedOut() {
    String desk = server.begin(ENGINEER);
    String phone = server.begin(ENGINEER);
    Element button = page(desk).select("li.task form").get(1);

    HttpResponse<String> reply =
        server.post(
            server.in(desk, BoardServer.action(button)), BoardServer.body(button, Map.of()));

    assertThat(BoardServer.next(reply)).isEqualTo("/devices?done=revoked");
    assertThat(server.office.sessions.find(phone)).isEmpty();
    assertThat(server.office.sessions.find(desk)).isPresent();
    assertThat(server.send(server.in(desk, "/devices?done=revoked")).body())
        .contains("Вход на том устройстве завершён.");
  }

  @Test
  public void nobodyEndsASessionOfSomebodyElse() {
    String mine = server.begin(ENGINEER);
    String theirs = server.begin(MANAGER);
    String id = server.office.sessions.of(Examples.MANAGER).get(0).id();
    Element own = page(mine).selectFirst("li.task form");
    String key = own.selectFirst("input").attr("value");

    assertThat(
            server.post(server.in(mine, "/devices/" + id + "/revoke"), "key=" + key).statusCode())
        .isEqualTo(403);
    assertThat(server.office.sessions.find(theirs)).isPresent();
  }

  @Test
  public void anotherPasswordNeedsThePresentOneAndTheNewOneTwice() {
    String session = server.begin(ENGINEER);

    refused(session, "wrong", NEW, NEW, "old-password", "Не подошёл");
    refused(session, FakeStaff.PASSWORD, NEW, NEW + "!", "again-password", "Не совпадает");
    refused(session, FakeStaff.PASSWORD, "short", "short", "new-password", "от 12 до 256");
    assertThat(server.office.staff.authenticate("engineer", FakeStaff.PASSWORD)).isPresent();

    HttpResponse<String> changed = change(session, FakeStaff.PASSWORD, NEW, NEW);
    assertThat(BoardServer.next(changed)).isEqualTo("/login?done=password");
    assertThat(server.office.staff.authenticate("engineer", NEW)).isPresent();
    assertThat(server.office.staff.authenticate("manager", NEW)).isEmpty();
  }

  private void refused(
      String session, String old, String chosen, String again, String field, String why) {
    HttpResponse<String> reply = change(session, old, chosen, again);
    assertThat(reply.statusCode()).isEqualTo(422);
    Element input = BoardServer.html(reply).selectFirst("#" + field);
    assertThat(input.attr("aria-invalid")).isEqualTo("true");
    assertThat(BoardServer.html(reply).selectFirst("#" + field + "-problem").text()).contains(why);
    assertThat(reply.body()).doesNotContain(NEW);
  }

  private HttpResponse<String> change(String session, String old, String chosen, String again) {
    String key = page(session).selectFirst("form[action$=password] input[name=key]").attr("value");
    return server.post(
        server.in(session, "/devices/password"),
        "key=%s&old-password=%s&new-password=%s&again-password=%s"
            .formatted(key, encoded(old), encoded(chosen), encoded(again)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private Document page(String session) {
    HttpResponse<String> reply = server.send(server.in(session, "/devices"));
    assertThat(reply.statusCode()).isEqualTo(200);
    return BoardServer.html(reply);
  }
}
