package org.daybook.web.pages.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daybook.web.pages.client.PageServer.PAGE;

import java.util.List;
import java.util.Optional;
import org.daybook.api.dispute.DisputeRequest;
import org.daybook.api.dispute.DisputeState;
import org.daybook.api.error.FieldError;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.UnavailableException;
import org.daybook.testkit.Examples;
import org.daybook.web.pages.client.PageServer.Reply;
import org.daybook.web.pages.client.fake.FakeLinks;
import org.daybook.web.pages.http.FormKey;
import org.jsoup.nodes.Document;
import org.junit.Rule;
import org.junit.Test;

/** What the reader of a page does. */
public class FormsTest {
  @Rule public final PageServer server = new PageServer(TestConfig.usual());

  @Test
  public void theReaderAcknowledgesAndIsThanked() {
    Reply pressed = server.press("/acknowledge");
    assertThat(pressed.status()).isEqualTo(303);
    assertThat(pressed.next()).isEqualTo(PAGE + "?done=acknowledged&of=1");
    assertThat(server.parts.links.acknowledged).isTrue();
    Document page = server.get(pressed.next()).html();
    assertThat(page.getElementById("done").text()).contains("Получение отчёта подтверждено");
    assertThat(page.title()).startsWith("Спасибо!");
    assertThat(page.select("form[action$=acknowledge]")).isEmpty();
    assertThat(page.selectFirst(".actions").text()).contains("Получение подтверждено");
  }

  @Test
  public void whoseLetterCameBackIsThankedToo() {
    server.parts.links.bounced = true;
    Reply pressed = server.press("/acknowledge");
    Document page = server.get(pressed.next()).html();
    assertThat(page.getElementById("done").text()).contains("Мы записали, что вы видели отчёт");
    server.parts.links.correct("Исправлено время работ");
    assertThat(server.get(pressed.next()).html().getElementById("done"))
        .as("that was the report before")
        .isNull();
  }

  @Test
  public void whatWentOutWhileThePageWasOpenIsSeenBeforeItIsAcknowledged() {
    Document page = server.page();
    server.parts.links.correct("Исправлено время работ");
    Reply pressed = server.call().press(page, "/acknowledge");
    assertThat(pressed.status()).isEqualTo(303);
    assertThat(server.parts.links.acknowledged).isFalse();
    Document next = server.get(pressed.next()).html();
    assertThat(next.getElementById("done").text()).contains("вышла новая редакция");
    assertThat(server.call().press(next, "/acknowledge").status()).isEqualTo(303);
    assertThat(server.parts.links.acknowledged).isTrue();
  }

  @Test
  public void acknowledgingTwiceIsHarmless() {
    Document page = server.page();
    assertThat(server.call().press(page, "/acknowledge").status()).isEqualTo(303);
    assertThat(server.call().press(page, "/acknowledge").status()).isEqualTo(303);
  }

  @Test
  public void theReaderSaysThatATaskIsMissing() {
    Reply sent = server.press("/disputes", "title", "  Принтер  ", "text", "Не печатает\r\nсовсем");
    assertThat(sent.status()).isEqualTo(303);
    assertThat(server.parts.disputes.all)
        .singleElement()
        .satisfies(
            dispute -> {
              assertThat(dispute.title()).isEqualTo("Принтер");
              assertThat(dispute.text()).isEqualTo("Не печатает\nсовсем");
              assertThat(dispute.externalId()).hasSizeLessThanOrEqualTo(100);
            });
    Document page = server.get(sent.next()).html();
    assertThat(page.getElementById("done").text()).startsWith("✓ Принято");
    assertThat(page.selectFirst("#done a").attr("href")).isEqualTo("#dispute-dispute-1");
    assertThat(page.selectFirst(".dispute h3").text()).isEqualTo("Принтер");
    assertThat(page.getElementById("title").attr("value")).isEmpty();
  }

  @Test
  public void aFormThatIsSentTwiceIsOneDispute() {
    Document page = server.page();
    Reply first = server.call().press(page, "/disputes", "title", "Принтер", "text", "");
    Reply second = server.call().press(page, "/disputes", "title", "Принтер ", "text", "");
    assertThat(second.status()).isEqualTo(303);
    assertThat(second.next()).isEqualTo(first.next());
    assertThat(server.parts.disputes.all).hasSize(1);
  }

  @Test
  public void anotherTaskInTheSameFormIsAnotherDispute() {
    Document page = server.page();
    server.call().press(page, "/disputes", "title", "Принтер", "text", "");
    server.call().press(page, "/disputes", "title", "Сканер", "text", "");
    assertThat(server.parts.disputes.all).hasSize(2);
  }

  @Test
  public void eachPageHasAFormOfItsOwn() {
    assertThat(server.page().selectFirst("input[name=form]").attr("value"))
        .isNotEqualTo(server.page().selectFirst("input[name=form]").attr("value"));
  }

  @Test
  public void errorsStandBesideTheFieldAndWhatWasTypedStays() {
    Document before = server.page();
    Reply refused =
        server
            .call()
            .press(before, "/disputes", "title", "  ", "text", "Не печатает <b>\"совсем\"");
    assertThat(refused.status()).isEqualTo(422);
    Document page = refused.html();
    assertThat(page.title()).startsWith("Исправьте ошибки");
    assertThat(page.selectFirst("[role=alert]").text()).contains("Сообщение не отправлено");
    assertThat(page.selectFirst("[role=alert] a").attr("href")).isEqualTo("#title");
    assertThat(page.getElementById("title-problem").text())
        .contains("Напишите, какой задачи не хватает");
    assertThat(page.getElementById("title").attr("aria-invalid")).isEqualTo("true");
    assertThat(page.getElementById("title").attr("aria-describedby"))
        .isEqualTo("title-problem title-hint");
    assertThat(page.select("[autofocus]").eachAttr("id")).containsExactly("title");
    assertThat(page.getElementById("text").attr("aria-invalid")).isEmpty();
    assertThat(typed(page)).isEqualTo("Не печатает <b>\"совсем\"");
    assertThat(page.selectFirst("input[name=form]").attr("value"))
        .isEqualTo(before.selectFirst("input[name=form]").attr("value"));
    assertThat(server.parts.disputes.all).isEmpty();
    Reply mended = server.call().press(page, "/disputes", "title", "Принтер", "text", "");
    assertThat(mended.status()).isEqualTo(303);
    assertThat(mended.next()).startsWith(PAGE + "?done=opened");
  }

  @Test
  public void addressesOnAPageOfErrorsLeadToTheSamePlaces() {
    Document page = server.press("/disputes", "title", "", "text", "").html();
    assertThat(page.select("form").eachAttr("abs:action"))
        .allSatisfy(action -> assertThat(action).contains(PAGE + "/").doesNotContain("/../"));
    assertThat(page.select("link[rel=stylesheet]").get(0).absUrl("href"))
        .contains("/pages/page.css?v=");
    assertThat(page.selectFirst("a[href*=report.pdf]").absUrl("href"))
        .contains(PAGE + "/report.pdf");
  }

  @Test
  public void textsThatAreTooLongAreRefusedEachAtItsField() {
    Document page =
        server.press("/disputes", "title", "я".repeat(201), "text", "ю".repeat(4001)).html();
    assertThat(page.getElementById("title-problem").text())
        .isEqualTo(
            "✕ Слишком длинно: знаков 201, а можно не больше 200. Остальное напишите в"
                + " подробностях.");
    assertThat(page.getElementById("text-problem").text())
        .isEqualTo("✕ Слишком длинно: знаков 4001, а можно не больше 4000. Сократите, пожалуйста.");
    assertThat(page.getElementById("title").attr("value")).hasSize(201);
    assertThat(typed(page)).hasSize(4001);
    Reply longest = server.press("/disputes", "title", "я".repeat(200), "text", "ю".repeat(4000));
    assertThat(longest.status()).isEqualTo(303);
  }

  @Test
  public void whatThePlatformFindsWrongStandsAtItsField() {
    server.parts.disputes.fault =
        new InvalidInputException(
            List.of(
                new FieldError("title", "must have no control characters"),
                new FieldError("text", "must have no control characters")));
    Reply refused = server.press("/disputes", "title", "При\u0001нтер", "text", "Не печатает");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.html().getElementById("title-problem").text()).contains("знаки");
    assertThat(refused.html().getElementById("text-problem").text()).contains("знаки");
    assertThat(refused.text()).doesNotContain("\u0001").doesNotContain("control characters");
  }

  @Test
  public void tooManyDisputesAreRefusedInWords() {
    server.parts.disputes.fault = new RefusedException("Too many open disputes.");
    Reply refused = server.press("/disputes", "title", "Принтер", "text", "Не печатает");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.html().selectFirst("[role=alert]").text()).contains("уже много сообщений");
    assertThat(refused.html().getElementById("form-problem").text())
        .contains("уже много сообщений");
    assertThat(refused.html().getElementById("title").attr("value")).isEqualTo("Принтер");
    assertThat(refused.html().title()).startsWith("Сообщение не отправлено — Отчёт");
  }

  @Test
  public void aContractThatHasEndedIsNoCrowdOfMessages() {
    server.parts.store.prepare(
        tx -> tx.clients().insert(Examples.client().toBuilder().active(false).build()));
    server.parts.disputes.fault = new RefusedException("The contract has ended.");
    Reply refused = server.press("/disputes", "title", "Принтер", "text", "");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.html().getElementById("form-problem").text())
        .startsWith("✕ Договор на обслуживание закончился")
        .doesNotContain("много");
    server.parts.links.language = Examples.ENGLISH;
    refused = server.press("/disputes", "title", "Printer", "text", "");
    assertThat(refused.html().title()).startsWith("Not sent — Visit report");
    assertThat(refused.html().getElementById("form-problem").text())
        .startsWith("✕ The contract for our services has ended");
  }

  @Test
  public void nothingTypedIsLostWhenDisputesCannotBeTaken() {
    server.parts.disputes.fault = new UnavailableException("The database does not answer.");
    Reply refused = server.press("/disputes", "title", "Принтер", "text", "Не печатает");
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.header("Retry-After")).isEqualTo("10");
    assertThat(typed(refused.html())).isEqualTo("Не печатает");
    assertThat(refused.html().title()).startsWith("Сообщение не отправлено — Отчёт");
    Document page = server.page();
    server.parts.withoutDisputes();
    Reply gone = server.call().press(page, "/disputes", "title", "Принтер", "text", "Совсем");
    assertThat(gone.status()).isEqualTo(503);
    assertThat(typed(gone.html())).isEqualTo("Совсем");
  }

  @Test
  public void theReaderTakesADisputeBack() {
    server.press("/disputes", "title", "Принтер", "text", "");
    Reply withdrawn = server.press("/disputes/dispute-1/withdraw");
    assertThat(withdrawn.status()).isEqualTo(303);
    assertThat(withdrawn.next()).startsWith(PAGE + "?done=withdrawn");
    Document page = server.get(withdrawn.next()).html();
    assertThat(page.getElementById("done").text()).contains("отозвано");
    assertThat(page.selectFirst(".dispute .pill").text()).isEqualTo("Отозвано");
    assertThat(page.select(".dispute form")).isEmpty();
  }

  @Test
  public void whatIsDecidedCannotBeTakenBack() {
    server.press("/disputes", "title", "Принтер", "text", "");
    Document page = server.page();
    server.parts.disputes.change(
        server.parts.disputes.all.get(0).toBuilder().state(DisputeState.UPHELD).build());
    Reply refused = server.call().press(page, "/disputes/dispute-1/withdraw");
    assertThat(server.get(refused.next()).html().getElementById("done").text())
        .contains("Отозвать уже нельзя");
    assertThat(server.parts.disputes.all.get(0).state()).isEqualTo(DisputeState.UPHELD);
  }

  @Test
  public void whatAnotherReaderOpenedIsShownWithoutTheForm() {
    server.press("/disputes", "title", "Принтер", "text", "");
    server.parts.disputes.change(
        server.parts.disputes.all.get(0).toBuilder().contactId("contact-2").build());
    Document page = server.page();
    assertThat(page.selectFirst(".dispute h3").text()).isEqualTo("Принтер");
    assertThat(page.select(".dispute form")).isEmpty();
    String key = FormKey.of(FakeLinks.TOKEN, "withdraw:dispute-1");
    assertThat(server.call().post(PAGE + "/disputes/dispute-1/withdraw", "key", key).status())
        .isEqualTo(404);
    server.parts.disputes.change(
        server.parts.disputes.all.get(0).toBuilder().contactId(Optional.empty()).build());
    assertThat(server.page().select(".dispute form")).hasSize(1);
  }

  @Test
  public void aDisputeOfAnotherReportIsNotThere() {
    String key = FormKey.of(FakeLinks.TOKEN, "withdraw:dispute-7");
    Reply refused = server.call().post(PAGE + "/disputes/dispute-7/withdraw", "key", key);
    assertThat(refused.status()).isEqualTo(404);
  }

  @Test
  public void oneKeyOpensOneFormOnly() {
    server.parts.disputes.open(FakeLinks.TOKEN, new DisputeRequest("form-1", "Принтер", ""));
    for (String purpose : List.of("acknowledge", "dispute", "withdraw:dispute-1", "")) {
      String key = FormKey.of(FakeLinks.TOKEN, purpose);
      int acknowledged = server.call().post(PAGE + "/acknowledge", "key", key).status();
      assertThat(acknowledged).isEqualTo(purpose.equals("acknowledge") ? 303 : 403);
      int withdrawn =
          server.call().post(PAGE + "/disputes/dispute-1/withdraw", "key", key).status();
      assertThat(withdrawn).isEqualTo(purpose.equals("withdraw:dispute-1") ? 303 : 403);
    }
  }

  @Test
  public void withoutItsKeyNoFormDoesAnything() {
    for (String path : List.of("/acknowledge", "/disputes", "/disputes/dispute-1/withdraw")) {
      Reply none = server.call().post(PAGE + path, "title", "Принтер");
      Reply wrong = server.call().post(PAGE + path, "title", "Принтер", "key", "wrong");
      assertThat(none.status()).as(path).isEqualTo(403);
      assertThat(wrong.status()).as(path).isEqualTo(403);
      assertThat(none.html().selectFirst("a.button").absUrl("href")).endsWith(PAGE);
    }
    assertThat(server.parts.links.acknowledged).isFalse();
    assertThat(server.parts.disputes.all).isEmpty();
  }

  @Test
  public void theKeyOfAnotherPageDoesNotFit() {
    String key = FormKey.of("another-token", "acknowledge");
    assertThat(server.call().post(PAGE + "/acknowledge", "key", key).status()).isEqualTo(403);
  }

  @Test
  public void aFormWithoutANameIsRefused() {
    String key = FormKey.of(FakeLinks.TOKEN, "dispute");
    for (String form : List.of("", "short", "x".repeat(65), "not/a/name/1")) {
      Reply refused =
          server.call().post(PAGE + "/disputes", "key", key, "form", form, "title", "Принтер");
      assertThat(refused.status()).as(form).isEqualTo(403);
    }
    assertThat(server.parts.disputes.all).isEmpty();
  }

  @Test
  public void browsersTellWhichSiteSentAForm() {
    Document page = server.page();
    assertThat(with("Sec-Fetch-Site", "same-origin", page)).isEqualTo(303);
    assertThat(with("Sec-Fetch-Site", "cross-site", page)).isEqualTo(403);
    assertThat(with("Sec-Fetch-Site", "same-site", page)).isEqualTo(403);
    assertThat(with("Origin", "null", page)).isEqualTo(303);
    assertThat(with("Origin", "http://127.0.0.1:8181", page)).isEqualTo(303);
    assertThat(with("Origin", "https://evil.example", page)).isEqualTo(403);
    assertThat(with("Origin", "::", page)).isEqualTo(403);
  }

  /** What is in the text area: a parser of HTML drops a line end right after its tag. */
  private static String typed(Document page) {
    return page.getElementById("text").wholeText().replaceFirst("^\n", "");
  }

  private int with(String header, String value, Document page) {
    return server.call().with(header, value).press(page, "/acknowledge").status();
  }
}
