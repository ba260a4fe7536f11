package org.daybook.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.daybook.itests.support.Http;
import org.daybook.itests.support.HttpAnswer;
import org.daybook.itests.support.RunningDaybook;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Keys;

/** Logging in and out, being logged out in the middle of a form, and lost phones. */
public class LoginIT {
  @ClassRule public static final SentReport REPORT = new SentReport();
  @ClassRule public static final Browser DESK = Browser.usual();
  @ClassRule public static final Browser PHONE = Browser.withoutScripts();

  private static final String PASSWORD = RunningDaybook.PASSWORD;

  @Before
  public void begin() {
    DESK.desktop().light().open(address("/login")).forget().open(address("/login"));
    PHONE.phone().open(address("/login")).forget().open(address("/login"));
  }

  @Test
  public void theKeyboardAloneLogsInAndOut() {
    DESK.open(address("/"));
    assertThat(DESK.address()).isEqualTo(address("/login"));
    assertThat(DESK.focused().getDomAttribute("id")).isEqualTo("login");

    DESK.type("#login", "manager").type("#password", PASSWORD);
    DESK.keysThatLead(Keys.ENTER);
    assertThat(DESK.address()).isEqualTo(address("/board"));
    Cookie session = DESK.cookie("daybook_session");
    assertThat(session.isHttpOnly()).isTrue();
    assertThat(session.isSecure()).isFalse();
    assertThat(session.getSameSite()).isEqualTo("Lax");
    assertThat(session.getExpiry()).isNull();

    DESK.follow(".who form button");
    assertThat(DESK.address()).isEqualTo(address("/login?done=out"));
    assertThat(DESK.text()).contains("Вы вышли.");
    DESK.open(address("/board"));
    assertThat(DESK.address()).startsWith(address("/login?next="));
  }

  @Test
  public void peopleComeToWhatTheyAskedForOrToTheirPlace() {
    DESK.open(address("/board/figures?by=engineer"));
    logIn(DESK, "manager", PASSWORD);
    assertThat(DESK.address()).isEqualTo(address("/board/figures?by=engineer"));

    PHONE.press("#keep");
    logIn(PHONE, "engineer", PASSWORD);
    assertThat(PHONE.address()).isEqualTo(address("/diary"));
    assertThat(PHONE.cookie("daybook_session").getExpiry()).isNotNull();
  }

  @Test
  public void whoFailsTooOftenHasToWaitAndIsToldSo() {
    account("forgetful");

    for (int i = 0; i < 10; i++) {
      logIn(DESK, "forgetful", "wrong password " + i);
      assertThat(DESK.text()).contains("Логин или пароль не подошли.");
      assertThat(DESK.find("#login").getDomProperty("value")).isEqualTo("forgetful");
    }
    assertThat(DESK.violations()).isEmpty();
    logIn(DESK, "forgetful", PASSWORD);

    assertThat(DESK.address()).isEqualTo(address("/login"));
    assertThat(DESK.text()).contains("нужно подождать пять минут");
    String known = DESK.text();
    logIn(DESK, "nobody-at-all", PASSWORD);
    assertThat(DESK.text()).isEqualTo(known);
    assertThat(REPORT.daybook().http().as("forgetful", PASSWORD).get("/api/v1/session").status())
        .isEqualTo(401);
  }

  @Test
  public void whatWasTypedOutlivesTheSession() {
    String notice = notice();
    logIn(PHONE, "manager", PASSWORD);
    logIn(DESK, "manager", PASSWORD);
    String form = "form[action$='" + notice + "/acknowledge']";
    // The buttons of the board have no text of their own; any form is treated alike.
    DESK.run(
        "document.querySelector(\""
            + form
            + "\").insertAdjacentHTML('beforeend',"
            + " '<textarea name=note aria-label=note></textarea>')");
    DESK.type(form + " textarea", "Позвонил клиенту, едем завтра");
    endAllSessionsOf("manager");

    DESK.follow(form + " button");
    assertThat(DESK.text()).contains("Вход уже не действует", "Написанное не пропало");
    assertThat(DESK.violations()).isEmpty();
    logIn(DESK, "manager", "wrong");
    logIn(DESK, "manager", PASSWORD);
    assertThat(DESK.find(".wrote").getText()).isEqualTo("Позвонил клиенту, едем завтра");
    assertThat(state(notice)).isEqualTo("RAISED");
    DESK.picture("again");
    assertThat(DESK.violations()).isEmpty();

    DESK.follow("button.main");
    assertThat(DESK.find("#done").getText()).contains("Отмечено");
    assertThat(state(notice)).isEqualTo("ACKNOWLEDGED");
    PHONE.open(address("/board"));
    assertThat(PHONE.address()).startsWith(address("/login"));
  }

  @Test
  public void aLostPhoneIsLoggedOutFromTheDesk() {
    account("traveller");
    PHONE.press("#keep");
    logIn(PHONE, "traveller", PASSWORD);
    DESK.open(address("/devices"));
    logIn(DESK, "traveller", PASSWORD);
    assertThat(DESK.all("li.task")).hasSize(2);

    DESK.follow("li.task.line-plain button");
    assertThat(DESK.find("#done").getText()).contains("Вход на том устройстве завершён.");
    assertThat(DESK.all("li.task")).hasSize(1);
    PHONE.open(address("/devices"));
    assertThat(PHONE.address()).startsWith(address("/login"));
  }

  @Test
  public void anotherPasswordLogsOutEverywhere() {
    account("careful");
    DESK.open(address("/devices"));
    logIn(DESK, "careful", PASSWORD);
    change("wrong", "another long password", "another long password");
    assertThat(DESK.find("#old-password-problem").isDisplayed()).isTrue();
    assertThat(DESK.violations()).isEmpty();

    change(PASSWORD, "another long password", "another long password");
    assertThat(DESK.text()).contains("Пароль изменён");
    logIn(DESK, "careful", "another long password");
    assertThat(DESK.address()).isEqualTo(address("/diary"));
  }

  @Test
  public void thePagesHinderNobody() {
    account("beginner");
    for (String language : List.of("ru", "en")) {
      DESK.forget().open(address("/login?language=" + language));
      assertThat(DESK.find("html").getDomAttribute("lang")).isEqualTo(language);
      looksWell("login-" + language);
      logIn(DESK, "beginner", "wrong");
      looksWell("wrong-" + language);
      logIn(DESK, "manager", PASSWORD);
      DESK.open(address("/devices"));
      assertThat(DESK.find("html").getDomAttribute("lang")).isEqualTo(language);
      looksWell("devices-" + language);
      change("wrong", "another long password", "another long password");
      looksWell("password-" + language);
      theSessionIsOver();
      looksWell("over-" + language);
      logIn(DESK, "beginner", PASSWORD);
      looksWell("typed-by-another-" + language);
      DESK.follow("main form button, main a.button").forget();
      DESK.open(address("/login?language=" + language));
      logIn(DESK, "manager", PASSWORD);
      theSessionIsOver();
      logIn(DESK, "manager", PASSWORD);
      looksWell("again-" + language);
    }
  }

  /** While a task is being typed. */
  private static void theSessionIsOver() {
    DESK.open(address("/board/tasks/new")).type("main [name=title]", "Повесить доводчик");
    endAllSessionsOf("manager");
    DESK.follow("main form button");
    assertThat(DESK.all("#password")).hasSize(1);
  }

  private static void looksWell(String name) {
    assertThat(DESK.pictures(name).hindrances()).as(name).isEmpty();
  }

  private static void logIn(Browser browser, String login, String password) {
    browser.type("#login", login).type("#password", password).follow("button.main");
  }

  private static void change(String old, String chosen, String again) {
    DESK.type("#old-password", old).type("#new-password", chosen).type("#again-password", again);
    DESK.follow("button.main");
  }

  private static String address(String path) {
    return REPORT.daybook().address() + path;
  }

  /** An engineer who was never here before. */
  private static void account(String login) {
    Http admin = REPORT.daybook().admin();
    HttpAnswer staff =
        admin.post("/api/v1/staff", "{\"name\":\"" + login + "\",\"role\":\"ENGINEER\"}");
    String path = "/api/v1/staff/" + staff.json().path("id").asText() + "/account";
    String body = "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(login, PASSWORD);
    assertThat(admin.post(path, body).status()).isEqualTo(201);
  }

  private static void endAllSessionsOf(String login) {
    Http them = REPORT.daybook().http().as(login, PASSWORD);
    JsonNode sessions = them.get("/api/v1/sessions").json().path("items");
    assertThat(sessions).isNotEmpty();
    for (JsonNode session : sessions) {
      String path = "/api/v1/sessions/" + session.path("id").asText();
      assertThat(REPORT.daybook().admin().delete(path).status()).isEqualTo(204);
    }
  }

  /** One for the manager that nobody has answered. */
  private static String notice() {
    REPORT
        .manager()
        .post(
            "/api/v1/disputes",
            "{\"visit\":\"%s\",\"title\":\"Забыли тонер\"}".formatted(REPORT.visit()));
    return REPORT
        .items("/api/v1/notices?state=RAISED&kind=DISPUTE_OPENED")
        .get(0)
        .path("id")
        .asText();
  }

  private static String state(String notice) {
    return REPORT.manager().get("/api/v1/notices/" + notice).json().path("state").asText();
  }
}
