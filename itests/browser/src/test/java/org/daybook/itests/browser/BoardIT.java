package org.daybook.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.daybook.itests.support.Http;
import org.daybook.itests.support.HttpAnswer;
import org.daybook.itests.support.RunningDaybook;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;

/** The board after a day's work, in a real browser. */
public class BoardIT {
  @ClassRule public static final SentReport REPORT = new SentReport();
  @ClassRule public static final Browser BROWSER = Browser.usual();

  private static final Duration SOON = Duration.ofSeconds(60);

  @Before
  public void begin() {
    BROWSER.as("manager", RunningDaybook.PASSWORD).desktop().light();
    BROWSER.open(address("/board")).forget();
  }

  @Test
  public void aManagerIsHinderedByNothing() {
    for (String path :
        List.of(
            "/board",
            "/board/figures",
            "/board/visits/" + REPORT.visit(),
            "/board/tasks",
            "/board/tasks?tick=all&priority=HIGH&state=ALL",
            "/board/tasks/new",
            "/board/tasks/" + openTask(),
            "/board/signals",
            "/board/deliveries?show=all",
            "/board/letters?show=all",
            "/board/disputes",
            "/board/sources",
            "/board/notices")) {
      String name = path.replaceAll("/[0-9a-f-]{36}|\\?.*", "").substring(1).replace('/', '-');
      looksWell(path, name);
      BROWSER.narrow().open(address(path));
      assertThat(BROWSER.overflow()).as(path + " on the narrowest screen").isZero();
      BROWSER.phone().open(address(path)).textSize(200);
      assertThat(BROWSER.overflow()).as(path + " with large text").isZero();
    }
    assertThat(BROWSER.cookies()).isZero();
  }

  @Test
  public void theManagersPagesHinderNobodyInEnglishEither() {
    BROWSER.open(address("/login?language=en"));
    for (String path :
        List.of("/board/tasks", "/board/signals", "/board/sources", "/board/notices")) {
      looksWell(path, path.substring(1).replace('/', '-') + "-en");
      assertThat(BROWSER.find("html").getDomAttribute("lang")).isEqualTo("en");
    }
  }

  private static void looksWell(String path, String name) {
    for (boolean dark : new boolean[] {false, true}) {
      String colours = dark ? "-dark" : "-light";
      if (dark) {
        BROWSER.dark();
      } else {
        BROWSER.light();
      }
      BROWSER.desktop().open(address(path)).picture(name + "-desktop" + colours);
      assertThat(BROWSER.all("main h1")).as(path).hasSize(1);
      assertThat(BROWSER.violations()).as(path + " desktop" + colours).isEmpty();
      BROWSER.phone().open(address(path)).picture(name + "-phone" + colours);
      assertThat(BROWSER.violations()).as(path + " phone" + colours).isEmpty();
    }
  }

  @Test
  public void aManagerFindsTasksAsTheyTypeKeepsTheListAndAssignsWhatIsTicked() {
    String engineer = REPORT.items("/api/v1/staff").stream()
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
            () ->
                REPORT.items("/api/v1/deliveries?state=DEFERRED,FAILED,QUEUED").size() < before);
  }

  private static void correct() {
    posted(
        "/api/v1/visits/" + REPORT.visit() + "/report/correct", "{\"reason\":\"Уточнили\"}");
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
    return posted(
            "/api/v1/tasks", "{\"client\":\"romashka\",\"title\":\"" + title + "\"}")
        .path("id")
        .asText();
  }

  private static String openTask() {
    return REPORT.items("/api/v1/tasks?state=NEW").get(0).path("id").asText();
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
}
