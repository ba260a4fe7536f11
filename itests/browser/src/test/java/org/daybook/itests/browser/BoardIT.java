package org.daybook.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.daybook.itests.support.Http;
import org.daybook.itests.support.HttpAnswer;
import org.daybook.itests.support.RunningDaybook;
import org.junit.ClassRule;
import org.junit.Test;

/** The board after a day's work, in a real browser. */
public class BoardIT {
  @ClassRule public static final SentReport REPORT = new SentReport();
  @ClassRule public static final Browser BROWSER = Browser.usual();

  @Test
  public void aManagerIsHinderedByNothing() {
    BROWSER.as("manager", RunningDaybook.PASSWORD);
    for (String path : List.of("/board", "/board/figures", "/board/visits/" + REPORT.visit())) {
      String name = path.replaceAll("/[0-9a-f-]{36}", "").substring(1).replace('/', '-');
      String page = REPORT.daybook().address() + path;
      for (boolean dark : new boolean[] {false, true}) {
        String colours = dark ? "-dark" : "-light";
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
    assertThat(BROWSER.cookies()).isZero();
  }

  /**
   * A new client with all that a visit needs, a regulation changed for it, and a machine's token.
   */
  @Test
  public void theOfficeSetsUpAClientARegulationAndAToken() throws Exception {
    String setup = REPORT.daybook().address() + "/board/setup/";
    BROWSER.desktop().light().as("manager", RunningDaybook.PASSWORD);
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
    for (String path :
        List.of("", "clients", "clients/new", "staff/new", "tokens/new", "regulations", "assets")) {
      looksRight(setup + path, "ru-setup-" + path.replace('/', '-'));
    }
    inEnglish(
        () -> {
          for (String path : List.of("clients/new", "tokens/new", "regulations")) {
            looksRight(setup + path, "en-setup-" + path.replace('/', '-'));
          }
        });
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
    String client = BROWSER.address().replaceAll("[?#].*", "");
    BROWSER.follow("a[href*='sites/new']").type("#edit-name", "Главный офис");
    BROWSER.type("#edit-address", "Полевая улица, 1").follow("main form button");
    BROWSER.follow("a[href*='contacts/new']").type("#edit-name", "Иван Лютиков");
    BROWSER.type("#edit-email", "ivan@lutik.test").press("#edit-reportRecipient");
    BROWSER.follow("main form button");
    BROWSER.follow("a[href*='assets/new']").type("#edit-name", "Ресепшен-1");
    BROWSER.follow("main form button");
    assertThat(BROWSER.text()).contains("Ресепшен-1");
    looksRight(client, "ru-setup-client");
  }

  private static void aRegulationIsChanged(String setup) {
    BROWSER.open(setup + "regulations");
    BROWSER.all(".lines a").stream()
        .filter(link -> link.getText().equals("Рабочая станция"))
        .findFirst()
        .orElseThrow()
        .click();
    String regulation = BROWSER.address();
    BROWSER.follow("button[value=add]");
    int last = BROWSER.all(".items > li").size() - 1;
    assertThat(BROWSER.focused().getAttribute("id")).isEqualTo("ru-" + last);
    BROWSER.type("#ru-" + last, "Проверка веб-камеры").type("#en-" + last, "Check the camera");
    BROWSER.follow("button[value=up-" + last + "]").follow("button[value=preview]");
    assertThat(BROWSER.find("[aria-labelledby=preview]").getText()).contains("веб-камеры");
    BROWSER.follow("button[value=keep]");
    assertThat(BROWSER.find("[aria-labelledby=history]").getText())
        .contains("Редакция 2", "Добавлено: Проверка веб-камеры.", "файлы оператора");
    looksRight(regulation, "ru-setup-regulation");
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

  private static void looksRight(String page, String name) {
    for (boolean dark : new boolean[] {false, true}) {
      String colours = dark ? "-dark" : "-light";
      if (dark) {
        BROWSER.dark();
      } else {
        BROWSER.light();
      }
      BROWSER.desktop().open(page).picture(name + "-desktop" + colours);
      assertThat(BROWSER.violations()).as(name + " desktop" + colours).isEmpty();
      BROWSER.phone().open(page).picture(name + "-phone" + colours);
      assertThat(BROWSER.violations()).as(name + " phone" + colours).isEmpty();
    }
    BROWSER.narrow().open(page);
    assertThat(BROWSER.overflow()).as(name + " on the narrowest screen").isZero();
    BROWSER.desktop().light().open(page);
  }

  /** As where the office reads English. */
  private static void inEnglish(Runnable work) throws IOException {
    Path config = REPORT.daybook().home().resolve("etc/org.daybook.web.pages.cfg");
    String before = Files.readString(config);
    try {
      Files.writeString(config, before + "\nlanguage = en\n");
      awaitLanguage("en");
      work.run();
    } finally {
      Files.writeString(config, before);
      awaitLanguage("ru");
    }
  }

  private static void awaitLanguage(String language) {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                REPORT
                    .manager()
                    .get("/board/setup")
                    .text()
                    .contains("<html lang=\"" + language + "\""));
  }
}
