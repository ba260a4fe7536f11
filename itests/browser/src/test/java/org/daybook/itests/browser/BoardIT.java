package org.daybook.itests.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import org.daybook.itests.support.HttpAnswer;
import org.daybook.itests.support.RunningDaybook;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;
import org.openqa.selenium.Keys;

/** The board after a day's work, in a real browser. */
public class BoardIT {
  @ClassRule public static final SentReport REPORT = new SentReport();
  @ClassRule public static final Browser BROWSER = Browser.usual();

  private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

  /** Of a week in which nobody else plans anything. */
  private static final LocalDate MONDAY =
      LocalDate.now(ZONE).plusMonths(4).with(TemporalAdjusters.next(DayOfWeek.MONDAY));

  @Before
  public void aManagerAtTheirDesk() {
    BROWSER.as("manager", RunningDaybook.PASSWORD).desktop().light();
  }

  @Test
  public void aManagerIsHinderedByNothing() {
    lookAt(List.of("/board", "/board/figures", "/board/visits/" + REPORT.visit()), "");
    assertThat(BROWSER.cookies()).isZero();
  }

  @Test
  public void theCalendarItsFormsAndTheCardHinderNobodyInEitherLanguage() {
    String visit = planned(MONDAY.plusDays(4));
    String client = REPORT.manager().get("/api/v1/clients/romashka").json().path("id").asText();
    List<String> paths =
        List.of(
            "/board/calendar",
            "/board/calendar?view=week&from=" + MONDAY,
            "/board/visits/" + visit + "/move",
            "/board/visits/new?client=" + client,
            "/board/emergencies/new?client=" + client,
            "/board/clients",
            "/board/clients/" + client);
    lookAt(paths, "-ru");
    language("en");
    try {
      lookAt(paths, "-en");
      lookAt(List.of("/board", "/board/figures"), "-en");
    } finally {
      language("ru");
    }
  }

  @Test
  public void aVisitIsDraggedToAnotherDayAndTheReasonIsAsked() {
    String visit = planned(MONDAY);
    BROWSER.open(week());
    BROWSER.drag("[data-move*='/" + visit + "/']", "td[data-day='" + MONDAY.plusDays(2) + "']");
    await("the dialog").until(() -> !BROWSER.all("dialog[open] form").isEmpty());
    assertThat(BROWSER.find("#move-plannedFor").getDomProperty("value"))
        .isEqualTo(MONDAY.plusDays(2) + "T10:00");
    assertThat(BROWSER.focused().getDomAttribute("name")).isEqualTo("reason");
    assertThat(BROWSER.violations()).isEmpty();
    BROWSER.picture("board-dragged");
    assertThat(plannedFor(visit)).as("nothing has changed yet").isEqualTo(at(MONDAY));
    BROWSER.type("#move-reason", "Клиент просил").follow("dialog form button");
    assertThat(BROWSER.find("#done").getText()).contains("Выезд перенесён");
    assertThat(
            BROWSER.all("td[data-day='" + MONDAY.plusDays(2) + "'] [data-move*='" + visit + "']"))
        .hasSize(1);
    assertThat(plannedFor(visit)).isEqualTo(at(MONDAY.plusDays(2)));
  }

  @Test
  public void theKeyboardAloneMovesAVisit() {
    String visit = planned(MONDAY.plusDays(1));
    BROWSER.open(week());
    BROWSER.run("document.querySelector(\"a.move[href*='/" + visit + "/']\").focus()");
    BROWSER.keys(Keys.ENTER);
    await("the dialog").until(() -> !BROWSER.all("dialog[open] form").isEmpty());
    BROWSER.keys(Keys.ESCAPE);
    await("it is closed").until(() -> BROWSER.all("dialog[open]").isEmpty());
    assertThat(BROWSER.focused().getDomAttribute("class")).isEqualTo("move");
    BROWSER.keys(Keys.ENTER);
    await("the dialog").until(() -> !BROWSER.all("dialog[open] form").isEmpty());
    BROWSER.keys(Keys.ARROW_UP);
    tabTo("reason");
    BROWSER.keys("Инженер занят");
    BROWSER.keys(Keys.TAB);
    BROWSER.keysThatLead(Keys.ENTER);
    assertThat(BROWSER.find("#done").getText()).contains("Выезд перенесён");
    assertThat(plannedFor(visit)).isAfter(at(MONDAY.plusDays(1)));
  }

  @Test
  public void whatSomebodyElseMovedMeanwhileIsToldAndNothingChanges() {
    String visit = planned(MONDAY.plusDays(3));
    BROWSER.open(week()).press("a.move[href*='/" + visit + "/']");
    await("the dialog").until(() -> !BROWSER.all("dialog[open] form").isEmpty());
    Instant theirs = at(MONDAY.plusDays(3)).plus(Duration.ofHours(2));
    post(
        "/api/v1/visits/" + visit + "/reschedule",
        Map.of("plannedFor", theirs.toString(), "reason", "Иначе не успеть"));
    BROWSER.type("#move-reason", "Клиент просил").follow("dialog form button");
    assertThat(BROWSER.find("[role=alert]").getText()).contains("изменил кто-то другой");
    assertThat(BROWSER.find("#move-reason").getDomProperty("value")).isEqualTo("Клиент просил");
    assertThat(BROWSER.violations()).isEmpty();
    BROWSER.picture("board-conflict");
    assertThat(plannedFor(visit)).isEqualTo(theirs);
  }

  private static void lookAt(List<String> paths, String language) {
    for (String path : paths) {
      String name =
          path.replaceAll("/[0-9a-f-]{36}|[?&](from|client)=[^&]*", "")
              .substring(1)
              .replaceAll("[^a-z]+", "-");
      String page = REPORT.daybook().address() + path;
      for (boolean dark : new boolean[] {false, true}) {
        String colours = language + (dark ? "-dark" : "-light");
        if (dark) {
          BROWSER.dark();
        } else {
          BROWSER.light();
        }
        BROWSER.desktop().open(page).picture(name + "-desktop" + colours);
        assertThat(BROWSER.all("main h1")).as(path).hasSize(1);
        assertThat(BROWSER.violations()).as(path + " desktop" + colours).isEmpty();
        BROWSER.phone().open(page).picture(name + "-phone" + colours);
        assertThat(BROWSER.violations()).as(path + " phone" + colours).isEmpty();
      }
      BROWSER.narrow().open(page);
      assertThat(BROWSER.overflow()).as(path + " on the narrowest screen").isZero();
    }
  }

  private static void tabTo(String name) {
    for (int i = 0; i < 12 && !name.equals(BROWSER.focused().getDomAttribute("name")); i++) {
      BROWSER.keys(Keys.TAB);
    }
    assertThat(BROWSER.focused().getDomAttribute("name")).isEqualTo(name);
  }

  private static String week() {
    return REPORT.daybook().address() + "/board/calendar?view=week&from=" + MONDAY;
  }

  private static Instant at(LocalDate day) {
    return day.atTime(LocalTime.of(10, 0)).atZone(ZONE).toInstant();
  }

  private static String planned(LocalDate day) {
    return post(
            "/api/v1/visits",
            Map.of("kind", "PLANNED", "client", "romashka", "plannedFor", at(day).toString()))
        .path("id")
        .asText();
  }

  private static Instant plannedFor(String visit) {
    return Instant.parse(
        REPORT.manager().get("/api/v1/visits/" + visit).json().path("plannedFor").asText());
  }

  private static JsonNode post(String path, Map<String, ?> body) {
    HttpAnswer answer =
        REPORT.manager().post(path, new ObjectMapper().valueToTree(body).toString());
    assertThat(answer.status()).as(path + " " + answer).isBetween(200, 299);
    return answer.json();
  }

  /** The board is in the language of the office. */
  private static void language(String language) {
    try {
      Files.writeString(
          REPORT.daybook().home().resolve("etc/org.daybook.web.pages.cfg"),
          "readsPerMinute = 10000\nlanguage = " + language + "\n",
          UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    await("the board in " + language)
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                new String(REPORT.manager().get("/board").bytes(), UTF_8)
                    .contains("lang=\"" + language + "\""));
  }
}
