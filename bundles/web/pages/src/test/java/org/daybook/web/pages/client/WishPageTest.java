package org.daybook.web.pages.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.source.TaskRequest;
import org.daybook.api.task.Priority;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.Examples;
import org.daybook.web.pages.client.PageServer.Reply;
import org.daybook.web.pages.client.fake.FakeLinks;
import org.daybook.web.pages.client.fake.FakeWishes;
import org.daybook.web.pages.http.FormKey;
import org.jsoup.nodes.Document;
import org.junit.Rule;
import org.junit.Test;

/** The page where the client's people add wishes to a visit. */
public class WishPageTest {
  private static final String PAGE = "/w/" + FakeWishes.TOKEN;

  @Rule public final PageServer server = new PageServer(TestConfig.usual());

  private final FakeWishes wishes = server.parts.wishes;

  @Test
  public void itShowsTheVisitAndTheFormInTheClientsLanguage() {
    Document page = page();
    assertThat(page.selectFirst("html").attr("lang")).isEqualTo("ru");
    assertThat(page.title()).isEqualTo("Выезд 12 марта 2026, 09:00 — ООО «Ромашка»");
    assertThat(page.text()).contains("Анна Лютикова", "ООО «Ромашка»", "Добавить пожелание");
    assertThat(page.select("label")).hasSize(3);
    assertThat(page.select("select option").eachAttr("value"))
        .containsExactly("NORMAL", "HIGH", "URGENT", "LOW");
    assertThat(page.select("script, [style], [onclick]")).isEmpty();
    wishes.client = Examples.client().toBuilder().language(Locale.ENGLISH).build();
    Document english = page();
    assertThat(english.selectFirst("html").attr("lang")).isEqualTo("en");
    assertThat(english.text()).contains("Add a wish").doesNotContain("Добавить");
  }

  @Test
  public void aWishIsRecordedThroughTheEntranceOfWishes() {
    Reply reply =
        press("title", " Настроить принтер ", "text", "В приёмной.\r\nБледно", "priority", "HIGH");
    assertThat(reply.status()).isEqualTo(303);
    assertThat(reply.next()).isEqualTo(PAGE + "?done=added");
    TaskRequest request = wishes.requests.get(0);
    assertThat(request.title()).contains("Настроить принтер");
    assertThat(request.description()).contains("В приёмной.\nБледно");
    assertThat(request.priority()).contains(Priority.HIGH);
    assertThat(request.visitId()).contains(Examples.VISIT_ID);
    assertThat(request.client()).contains("romashka");
    assertThat(wishes.authors.get(0).id()).isEqualTo("contact:" + Examples.CONTACT_ID);
    Document page = server.get(reply.next()).html();
    assertThat(page.selectFirst("#done").text()).contains("Пожелание записано");
    assertThat(page.select("section li strong").eachText()).containsExactly("Настроить принтер");
  }

  @Test
  public void sentTwiceItIsOneWish() {
    Document form = page();
    server.call().press(form, "/wishes", "title", "Мышь", "text", "", "priority", "NORMAL");
    server.call().press(form, "/wishes", "title", "Мышь", "text", "", "priority", "NORMAL");
    assertThat(wishes.requests.get(0).externalId()).isEqualTo(wishes.requests.get(1).externalId());
    assertThat(page().select("section li")).hasSize(1);
    assertThat(wishes.requests.get(0).description()).isEqualTo(Optional.empty());
  }

  @Test
  public void whateverIsNoPriorityIsTheUsualOne() {
    press("title", "Мышь", "text", "", "priority", "NOW!");
    assertThat(wishes.requests.get(0).priority()).contains(Priority.NORMAL);
  }

  @Test
  public void whatIsWrongIsSaidAndNothingThatWasTypedIsLost() {
    for (String[] wrong :
        new String[][] {
          {"", "Напишите, что сделать."},
          {"x".repeat(201), "Слишком длинно: знаков 201"},
          {"a\nb", "знаки, которых мы не понимаем"}
        }) {
      Reply reply = press("title", wrong[0], "text", "Подробности <b>", "priority", "URGENT");
      assertThat(reply.status()).isEqualTo(422);
      Document page = reply.html();
      assertThat(page.selectFirst("#title-problem").text()).contains(wrong[1]);
      assertThat(page.selectFirst("#title").attr("aria-invalid")).isEqualTo("true");
      assertThat(page.selectFirst("textarea").wholeText().strip()).isEqualTo("Подробности <b>");
      assertThat(page.selectFirst("option[selected]").attr("value")).isEqualTo("URGENT");
      assertThat(page.title()).startsWith("Исправьте ошибки");
    }
    assertThat(wishes.requests).isEmpty();
  }

  @Test
  public void whatThePlatformRefusesIsSaidInPlainWords() {
    wishes.fault = new InvalidInputException("title", "no");
    assertThat(press("title", "Мышь", "text", "", "priority", "LOW").status()).isEqualTo(422);
    wishes.fault = new UnavailableException("the source is away");
    Reply later = press("title", "Мышь", "text", "", "priority", "LOW");
    assertThat(later.status()).isEqualTo(503);
    assertThat(later.header("Retry-After")).isNotEmpty();
    assertThat(later.html().selectFirst("#title").val()).isEqualTo("Мышь");
    server.parts.withoutIntake();
    assertThat(press("title", "Мышь", "text", "", "priority", "LOW").status()).isEqualTo(503);
  }

  @Test
  public void wishesCloseWhenTheVisitIsOver() {
    for (VisitState state : VisitState.values()) {
      wishes.state = VisitState.SCHEDULED;
      Document form = page();
      wishes.state = state;
      boolean open =
          state == VisitState.SCHEDULED
              || state == VisitState.RESCHEDULED
              || state == VisitState.ON_SITE;
      assertThat(page().select("form")).as(state.name()).hasSize(open ? 1 : 0);
      Reply reply =
          server.call().press(form, "/wishes", "title", "a" + state, "text", "", "priority", "LOW");
      assertThat(reply.status()).as(state.name()).isEqualTo(open ? 303 : 409);
      if (!open) {
        assertThat(reply.text()).contains("больше не принимаются");
      }
    }
    assertThat(wishes.requests).hasSize(3);
  }

  @Test
  public void ofOneVisitOnlySoMuchIsAsked() {
    server.parts.store.prepare(
        tx -> {
          for (int i = 0; i < 30; i++) {
            tx.tasks()
                .insert(
                    Examples.task().toBuilder()
                        .id("wish-" + i)
                        .source("client")
                        .externalId("wish-" + i)
                        .visitId(Examples.VISIT_ID)
                        .build());
          }
        });
    Reply reply = press("title", "Ещё", "text", "", "priority", "LOW");
    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.text()).contains("уже много пожеланий");
  }

  @Test
  public void aTokenThatOpensNothingIsOneFriendlyPage() {
    String key = FormKey.of(FakeWishes.TOKEN, WishPages.PURPOSE);
    List<String> pages = new ArrayList<>();
    pages.add(missing(server.get("/w/unknown-token")));
    pages.add(missing(server.get("/w/" + FakeLinks.TOKEN)));
    pages.add(missing(server.get("/w/" + FakeWishes.TOKEN.toUpperCase(Locale.ROOT))));
    wishes.revoked = true;
    pages.add(missing(server.get(PAGE)));
    assertThat(pages).as("nobody can tell one from the other").containsOnly(pages.get(0));
    missing(
        server
            .call()
            .post(PAGE + "/wishes", "key", key, "form", "12345678", "title", "x", "text", ""));
    assertThat(server.get("/r/" + FakeWishes.TOKEN).status()).isEqualTo(404);
    assertThat(wishes.requests).isEmpty();
  }

  @Test
  public void whatIsNoAddressOfAPageIsNotThere() {
    for (String path :
        List.of("/w/", "/w/" + "x".repeat(201), PAGE + "/", PAGE + "/report.pdf", PAGE + ";a=1")) {
      assertThat(server.get(path).status()).as(path).isEqualTo(404);
    }
    assertThat(server.get(PAGE + "/wishes").status()).isEqualTo(405);
    assertThat(server.call().send("DELETE", PAGE).status()).isEqualTo(405);
  }

  @Test
  public void aFormOfSomebodyElsesIsRefused() {
    String key = FormKey.of(FakeWishes.TOKEN, WishPages.PURPOSE);
    String[] fields = {"form", "12345678", "title", "x", "text", "", "priority", "LOW"};
    assertThat(server.call().post(PAGE + "/wishes", fields).status()).isEqualTo(403);
    assertThat(
            server
                .call()
                .with("Sec-Fetch-Site", "cross-site")
                .press(page(), "/wishes", "title", "x", "text", "", "priority", "LOW")
                .status())
        .isEqualTo(403);
    assertThat(
            server
                .call()
                .with("Origin", "https://other.example.com")
                .press(page(), "/wishes", "title", "x", "text", "", "priority", "LOW")
                .status())
        .isEqualTo(403);
    String other = FormKey.of(FakeWishes.TOKEN, "dispute");
    assertThat(
            server
                .call()
                .post(PAGE + "/wishes", "key", other, "form", "12345678", "title", "x", "text", "")
                .status())
        .isEqualTo(403);
    assertThat(key).isNotEqualTo(other);
    assertThat(
            server
                .call()
                .postAs("text/plain", PAGE + "/wishes", "key=" + key + "&form=12345678&title=x")
                .status())
        .isEqualTo(415);
    assertThat(wishes.requests).isEmpty();
  }

  @Test
  public void everyAnswerHasTheHeadersOfAPrivatePage() {
    for (Reply reply :
        List.of(
            server.get(PAGE),
            server.get("/w/unknown"),
            server.get(PAGE + "/wishes"),
            press("title", "x", "text", "", "priority", "LOW"),
            press("title", "", "text", "", "priority", "LOW"))) {
      assertThat(reply.header("Content-Security-Policy")).contains("default-src 'none'");
      assertThat(reply.header("X-Robots-Tag")).isEqualTo("noindex, nofollow");
      assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(reply.header("Cache-Control")).isEqualTo("private, no-store");
      assertThat(reply.http.headers().allValues("Set-Cookie")).isEmpty();
    }
  }

  @Test
  public void whoPressesTooOftenWaits() {
    int status = 0;
    for (int i = 0; i < 40 && status != 429; i++) {
      status = press("title", "x" + i, "text", "", "priority", "LOW").status();
    }
    assertThat(status).isEqualTo(429);
  }

  @Test
  public void hostileTextsAreShownAsTexts() {
    String hostile = "<script>alert(1)</script>\" onfocus=\"x $p.key() #set($x=1)";
    press("title", hostile, "text", hostile, "priority", "LOW");
    Document page = page();
    assertThat(page.select("script, [onfocus]")).isEmpty();
    assertThat(page.selectFirst("section li strong").text()).isEqualTo(hostile);
  }

  @Test
  public void withoutStorageItIsAFriendlyPage() {
    server.parts.withoutStorage();
    Reply reply = server.get(PAGE);
    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.html().selectFirst("h1").text()).isEqualTo("Страница ненадолго недоступна");
    assertThat(reply.text()).doesNotContain("отчёт");
  }

  private static String missing(Reply reply) {
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.html().selectFirst("h1").text()).isEqualTo("Эта ссылка не открывается");
    assertThat(reply.text()).doesNotContain("отчёт");
    return reply.text();
  }

  private Document page() {
    Reply reply = server.get(PAGE);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.html();
  }

  private Reply press(String... fields) {
    Document form = page();
    return server.call().press(form, "/wishes", fields);
  }
}
