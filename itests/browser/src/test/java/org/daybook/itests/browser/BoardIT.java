package org.daybook.itests.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import org.daybook.itests.support.Http;
import org.daybook.itests.support.HttpAnswer;
import org.daybook.itests.support.RunningDaybook;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The board after a day's work, in a real browser. */
public class BoardIT {
  @ClassRule public static final SentReport REPORT = new SentReport();
  @ClassRule public static final Browser BROWSER = Browser.usual();

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

  /** Of a week in which nobody else plans anything. */
  private static final LocalDate MONDAY =
      LocalDate.now(ZONE).plusMonths(4).with(TemporalAdjusters.next(DayOfWeek.MONDAY));

  @Before
  public void aManagerAtTheirDesk() {
    BROWSER.as("manager", RunningDaybook.PASSWORD).desktop().light();
  }

  /** By the keyboard alone. */
  @Test
  public void aManagerReadsWhereTasksCameFromAndHowOldPromisesAre() {
    BROWSER.open(address("/board/figures"));
    assertThat(BROWSER.cookies()).isZero();
    assertThat(BROWSER.all("main details[open]")).isEmpty();
    assertThat(BROWSER.all("main details")).isNotEmpty();
    for (WebElement summary : BROWSER.all("main details summary")) {
      summary.sendKeys(Keys.ENTER);
    }
    assertThat(BROWSER.all("main details[open] table"))
        .hasSameSizeAs(BROWSER.all("main details"))
        .allMatch(WebElement::isDisplayed);
  }

  @Test
  public void theOfficeChoosesTheLanguageOfTheBoard() {
    language("en");
    try {
      BROWSER.open(address("/board/figures"));
      assertThat(BROWSER.text()).contains("Where tasks came from and how they ended");
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

  @Test
  public void aManagerFindsTasksAsTheyTypeKeepsTheListAndAssignsWhatIsTicked() {
    String engineer =
        REPORT.items("/api/v1/staff").stream()
            .filter(member -> member.path("role").asText().equals("ENGINEER"))
            .map(member -> member.path("id").asText())
            .findFirst()
            .orElseThrow();
    String first = task("Повесить доводчик на дверь");
    String second = task("Доводчик скрипит");
    BROWSER.open(address("/board/tasks")).type("#filter-q", "ДОВОДЧИК");
    await().atMost(SOON).until(() -> BROWSER.all("table.tasks tbody tr").size() == 2);
    await().atMost(SOON).until(() -> BROWSER.address().contains("q="));

    BROWSER.press(".keep summary").type("#save-name", "Двери").follow(".keep form button");
    assertThat(BROWSER.find(".chip[aria-current]").getText()).contains("Двери");
    assertThat(BROWSER.find("#done").getText()).contains("Список сохранён.");

    BROWSER.press("#tick-" + first).press("#tick-" + second);
    BROWSER.press(".bulk details:first-of-type summary");
    BROWSER.press("#bulk-engineer option[value='" + engineer + "']");
    BROWSER.follow("button[value=assign]");
    assertThat(BROWSER.find("h1").getText()).isEqualTo("Сделано: 2 задачи");
    BROWSER.desktop().picture("board-tasks-outcome");
    assertThat(BROWSER.violations()).isEmpty();
    assertThat(REPORT.manager().get("/api/v1/tasks/" + first).json().path("engineer").asText())
        .isNotEmpty();

    BROWSER.follow("main a.button");
    assertThat(BROWSER.all("table.tasks tbody tr")).hasSize(2);
  }

  @Test
  public void aSignalIsMappedOnceAndTheNextOneArrivesAssigned() {
    String token =
        posted("/api/v1/tokens", "{\"name\":\"probe\",\"scopes\":[\"hook:signal\"]}")
            .path("secret")
            .asText();
    Http hook = REPORT.daybook().http().bearer(token);
    send(hook, "disk-1", "Диск заполнен");
    BROWSER.open(address("/board/signals"));
    BROWSER.desktop().picture("board-signals-waiting");
    assertThat(BROWSER.violations()).isEmpty();

    BROWSER.follow(".split a.button");
    BROWSER.picture("board-signal");
    assertThat(BROWSER.violations()).isEmpty();
    BROWSER.follow("form[action$='/assign'] button");
    assertThat(BROWSER.find("#assign-clientId-problem").isDisplayed()).isTrue();
    assertThat(BROWSER.violations()).isEmpty();
    BROWSER.press("#assign-clientId option:nth-of-type(2)");
    BROWSER.follow("form[action$='/assign'] button");
    assertThat(BROWSER.find("#done").getText()).contains("имя запомнено");
    assertThat(BROWSER.text()).contains("Ничего не ждёт", "клиент «nobody ltd»");

    assertThat(send(hook, "disk-2", "Диск снова заполнен").path("unassigned").asInt()).isZero();
    assertThat(REPORT.items("/api/v1/signals")).isEmpty();
    assertThat(REPORT.items("/api/v1/tasks?externalId=disk-2")).hasSize(1);

    BROWSER.follow("form[action$='/forget'] button");
    assertThat(send(hook, "disk-3", "И снова").path("unassigned").asInt()).isEqualTo(1);
  }

  @Test
  public void aDisputeIsTakenUpAndDecided() {
    String dispute =
        posted(
                "/api/v1/disputes",
                "{\"visit\":\"" + REPORT.visit() + "\",\"title\":\"Не настроили сканер\"}")
            .path("id")
            .asText();
    BROWSER.open(address("/board/disputes"));
    BROWSER.follow(".lines a[href*='" + dispute + "']");
    BROWSER.follow("form[action$='/review'] button");
    BROWSER.press(".doings details:first-of-type summary");
    BROWSER.follow("form[action$='/uphold'] button");
    assertThat(BROWSER.find("#uphold-outcome-problem").isDisplayed()).isTrue();
    BROWSER.desktop().picture("board-dispute");
    assertThat(BROWSER.violations()).isEmpty();
    BROWSER.type("#uphold-outcome", "Забыли, сделаем в четверг");
    BROWSER.follow("form[action$='/uphold'] button");
    assertThat(BROWSER.find("#done").getText()).contains("признана обоснованной");
    assertThat(REPORT.manager().get("/api/v1/disputes/" + dispute).json().path("state").asText())
        .isEqualTo("UPHELD");
  }

  @Test
  public void whatCouldNotBeDeliveredIsTriedAgainFromTheList() throws IOException {
    Path outbox = REPORT.daybook().home().resolve("data/outbox");
    Path aside = outbox.resolveSibling("outbox-aside");
    // Where the folder should be is a file: nothing can be put into it.
    Files.move(outbox, aside);
    Files.createFile(outbox);
    try {
      correct();
      await()
          .atMost(SOON)
          .until(() -> !REPORT.items("/api/v1/deliveries?state=DEFERRED,FAILED").isEmpty());
    } finally {
      Files.delete(outbox);
      Files.move(aside, outbox);
    }
    BROWSER.open(address("/board/deliveries"));
    int before = BROWSER.all(".lines li").size();
    BROWSER.desktop().picture("board-deliveries-failed");
    assertThat(BROWSER.violations()).isEmpty();
    BROWSER.follow(".lines form button");
    assertThat(BROWSER.find("#done").getText()).contains("Отправляется ещё раз");
    await()
        .atMost(SOON)
        .until(
            () -> REPORT.items("/api/v1/deliveries?state=DEFERRED,FAILED,QUEUED").size() < before);
  }

  private static void correct() {
    posted("/api/v1/visits/" + REPORT.visit() + "/report/correct", "{\"reason\":\"Уточнили\"}");
  }

  private static JsonNode send(Http hook, String externalId, String title) {
    HttpAnswer answer =
        hook.post(
            "/hooks/signal",
            "{\"kind\":\"RAISED\",\"client\":\"Nobody Ltd\",\"externalId\":\""
                + externalId
                + "\",\"title\":\""
                + title
                + "\"}");
    assertThat(answer.status()).as("%s", answer).isEqualTo(202);
    return answer.json();
  }

  private static String task(String title) {
    return posted("/api/v1/tasks", "{\"client\":\"romashka\",\"title\":\"" + title + "\"}")
        .path("id")
        .asText();
  }

  private static JsonNode posted(String path, String body) {
    HttpAnswer answer = REPORT.manager().post(path, body);
    if (answer.status() / 100 != 2) {
      throw new AssertionError(path + " answered " + answer);
    }
    return answer.json();
  }

  private static String address(String path) {
    return REPORT.daybook().address() + path;
  }

  /**
   * A new client with all that a visit needs, a regulation changed for it, and a machine's token.
   */
  @Test
  public void theOfficeSetsUpAClientARegulationAndAToken() throws Exception {
    String setup = address("/board/setup/");
    BROWSER.desktop().light();
    aClientIsAdded(setup);
    byte[] closed = report();
    aRegulationIsChanged(setup);
    Http manager = REPORT.manager();
    String visit =
        manager
            .post(
                "/api/v1/visits",
                "{\"kind\":\"PLANNED\",\"client\":\"lutik-it\",\"engineer\":\"engineer\",\"plannedFor\":\""
                    + Instant.now().plusSeconds(3600)
                    + "\"}")
            .json()
            .path("id")
            .asText();
    Http engineer = REPORT.daybook().http().as("engineer", RunningDaybook.PASSWORD);
    HttpAnswer started = engineer.post("/api/v1/visits/" + visit + "/start", "{}");
    assertThat(started.status()).as(started.toString()).isEqualTo(200);
    assertThat(REPORT.items("/api/v1/visits/" + visit + "/checks?limit=500"))
        .extracting(check -> check.path("title").asText())
        .contains("Проверка веб-камеры");
    assertThat(report()).as("the report of a visit that was closed before").isEqualTo(closed);
    aTokenWorks(setup);
  }

  private static void aClientIsAdded(String setup) {
    BROWSER.open(setup + "clients/new").type("#edit-name", "ООО «Лютик»");
    BROWSER.type("#edit-code", "Лютик").follow("main form button");
    assertThat(BROWSER.find("#edit-code").getAttribute("aria-describedby"))
        .contains("edit-code-problem");
    assertThat(BROWSER.violations()).isEmpty();
    BROWSER.picture("ru-setup-wrong");
    BROWSER.type("#edit-code", "lutik-it").press("#edit-plan option[value=PREMIUM]");
    BROWSER.follow("main form button");
    assertThat(BROWSER.text()).contains("Добавлено.", "Объектов пока нет.");
    BROWSER.follow("a[href*='sites/new']").type("#edit-name", "Главный офис");
    BROWSER.type("#edit-address", "Полевая улица, 1").follow("main form button");
    BROWSER.follow("a[href*='contacts/new']").type("#edit-name", "Иван Лютиков");
    BROWSER.type("#edit-email", "ivan@lutik.test").press("#edit-reportRecipient");
    BROWSER.follow("main form button");
    BROWSER.follow("a[href*='assets/new']").type("#edit-name", "Ресепшен-1");
    BROWSER.follow("main form button");
    assertThat(BROWSER.text()).contains("Ресепшен-1");
  }

  private static void aRegulationIsChanged(String setup) {
    BROWSER.open(setup + "regulations");
    BROWSER.all(".lines a").stream()
        .filter(link -> link.getText().equals("Рабочая станция"))
        .findFirst()
        .orElseThrow()
        .click();
    BROWSER.follow("button[value=add]");
    int last = BROWSER.all(".items > li").size() - 1;
    assertThat(BROWSER.focused().getAttribute("id")).isEqualTo("ru-" + last);
    BROWSER.type("#ru-" + last, "Проверка веб-камеры").type("#en-" + last, "Check the camera");
    BROWSER.follow("button[value=up-" + last + "]").follow("button[value=preview]");
    assertThat(BROWSER.find("[aria-labelledby=preview]").getText()).contains("веб-камеры");
    BROWSER.follow("button[value=keep]");
    assertThat(BROWSER.find("[aria-labelledby=history]").getText())
        .contains("Редакция 2", "Добавлено: Проверка веб-камеры.", "файлы оператора");
  }

  private static void aTokenWorks(String setup) {
    BROWSER.open(setup + "tokens/new").type("#edit-name", "Свой скрипт");
    BROWSER.press("[name='scopes-hook:signal']").follow("main form button");
    String secret = BROWSER.find("#secret").getText();
    assertThat(BROWSER.violations()).isEmpty();
    HttpAnswer taken =
        REPORT
            .daybook()
            .http()
            .bearer(secret)
            .post(
                "/hooks/signal",
                "{\"externalId\":\"it-1\",\"kind\":\"RAISED\",\"client\":\"lutik-it\",\"title\":\"Нет"
                    + " связи\"}");
    assertThat(taken.status()).as(taken.toString()).isEqualTo(202);
    BROWSER.open(setup + "tokens");
    assertThat(BROWSER.text()).contains("Свой скрипт").doesNotContain(secret);
  }

  private static byte[] report() {
    return REPORT.manager().get("/api/v1/visits/" + REPORT.visit() + "/report.html").bytes();
  }
}
