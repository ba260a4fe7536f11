package org.daybook.itests.browser;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.daybook.itests.support.BundleControl;
import org.daybook.itests.support.Http;
import org.daybook.itests.support.HttpAnswer;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The client's page of a report, from the letter on, in a real browser. */
public class ClientPageIT {
  @ClassRule public static final SentReport REPORT = new SentReport();
  @ClassRule public static final Browser BROWSER = Browser.usual();

  @ClassRule public static final Browser WITHOUT_SCRIPTS = Browser.withoutScripts();

  private static final String DISPUTES = "/api/v1/disputes";

  private static String recipient;
  private static String link;

  @BeforeClass
  public static void readTheLetter() {
    recipient = REPORT.deliveries().get(0).path("recipient").asText();
    link = REPORT.linkOf(recipient);
  }

  @Before
  public void usualScreen() {
    BROWSER.desktop().light();
  }

  @Test
  public void theLinkInTheLetterOpensTheReport() {
    BROWSER.phone().open(link).picture("phone");
    assertThat(BROWSER.title()).startsWith("Отчёт о выезде № ").endsWith("ООО «Ромашка»");
    assertThat(BROWSER.find("html").getDomAttribute("lang")).isEqualTo("ru");
    assertThat(BROWSER.find("article.report h1").getText()).isNotBlank();
    assertThat(BROWSER.text())
        .contains("Проекты и задачи")
        .contains("Задачи от ответственного лица")
        .contains("Жёсткий диск сыплется: 38 переназначенных секторов");
    assertThat(BROWSER.cookies()).isZero();
    BROWSER.desktop().open(link).picture("desktop");
    assertThat(BROWSER.all("script, style")).isEmpty();
  }

  @Test
  public void thePdfIsTheReport() {
    BROWSER.open(link);
    String pdf = BROWSER.find("a[href*='report.pdf']").getDomProperty("href");
    HttpAnswer answer =
        REPORT.daybook().http().get(pdf.substring(REPORT.daybook().address().length()));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.bytes()).startsWith("%PDF-".getBytes(US_ASCII));
    assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment; filename=\"report-");
  }

  @Test
  public void theReaderAcknowledges() {
    BROWSER.phone().open(link);
    BROWSER.follow(".actions form button");
    assertThat(BROWSER.find("#done").getText()).contains("Получение отчёта подтверждено");
    assertThat(BROWSER.all("form[action$='acknowledge']")).isEmpty();
    BROWSER.picture("acknowledged");
    assertThat(REPORT.deliveries())
        .filteredOn(each -> each.path("recipient").asText().equals(recipient))
        .extracting(each -> each.path("state").asText())
        .contains("ACKNOWLEDGED");
    assertThat(BROWSER.violations()).isEmpty();
  }

  @Test
  public void theReaderMissesATaskAndTakesItBack() {
    String title = "Настроить сканер «Приёмная» & <b>";
    BROWSER.phone().open(link).type("#text", "Просили 12 марта.\nНе сканирует на почту.");
    BROWSER.follow("#dispute button");
    assertThat(BROWSER.title()).startsWith("Исправьте ошибки");
    assertThat(BROWSER.find("#title-problem").getText()).contains("какой задачи не хватает");
    assertThat(BROWSER.find("#text").getDomProperty("value")).contains("Не сканирует на почту.");
    assertThat(BROWSER.focused().getDomAttribute("id")).isEqualTo("title");
    assertThat(BROWSER.violations()).isEmpty();
    BROWSER.picture("errors");

    BROWSER.type("#title", title).follow("#dispute button");
    assertThat(BROWSER.find("#done").getText()).contains("Принято");
    assertThat(BROWSER.find(".dispute h3").getText()).isEqualTo(title);
    assertThat(BROWSER.find(".dispute").getText()).contains("Принято, ждёт проверки");
    assertThat(BROWSER.violations()).isEmpty();
    BROWSER.picture("disputed");
    JsonNode task = theOnly("/api/v1/tasks?client=romashka&source=client&limit=500", title);
    assertThat(task.path("priority").asText()).isEqualTo("HIGH");
    assertThat(task.path("description").asText()).contains("Не сканирует на почту.");
    JsonNode dispute = theOnly(DISPUTES, title);
    assertThat(dispute.path("state").asText()).isEqualTo("OPENED");
    assertThat(dispute.path("task").asText()).isEqualTo(task.path("id").asText());

    String card = "[aria-labelledby='dispute-" + dispute.path("id").asText() + "'] ";
    BROWSER.press(card + "summary").follow(card + "details button");
    assertThat(BROWSER.find("#done").getText()).contains("отозвано");
    assertThat(BROWSER.find(card + ".pill").getText()).isEqualTo("Отозвано");
    assertThat(BROWSER.all(card + "form")).isEmpty();
    assertThat(theOnly(DISPUTES, title).path("state").asText()).isIn("WITHDRAWN", "CLOSED");
  }

  @Test
  public void everythingWorksWithoutScripts() {
    String title = "Без сценариев";
    Browser plain = WITHOUT_SCRIPTS.phone();
    plain.open("data:text/html,<title>off</title><script>document.title='on'</script>");
    assertThat(plain.title()).as("what this test stands on").isEqualTo("off");
    plain.open(link);
    assertThat(plain.find("article.report h1").isDisplayed()).isTrue();
    plain.follow("#dispute button");
    assertThat(plain.find("#title-problem").isDisplayed()).isTrue();
    plain.type("#title", title).follow("#dispute button");
    assertThat(plain.find("#done").getText()).contains("Принято");
    String card =
        "[aria-labelledby='dispute-" + theOnly(DISPUTES, title).path("id").asText() + "']";
    plain.press(card + " summary").follow(card + " details button");
    assertThat(plain.find("#done").getText()).contains("отозвано");
    assertThat(plain.find(card + " .pill").getText()).isEqualTo("Отозвано");
    assertThat(plain.all(card + " form")).isEmpty();
    assertThat(plain.address()).endsWith("#done");
    plain.press(".actions a[href='#dispute']");
    assertThat(plain.address()).endsWith("#dispute");
    assertThat(plain.find("#title").isDisplayed()).isTrue();
  }

  @Test
  public void aCorrectionIsShownWithItsReasonAndTheFirstReportStays() {
    post(
        "/api/v1/visits/" + REPORT.visit() + "/report/correct",
        Map.of("reason", "Уточнили, сколько заняла работа"));
    await("the corrected report")
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                REPORT.deliveries().stream()
                        .filter(each -> each.path("recipient").asText().equals(recipient))
                        .filter(each -> !each.path("sentAt").isNull())
                        .count()
                    > 1);
    BROWSER.phone().open(link).picture("corrected");
    assertThat(BROWSER.find(".revised").getText()).contains("Уточнили, сколько заняла работа");
    assertThat(BROWSER.find(".revisions li").getText())
        .contains("Редакция 2")
        .contains("Уточнили, сколько заняла работа");
    BROWSER.follow(".revisions li:last-child a");
    assertThat(BROWSER.text()).contains("Это редакция 1, её заменила более новая.");
    assertThat(BROWSER.violations()).isEmpty();
    BROWSER.picture("first").follow("main .note a");
    assertThat(BROWSER.all("main > .note.watch")).isEmpty();
  }

  @Test
  public void aFormThatIsSentTwiceIsOneDispute() {
    String title = "Дважды отправленное";
    BROWSER.open(link).type("#title", title);
    // What a browser does on reloading the answer to a form.
    String body =
        (String)
            BROWSER.run(
                "return new URLSearchParams(new FormData("
                    + "document.querySelector('#dispute form'))).toString()");
    String action = BROWSER.find("#dispute form").getDomProperty("action");
    Http form = REPORT.daybook().http().with("Content-Type", "application/x-www-form-urlencoded");
    String path = action.substring(REPORT.daybook().address().length());
    for (int i = 0; i < 3; i++) {
      assertThat(form.post(path, body).status()).isEqualTo(303);
    }
    theOnly(DISPUTES, title);
    theOnly("/api/v1/tasks?client=romashka&source=client&limit=500", title);
  }

  @Test
  public void nobodyIsHinderedFromReading() {
    try {
      for (String language : List.of("ru", "en")) {
        language(language);
        BROWSER.preferring(language);
        looksWell(BROWSER.desktop().open(link), "desktop-" + language);
        assertThat(BROWSER.find("html").getDomAttribute("lang")).isEqualTo(language);
        looksWell(BROWSER.phone().open(link), "phone-" + language);
        looksWell(BROWSER.follow("#dispute button"), "wrong-" + language);
        looksWell(BROWSER.open(unknown()), "unknown-" + language);
        assertThat(BROWSER.find("html").getDomAttribute("lang")).isEqualTo(language);
      }
    } finally {
      language("ru");
      BROWSER.preferring("ru");
    }
  }

  private static void looksWell(Browser browser, String name) {
    assertThat(browser.pictures(name).hindrances()).as(name).isEmpty();
  }

  @Test
  public void rowsAreCardsOnTheNarrowestScreen() {
    BROWSER.open(link);
    assertThat(BROWSER.find("thead th").isDisplayed()).isTrue();
    assertThat(BROWSER.find("td .of").isDisplayed()).isFalse();
    BROWSER.narrow().open(link).picture("narrow");
    assertThat(BROWSER.find("td .of").isDisplayed()).as("a row is a card here").isTrue();
    BROWSER.textSize(200).picture("narrow-large");
  }

  @Test
  public void whateverIsPressedIsLargeEnough() {
    BROWSER.narrow().open(link);
    List<WebElement> targets =
        BROWSER.all("button, a.button, input:not([type='hidden']), textarea, summary");
    assertThat(targets).hasSizeGreaterThan(4);
    for (WebElement target : targets) {
      Dimension size = target.getSize();
      assertThat(size.getHeight()).as(target.getText()).isGreaterThanOrEqualTo(44);
      assertThat(size.getWidth()).as(target.getText()).isGreaterThanOrEqualTo(44);
    }
  }

  @Test
  public void theKeyboardIsEnough() {
    BROWSER.open(link).keys(Keys.TAB);
    assertThat(BROWSER.focused().getDomAttribute("class")).isEqualTo("skip");
    assertThat(BROWSER.focused().getLocation().getY()).as("it is seen").isNotNegative();
    assertThat(BROWSER.focused().getCssValue("outline-style")).isEqualTo("solid");
    BROWSER.keys(Keys.ENTER);
    assertThat(BROWSER.address()).endsWith("#report");
    assertThat(BROWSER.focused().getDomAttribute("id")).isEqualTo("report");
    boolean formReached = false;
    for (int i = 0; i < 30 && !formReached; i++) {
      BROWSER.keys(Keys.TAB);
      WebElement here = BROWSER.focused();
      assertThat(here.getCssValue("outline-style")).as(here.getText()).isNotEqualTo("none");
      formReached = "title".equals(here.getDomAttribute("id"));
    }
    assertThat(formReached).isTrue();
  }

  @Test
  public void onPaperThereIsOnlyTheReport() {
    BROWSER.open(link).print();
    assertThat(BROWSER.find("article.report").isDisplayed()).isTrue();
    assertThat(BROWSER.find("#dispute").isDisplayed()).isFalse();
    assertThat(BROWSER.find(".actions").isDisplayed()).isFalse();
    BROWSER.picture("print");
  }

  @Test
  public void thePageSpeaksTheLanguageOfTheClient() {
    language("en");
    try {
      BROWSER.phone().open(link).picture("english");
      assertThat(BROWSER.find("html").getDomAttribute("lang")).isEqualTo("en");
      assertThat(BROWSER.find("article.report").getDomAttribute("lang"))
          .as("the report stays as it was sent")
          .isEqualTo("ru");
      assertThat(BROWSER.find("#dispute-title").getText())
          .isEqualTo("My task is not in the report");
      assertThat(BROWSER.violations()).isEmpty();
    } finally {
      language("ru");
    }
  }

  @Test
  public void aDisputeOfAnotherReportCannotBeTakenBack() throws GeneralSecurityException {
    JsonNode foreign =
        REPORT.items(DISPUTES).stream()
            .filter(each -> !each.path("visit").asText().equals(REPORT.visit()))
            .findFirst()
            .orElseThrow(() -> new AssertionError("the demo has a dispute of an earlier visit"));
    String id = foreign.path("id").asText();
    String path = link.substring(REPORT.daybook().address().length());
    Http form = REPORT.daybook().http().with("Content-Type", "application/x-www-form-urlencoded");
    HttpAnswer answer =
        form.post(
            path + "/disputes/" + id + "/withdraw",
            "key=" + key(path.substring("/r/".length()), "withdraw:" + id));
    assertThat(answer.status()).isEqualTo(404);
    assertThat(REPORT.manager().get(DISPUTES + "/" + id).json()).isEqualTo(foreign);
  }

  /** As the form would carry it, if the page had that form. */
  private static String key(String token, String purpose) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(token.getBytes(US_ASCII), "HmacSHA256"));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(mac.doFinal(("csrf:" + purpose).getBytes(US_ASCII)));
  }

  @Test
  public void everyAnswerIsThatOfAPrivatePage() {
    String path = link.substring(REPORT.daybook().address().length());
    Http http = REPORT.daybook().http();
    Http form = http.with("Content-Type", "application/x-www-form-urlencoded");
    Map<String, HttpAnswer> answers =
        Map.of(
            "the page", http.get(path),
            "the PDF", http.get(path + "/report.pdf"),
            "its colour", http.get(path + "/style.css"),
            "a guess", http.get(unknown().substring(REPORT.daybook().address().length())),
            "a form without its key", form.post(path + "/acknowledge", "key=wrong"),
            "a page without a form", http.get(path + "/disputes"));
    assertThat(answers.get("the page").status()).isEqualTo(200);
    assertThat(answers.get("a guess").status()).isEqualTo(404);
    assertThat(answers.get("a form without its key").status()).isEqualTo(403);
    answers.forEach(
        (what, answer) -> {
          assertThat(answer.headers().firstValue("Content-Security-Policy"))
              .as(what)
              .contains(
                  "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self';"
                      + " base-uri 'none'; frame-ancestors 'none'");
          assertThat(answer.headers().firstValue("X-Robots-Tag"))
              .as(what)
              .contains("noindex, nofollow");
          assertThat(answer.headers().firstValue("Referrer-Policy"))
              .as(what)
              .contains("no-referrer");
          assertThat(answer.headers().allValues("Cache-Control"))
              .as(what)
              .containsExactly("private, no-store");
          assertThat(answer.headers().firstValue("X-Content-Type-Options"))
              .as(what)
              .contains("nosniff");
          assertThat(answer.headers().allValues("Set-Cookie")).as(what).isEmpty();
        });
  }

  @Test
  public void aGuessedTokenOpensNothing() {
    BROWSER.open(unknown());
    assertThat(BROWSER.title()).isEqualTo("Эта ссылка не открывается");
    assertThat(BROWSER.text()).contains("Ответьте на письмо с отчётом");
  }

  @Test
  public void aLinkThatWasTakenBackOpensNothingAnyMore() {
    String address = "second@romashka.test";
    post(
        "/api/v1/contacts",
        Map.of(
            "client",
            "romashka",
            "name",
            "Второй Получатель",
            "email",
            address,
            "reportRecipient",
            true));
    post("/api/v1/visits/" + REPORT.visit() + "/report/send", Map.of());
    JsonNode delivery =
        await("the letter to the new recipient")
            .atMost(Duration.ofMinutes(1))
            .until(
                () ->
                    REPORT.deliveries().stream()
                        .filter(each -> each.path("recipient").asText().equals(address))
                        .filter(each -> each.path("state").asText().equals("SENT"))
                        .findFirst()
                        .orElse(null),
                found -> found != null);
    String theirs = REPORT.linkOf(address);
    assertThat(theirs).isNotEqualTo(link);
    BROWSER.open(theirs);
    assertThat(BROWSER.text()).contains("Второй Получатель");
    post("/api/v1/deliveries/" + delivery.path("id").asText() + "/revoke-link", Map.of());
    BROWSER.open(theirs);
    String revoked = BROWSER.text();
    BROWSER.open(unknown());
    assertThat(revoked).isEqualTo(BROWSER.text());
    BROWSER.open(link);
    assertThat(BROWSER.title()).startsWith("Отчёт");
  }

  @Test
  public void whileAPartIsAwayThePageAsksToComeAgain() {
    BundleControl bundles = REPORT.daybook().bundles();
    for (String part : List.of("org.daybook.storage.jpa", "org.daybook.rendering.velocity")) {
      bundles.stop(part);
      try {
        HttpAnswer answer = page();
        assertThat(answer.status()).as(part).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("10");
        BROWSER.phone().open(link);
        assertThat(BROWSER.title()).isEqualTo("Отчёт ненадолго недоступен");
        assertThat(BROWSER.violations()).isEmpty();
      } finally {
        bundles.start(part);
      }
      await(part + " to be back")
          .atMost(Duration.ofMinutes(1))
          .until(() -> page().status() == 200 && healthy());
    }
  }

  @Test
  public void theReaderAddsAWishBeforeTheVisit() throws Exception {
    java.time.Instant soon = java.time.Instant.now().plus(Duration.ofHours(5));
    String visit =
        post(
                "/api/v1/visits",
                Map.of("kind", "PLANNED", "client", "ryabina", "plannedFor", soon.toString()))
            .path("id")
            .asText();
    java.nio.file.Path settings =
        REPORT.daybook().home().resolve("etc/org.daybook.invitations.cfg");
    java.nio.file.Files.writeString(settings, "reminders = true\n");
    String wishes =
        await("the reminder")
            .atMost(Duration.ofMinutes(1))
            .until(() -> REPORT.wishesOf(visit), found -> found != null);

    WITHOUT_SCRIPTS.phone().open(wishes).type("#text", "В приёмной, у окна.");
    WITHOUT_SCRIPTS.follow("#dispute button");
    assertThat(WITHOUT_SCRIPTS.title()).startsWith("Исправьте ошибки");
    assertThat(WITHOUT_SCRIPTS.find("#text").getDomProperty("value")).contains("у окна");
    WITHOUT_SCRIPTS.type("#title", "Настроить принтер & <b>").follow("#dispute button");
    assertThat(WITHOUT_SCRIPTS.find("#done").getText()).contains("Пожелание записано");

    BROWSER.phone().open(wishes).picture("wishes");
    assertThat(BROWSER.text()).contains("Настроить принтер & <b>");
    assertThat(BROWSER.violations()).isEmpty();
    assertThat(BROWSER.cookies()).isZero();
    assertThat(BROWSER.hindrances()).isEmpty();
    BROWSER.follow("#dispute button");
    assertThat(BROWSER.find("#title-problem").getText()).contains("Напишите, что сделать");
    assertThat(BROWSER.hindrances()).isEmpty();
    BROWSER.picture("wish-errors");
  }

  private static HttpAnswer page() {
    return REPORT.daybook().http().get(link.substring(REPORT.daybook().address().length()));
  }

  private static boolean healthy() {
    return REPORT.daybook().http().get("/health").status() == 200;
  }

  private static String unknown() {
    return link.replaceFirst("/r/.*", "/r/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
  }

  private static void language(String language) {
    String path = "/api/v1/clients/romashka";
    JsonNode client = REPORT.manager().get(path).json();
    HttpAnswer answer =
        REPORT
            .manager()
            .with("If-Match", "\"" + client.path("version").asText() + "\"")
            .with("Content-Type", "application/merge-patch+json")
            .patch(
                "/api/v1/clients/" + client.path("id").asText(),
                "{\"language\":\"" + language + "\"}");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
  }

  private static JsonNode post(String path, Map<String, ?> body) {
    String json = new com.fasterxml.jackson.databind.ObjectMapper().valueToTree(body).toString();
    HttpAnswer answer = REPORT.manager().post(path, json);
    assertThat(answer.status()).as(path + " " + answer).isBetween(200, 299);
    return answer.status() == 204 ? null : answer.json();
  }

  private static JsonNode theOnly(String path, String title) {
    List<JsonNode> found =
        REPORT.items(path).stream()
            .filter(each -> each.path("title").asText().equals(title))
            .toList();
    assertThat(found).as(title).hasSize(1);
    return found.get(0);
  }
}
