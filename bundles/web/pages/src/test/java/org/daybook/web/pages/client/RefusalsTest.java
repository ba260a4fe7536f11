package org.daybook.web.pages.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daybook.web.pages.client.PageServer.PAGE;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.dispute.DisputeRequest;
import org.daybook.testkit.Examples;
import org.daybook.web.pages.client.PageServer.Reply;
import org.daybook.web.pages.client.fake.FakeLinks;
import org.daybook.web.pages.http.FormKey;
import org.daybook.web.pages.http.Trouble;
import org.daybook.web.pages.template.Templates;
import org.jsoup.nodes.Document;
import org.junit.Rule;
import org.junit.Test;

/** What a page does not do, and how it says so. */
public class RefusalsTest {
  private static final String KEY = FormKey.of(FakeLinks.TOKEN, "acknowledge");

  @Rule
  public final PageServer server =
      new PageServer(TestConfig.usual().withLimits(1000, 1000, 1000).withHelp("Звоните: 000"));

  @Test
  public void aTokenThatOpensNothingIsOneFriendlyPage() {
    List<String> pages = new ArrayList<>();
    pages.add(checked(server.get("/r/unknown-token")));
    pages.add(checked(server.get("/r/" + FakeLinks.TOKEN.toUpperCase(Locale.ROOT))));
    server.parts.links.revoked = true;
    pages.add(checked(server.get(PAGE)));
    pages.add(checked(server.get(PAGE + "?revision=2")));
    assertThat(pages).as("nobody can tell one from the other").containsOnly(pages.get(0));
  }

  private static String checked(Reply reply) {
    assertThat(reply.status()).isEqualTo(404);
    Document page = reply.html();
    assertThat(page.selectFirst("h1").text()).isEqualTo("Эта ссылка не открывается");
    assertThat(page.text()).contains("Ответьте на письмо с отчётом").contains("Звоните: 000");
    assertThat(page.select("a.button")).isEmpty();
    return reply.text();
  }

  @Test
  public void aTokenThatOpensNothingChangesNothing() {
    server.parts.links.revoked = true;
    String dispute = FormKey.of(FakeLinks.TOKEN, "dispute");
    assertThat(server.call().post(PAGE + "/acknowledge", "key", KEY).status()).isEqualTo(404);
    assertThat(
            server
                .call()
                .post(PAGE + "/disputes", "key", dispute, "form", "12345678", "title", "x")
                .status())
        .isEqualTo(404);
    assertThat(server.get(PAGE + "/report.pdf").status()).isEqualTo(404);
    assertThat(server.get(PAGE + "/style.css").status()).isEqualTo(404);
    assertThat(server.parts.links.acknowledgements).isZero();
    assertThat(server.parts.disputes.all).isEmpty();
  }

  @Test
  public void anExpiredTokenChangesNothing() {
    server.parts.disputes.open(FakeLinks.TOKEN, new DisputeRequest("form-1", "Принтер", ""));
    List<Dispute> before = List.copyOf(server.parts.disputes.all);
    Document page = server.page();
    server.parts.links.now = Examples.reportLink().expiresAt();
    for (Reply reply :
        List.of(
            server.call().press(page, "/acknowledge"),
            server.call().press(page, "/disputes", "title", "Сканер", "text", ""),
            server.call().press(page, "/disputes/dispute-1/withdraw"))) {
      assertThat(checked(reply)).contains("Эта ссылка не открывается");
    }
    assertThat(server.parts.links.acknowledgements).isZero();
    assertThat(server.parts.disputes.all).isEqualTo(before);
  }

  @Test
  public void whatIsNoAddressOfAPageIsTheSame() {
    for (String path :
        List.of(
            "/r/",
            "/r/" + "x".repeat(201),
            PAGE + "/report.docx",
            PAGE + "/acknowledge/withdraw",
            PAGE + "/report.pdf/x/withdraw",
            PAGE + "/disputes/a%2Fb/withdraw",
            PAGE + ";jsessionid=1",
            "/r/%3Cscript%3E",
            "/r/a.b")) {
      Reply reply = server.get(path);
      assertThat(reply.status()).as(path).isEqualTo(404);
      assertThat(reply.html().selectFirst("h1").text()).as(path).isNotBlank();
      assertThat(reply.html().select("script")).isEmpty();
    }
  }

  @Test
  public void theReadersBrowserChoosesTheLanguageOfWhatIsNotThere() {
    assertThat(titleFor("en-GB,en;q=0.9,ru;q=0.1")).isEqualTo("This link does not open");
    assertThat(titleFor("de,ru;q=0.5")).isEqualTo("Эта ссылка не открывается");
    assertThat(titleFor("de")).isEqualTo("Эта ссылка не открывается");
    assertThat(titleFor("en;q=0")).isEqualTo("Эта ссылка не открывается");
    assertThat(titleFor("not a language;;q=x")).isEqualTo("Эта ссылка не открывается");
  }

  private String titleFor(String languages) {
    return server.call().with("Accept-Language", languages).get("/r/unknown").html().title();
  }

  @Test
  public void everyAnswerHasTheHeadersOfAPrivatePage() {
    for (Reply reply :
        List.of(
            server.get(PAGE),
            server.get(PAGE + "/report.pdf"),
            server.get(PAGE + "/style.css"),
            server.get("/r/unknown"),
            server.get(PAGE + "/acknowledge"),
            server.press("/acknowledge"),
            server.call().post(PAGE + "/acknowledge"),
            server.press("/disputes"))) {
      String what = reply.http.uri() + " " + reply.status();
      assertThat(reply.header("Content-Security-Policy"))
          .as(what)
          .isEqualTo(
              "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self';"
                  + " base-uri 'none'; frame-ancestors 'none'");
      assertThat(reply.header("X-Robots-Tag")).as(what).isEqualTo("noindex, nofollow");
      assertThat(reply.header("Referrer-Policy")).as(what).isEqualTo("no-referrer");
      assertThat(reply.header("Cache-Control")).as(what).isEqualTo("private, no-store");
      assertThat(reply.header("X-Content-Type-Options")).as(what).isEqualTo("nosniff");
      assertThat(reply.http.headers().allValues("Set-Cookie")).as(what).isEmpty();
    }
  }

  @Test
  public void aMethodThatIsNotMeantIsRefusedWithThoseThatAre() {
    for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "OPTIONS")) {
      for (String path : List.of(PAGE, PAGE + "/report.pdf", PAGE + "/style.css")) {
        Reply reply = server.call().send(method, path);
        assertThat(reply.status()).as(method + " " + path).isEqualTo(405);
        assertThat(reply.header("Allow")).isEqualTo("GET, HEAD");
      }
    }
    for (String path : List.of("/acknowledge", "/disputes", "/disputes/dispute-1/withdraw")) {
      Reply reply = server.get(PAGE + path);
      assertThat(reply.status()).as(path).isEqualTo(405);
      assertThat(reply.header("Allow")).isEqualTo("POST");
      assertThat(reply.html().selectFirst("a.button").absUrl("href")).endsWith(PAGE);
      assertThat(reply.html().selectFirst("link[rel=stylesheet]").absUrl("href"))
          .doesNotContain("..")
          .contains("/pages/page.css");
    }
    assertThat(server.parts.links.acknowledged).isFalse();
  }

  @Test
  public void onlyFormsInUtf8AreRead() {
    for (String type :
        List.of(
            "application/json",
            "text/plain",
            "multipart/form-data; boundary=x",
            "application/x-www-form-urlencoded; charset=windows-1251")) {
      Reply reply = server.call().postAs(type, PAGE + "/acknowledge", "key=" + KEY);
      assertThat(reply.status()).as(type).isEqualTo(415);
    }
    Reply packed =
        server.call().with("Content-Encoding", "gzip").post(PAGE + "/acknowledge", "key", KEY);
    assertThat(packed.status()).isEqualTo(415);
    Reply read =
        server
            .call()
            .postAs(
                "Application/X-WWW-Form-UrlEncoded; charset=UTF-8",
                PAGE + "/acknowledge",
                "key=" + KEY);
    assertThat(read.status()).isEqualTo(303);
  }

  @Test
  public void aFormThatCannotBeReadIsRefused() {
    for (String body :
        List.of(
            "key=%zz", "key=%4", "key=%", "key=%ff%fe", "key=" + KEY + "&key=" + KEY, "%c0%af=1")) {
      Reply reply = server.call().postRaw(PAGE + "/acknowledge", body);
      assertThat(reply.status()).as(body).isEqualTo(400);
    }
    assertThat(server.get(PAGE + "?revision=%ff").status()).isEqualTo(400);
    assertThat(server.parts.links.acknowledged).isFalse();
  }

  @Test
  public void aBodyOfMoreThan256KiBIsRefused() {
    String key = "key=" + KEY + "&x=";
    int left = 256 * 1024 - key.length();
    assertThat(server.call().postRaw(PAGE + "/acknowledge", key + "x".repeat(left)).status())
        .isEqualTo(303);
    Reply refused = server.call().postRaw(PAGE + "/acknowledge", key + "x".repeat(left + 1));
    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.html().selectFirst("h1").text()).isEqualTo("Слишком много текста");
    assertThat(server.call().postRaw(PAGE + "/acknowledge", "x".repeat(3_000_000)).status())
        .isEqualTo(413);
  }

  @Test
  public void aBodyThatIsOnlyAnnouncedIsRefusedAtOnce() throws IOException {
    String answer =
        server.raw(
            "POST "
                + PAGE
                + "/acknowledge HTTP/1.1\r\nHost: 127.0.0.1\r\nExpect: 100-continue\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: 300000\r\nConnection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 413");
  }

  @Test
  public void withoutStorageThePageAsksToComeAgain() {
    Document page = server.page();
    server.parts.withoutStorage();
    for (Reply reply :
        List.of(
            server.get(PAGE),
            server.get(PAGE + "/report.pdf"),
            server.get(PAGE + "/style.css"),
            server.call().press(page, "/acknowledge"),
            server.call().press(page, "/disputes", "title", "Принтер", "text", ""))) {
      assertThat(reply.status()).isEqualTo(503);
      assertThat(reply.header("Retry-After")).isEqualTo("10");
      assertThat(reply.html().selectFirst("h1").text()).isEqualTo("Отчёт ненадолго недоступен");
    }
  }

  @Test
  public void withoutARendererThePageAsksToComeAgain() {
    server.parts.deliveries.rendererThere = false;
    assertThat(server.get(PAGE).status()).isEqualTo(503);
    assertThat(server.get(PAGE + "/report.pdf").status()).isEqualTo(503);
    server.parts.deliveries.rendererThere = true;
    server.parts.deliveries.rendererFails = true;
    assertThat(server.get(PAGE).status()).isEqualTo(503);
    server.parts.withoutDelivery();
    assertThat(server.get(PAGE).header("Retry-After")).isEqualTo("10");
  }

  @Test
  public void whatNobodyExpectedIsNoStackTrace() {
    server.parts.links.fault = new IllegalStateException("secret detail");
    Reply reply = server.get(PAGE);
    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.text()).doesNotContain("secret").doesNotContain("Exception");
    assertThat(reply.html().text()).contains("Номер случая");
  }

  @Test
  public void everyTroubleHasWordsInBothLanguages() {
    TroublePage troubles = new TroublePage(new Templates(), Locale.forLanguageTag("ru"), "", "");
    for (Trouble trouble : Trouble.values()) {
      if (trouble.isForStaff()) {
        continue;
      }
      for (String language : List.of("ru", "en")) {
        String page =
            new String(
                troubles.of(trouble, language, "", "token", "").body(),
                java.nio.charset.StandardCharsets.UTF_8);
        assertThat(page).contains("lang=\"" + language + "\"").doesNotContain("$");
      }
    }
  }

  @Test
  public void aConfigurationThatMakesNoSenseIsRefusedInASentence() {
    TestConfig usual = TestConfig.usual();
    for (TestConfig bad :
        List.of(
            usual.withLanguage("de"),
            usual.withLimits(0, 1, 1),
            usual.withLimits(1, 0, 1),
            usual.withLimits(1, 1, 0),
            usual.withRetryAfter(-1))) {
      assertThatThrownBy(() -> new ReportPageServlet(server.parts, new Templates(), bad))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("org.daybook.web.pages: ");
    }
  }
}
