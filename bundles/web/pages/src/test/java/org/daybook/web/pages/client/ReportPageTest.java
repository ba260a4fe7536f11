package org.daybook.web.pages.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daybook.web.pages.client.PageServer.PAGE;

import java.util.List;
import java.util.Optional;
import org.daybook.api.dispute.DisputeRequest;
import org.daybook.api.dispute.DisputeState;
import org.daybook.api.report.Branding;
import org.daybook.api.task.TaskState;
import org.daybook.testkit.Examples;
import org.daybook.web.pages.client.PageServer.Reply;
import org.daybook.web.pages.client.fake.FakeLinks;
import org.jsoup.nodes.Document;
import org.junit.Rule;
import org.junit.Test;

/** What the reader of a page sees. */
public class ReportPageTest {
  @Rule public final PageServer server = new PageServer(TestConfig.usual());

  @Test
  public void showsTheReportInTheLanguageOfTheClient() {
    Reply reply = server.get(PAGE);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
    assertThat(reply.header("Content-Language")).isEqualTo("ru");
    Document page = reply.html();
    assertThat(page.selectFirst("html").attr("lang")).isEqualTo("ru");
    assertThat(page.title()).isEqualTo("Отчёт о выезде № 2026-0001 — ООО «Ромашка»");
    assertThat(page.select("h1").eachText()).containsExactly("№ 2026-0001");
    assertThat(page.selectFirst(".over").text()).contains("Анна Лютикова");
    assertThat(page.select("form[action$=acknowledge] button").eachText())
        .containsOnly("Подтвердить получение");
    assertThat(page.selectFirst("#dispute").text()).contains("Моей задачи нет в отчёте");
    assertThat(page.selectFirst(".revisions").text())
        .contains("Редакция 1")
        .contains("12 марта 2026, 09:00");
    assertThat(page.selectFirst("footer").text()).contains("Ольга Берёзкина +7 000 000-00-02");
    assertThat(page.select("footer a").eachAttr("href"))
        .containsExactly("tel:+70000000002", "mailto:olga@service.test");
  }

  @Test
  public void speaksEnglishToClientsWhoDo() {
    server.parts.links.language = Examples.ENGLISH;
    Document page = server.page();
    assertThat(page.selectFirst("html").attr("lang")).isEqualTo("en");
    assertThat(page.title()).startsWith("Visit report 2026-0001");
    assertThat(page.select("form[action$=acknowledge] button").eachText())
        .containsOnly("Acknowledge receipt");
    assertThat(page.selectFirst(".revisions").text()).contains("12 March 2026, 09:00");
  }

  @Test
  public void worksWithoutScriptsAndInlineStyles() {
    Document page = server.page();
    assertThat(page.select("script, [style], style, [onclick]")).isEmpty();
    assertThat(page.select("link[rel=stylesheet]").eachAttr("href")).hasSize(2);
    assertThat(page.selectFirst("meta[name=robots]").attr("content")).contains("noindex");
    assertThat(page.selectFirst("meta[name=viewport]").attr("content"))
        .isEqualTo("width=device-width, initial-scale=1");
  }

  @Test
  public void headingsAreInOrderAndEverythingHasAName() {
    server.parts.disputes.open(
        FakeLinks.TOKEN, new DisputeRequest("form-1", "Принтер", "Не печатает"));
    Document page = server.page();
    int level = 0;
    for (var heading : page.select("h1, h2, h3, h4")) {
      int next = heading.tagName().charAt(1) - '0';
      assertThat(next).as(heading.text()).isBetween(1, level + 1);
      level = next;
    }
    for (var field : page.select("input:not([type=hidden]), textarea")) {
      assertThat(page.select("label[for=" + field.id() + "]").text()).isNotBlank();
    }
    assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    for (var link : page.select("a[href^=#]")) {
      assertThat(page.getElementById(link.attr("href").substring(1))).as(link.text()).isNotNull();
    }
    for (String id : page.select("[aria-describedby]").eachAttr("aria-describedby")) {
      assertThat(page.getElementById(id)).as(id).isNotNull();
    }
  }

  @Test
  public void theStyleSheetsOfThePageAreThere() {
    for (String sheet : server.page().select("link[rel=stylesheet]").eachAttr("abs:href")) {
      Reply reply = server.get(sheet.replaceFirst("^http://[^/]+", ""));
      assertThat(reply.status()).as(sheet).isEqualTo(200);
      assertThat(reply.header("Content-Type")).startsWith("text/css");
    }
  }

  @Test
  public void theSheetOfAllPagesMayBeKept() {
    String path = server.page().select("link[rel=stylesheet]").get(0).absUrl("href");
    Reply reply = server.get(path.replaceFirst("^http://[^/]+", ""));
    assertThat(reply.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    assertThat(server.get("/pages/page.css").header("Cache-Control"))
        .isEqualTo("public, max-age=60");
  }

  @Test
  public void theColourIsThatOfTheFrozenReport() {
    server.parts.reports.branding =
        new Branding(
            "Сервис-Плюс", "#7a1f5c", Optional.empty(), "", Optional.empty(), Optional.empty());
    Reply style = server.get(PAGE + "/style.css?revision=1");
    assertThat(style.status()).isEqualTo(200);
    assertThat(style.text()).isEqualTo(":root{--accent:#7a1f5c}\n");
  }

  @Test
  public void whatIsNoColourDoesNotComeIntoTheStyleSheet() {
    server.parts.reports.branding =
        new Branding(
            "", "red}body{display:none", Optional.empty(), "", Optional.empty(), Optional.empty());
    assertThat(server.get(PAGE + "/style.css").text()).isEqualTo(":root{--accent:#173a56}\n");
  }

  @Test
  public void thePdfIsDownloadedUnderAName() {
    Reply pdf = server.get(PAGE + "/report.pdf?revision=1");
    assertThat(pdf.status()).isEqualTo(200);
    assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
    assertThat(pdf.text()).isEqualTo("%PDF 1");
    assertThat(pdf.header("Content-Disposition"))
        .isEqualTo(
            "attachment; filename=\"report-2026-0001.pdf\"; filename*=UTF-8''"
                + "%D0%9E%D1%82%D1%87%D1%91%D1%82%20%D0%BE%20%D0%B2%D1%8B%D0%B5%D0%B7%D0%B4%D0%B5"
                + "%202026-0001.pdf");
  }

  @Test
  public void theNewestRevisionIsShownAndOthersAreListed() {
    server.parts.links.correct("Исправлено время работ");
    Document page = server.page();
    assertThat(page.selectFirst(".headline").text()).endsWith("(2)");
    assertThat(page.select(".revisions li").eachText())
        .satisfiesExactly(
            first ->
                assertThat(first)
                    .contains("Редакция 2")
                    .contains("показана сейчас")
                    .contains("13 марта 2026, 09:00")
                    .contains("Исправлено время работ"),
            second -> assertThat(second).contains("Редакция 1").contains("12 марта 2026"));
    String other = page.selectFirst(".revisions a").absUrl("href");
    assertThat(other).endsWith(PAGE + "?revision=1");
  }

  @Test
  public void anOldRevisionSaysSoAndCannotBeAcknowledged() {
    server.parts.links.correct("Исправлено время работ");
    Document page = server.get(PAGE + "?revision=1").html();
    assertThat(page.selectFirst(".headline").text()).endsWith("(1)");
    assertThat(page.selectFirst("main .note.watch").text()).contains("Это редакция 1");
    assertThat(page.selectFirst("main .note.watch a").absUrl("href")).endsWith(PAGE);
    assertThat(page.select("form[action$=acknowledge]")).isEmpty();
    assertThat(server.get(PAGE + "/report.pdf?revision=1").text()).isEqualTo("%PDF 1");
    assertThat(server.get(PAGE + "/report.pdf").text()).isEqualTo("%PDF 2");
    assertThat(server.get(PAGE + "/report.pdf").header("Content-Disposition"))
        .contains("filename=\"report-2026-0001-2.pdf\"");
  }

  @Test
  public void aRevisionThatIsNotThereLeadsBackToTheReport() {
    for (String revision : List.of("2", "0", "-1", "01", "abc", "99999999999999999999", "%20")) {
      Reply reply = server.get(PAGE + "?revision=" + revision);
      assertThat(reply.status()).as(revision).isEqualTo(404);
      assertThat(reply.html().selectFirst("a.button").absUrl("href")).endsWith(PAGE);
    }
  }

  @Test
  public void aPageWithoutDisputesSaysNothingOfThem() {
    assertThat(server.page().select(".dispute, #disputes")).isEmpty();
  }

  @Test
  public void aDisputeIsToldWithItsTaskInPlainWords() {
    server.parts.disputes.open(
        FakeLinks.TOKEN, new DisputeRequest("form-1", "Принтер", "Не печатает\nс марта"));
    Document opened = server.page();
    assertThat(opened.selectFirst(".dispute").text())
        .contains("Принтер")
        .contains("Не печатает")
        .contains("Принято, ждёт проверки")
        .contains("Задача: заведена, ждёт ближайшего выезда")
        .contains("12 марта 2026, 09:00");
    assertThat(opened.selectFirst(".dispute form").absUrl("action"))
        .endsWith(PAGE + "/disputes/dispute-1/withdraw");
  }

  @Test
  public void theOutcomeIsToldButNothingInternal() {
    server.parts.disputes.open(FakeLinks.TOKEN, new DisputeRequest("form-1", "Принтер", ""));
    var dispute = server.parts.disputes.all.get(0);
    server.parts.disputes.change(
        dispute.toBuilder()
            .state(DisputeState.CLOSED)
            .decision(DisputeState.UPHELD)
            .answer("Забыл записать")
            .outcome("Задача была, мы её пропустили")
            .build());
    server.parts.store.inTransaction(
        Examples.ENGINEER,
        tx ->
            tx.tasks()
                .update(
                    tx.tasks().find(Examples.TASK_ID).orElseThrow().toBuilder()
                        .state(TaskState.DONE)
                        .result("Принтер настроен")
                        .build()));
    String told = server.page().selectFirst(".dispute").text();
    assertThat(told)
        .contains("Вы правы")
        .contains("Задача была, мы её пропустили")
        .contains("Задача: сделана")
        .contains("Принтер настроен")
        .doesNotContain("Забыл");
    assertThat(server.page().select(".dispute form")).isEmpty();
  }

  @Test
  public void whyItWasTakenBackIsNoFindingOfAReview() {
    server.parts.disputes.open(FakeLinks.TOKEN, new DisputeRequest("form-1", "Принтер", ""));
    for (DisputeState state : List.of(DisputeState.WITHDRAWN, DisputeState.CLOSED)) {
      server.parts.disputes.change(
          server.parts.disputes.all.get(0).toBuilder()
              .state(state)
              .decision(DisputeState.WITHDRAWN)
              .outcome("Задача нашлась во втором разделе")
              .build());
      assertThat(server.page().selectFirst(".dispute").text())
          .contains("Отозвано: Задача нашлась во втором разделе")
          .doesNotContain("проверка");
    }
    server.parts.links.language = Examples.ENGLISH;
    assertThat(server.page().selectFirst(".dispute").text())
        .contains("Withdrawn: Задача нашлась во втором разделе");
  }

  @Test
  public void aTaskThatWasCancelledIsNotCalledDone() {
    server.parts.disputes.open(FakeLinks.TOKEN, new DisputeRequest("form-1", "Принтер", ""));
    server.parts.disputes.change(
        server.parts.disputes.all.get(0).toBuilder()
            .state(DisputeState.CLOSED)
            .decision(DisputeState.UPHELD)
            .build());
    server.parts.store.inTransaction(
        Examples.MANAGER,
        tx ->
            tx.tasks()
                .update(
                    tx.tasks().find(Examples.TASK_ID).orElseThrow().toBuilder()
                        .state(TaskState.CANCELLED)
                        .reason("Принтер списан")
                        .build()));
    assertThat(server.page().selectFirst(".dispute").text())
        .contains("Вы правы: задача пропущена")
        .contains("Задача: отменена Принтер списан")
        .doesNotContain("завершена")
        .doesNotContain("сделана");
  }

  @Test
  public void everyStateHasWordsInBothLanguages() {
    for (var language : List.of(Examples.RUSSIAN, Examples.ENGLISH)) {
      Words words = new Words(language, Examples.ZONE);
      for (DisputeState state : DisputeState.values()) {
        assertThat(words.get("dispute." + state)).isNotBlank();
      }
      for (TaskState state : TaskState.values()) {
        assertThat(words.get("task." + state)).isNotBlank();
      }
    }
  }

  @Test
  public void aReportCanBeReadWhileDisputesCannotBeTaken() {
    server.parts.withoutDisputes();
    Document page = server.page();
    assertThat(page.select("form[action$=disputes]")).isEmpty();
    assertThat(page.selectFirst("#dispute").text()).contains("Сейчас мы не можем принять");
  }

  @Test
  public void whatPeopleTypedIsShownAsText() {
    server.parts.disputes.open(
        FakeLinks.TOKEN,
        new DisputeRequest("form-1", "<script>alert(1)</script>", "\"><img src=x onerror=y>"));
    Document page = server.page();
    assertThat(page.select("script, [onerror]")).isEmpty();
    assertThat(page.selectFirst(".dispute h3").text()).isEqualTo("<script>alert(1)</script>");
  }

  @Test
  public void headIsGetWithoutTheBody() {
    for (String path : List.of(PAGE, PAGE + "/report.pdf", PAGE + "/style.css")) {
      Reply head = server.call().send("HEAD", path);
      assertThat(head.status()).isEqualTo(200);
      assertThat(head.http.body()).isEmpty();
      assertThat(Integer.parseInt(head.header("Content-Length"))).isPositive();
    }
  }

  @Test
  public void looksBesideTheFormChangeNothing() {
    server.get(PAGE + "?done=acknowledged");
    server.call().send("HEAD", PAGE);
    assertThat(server.parts.links.acknowledged).isFalse();
    assertThat(server.get(PAGE + "?done=acknowledged").html().select("#done")).isEmpty();
    assertThat(server.get(PAGE + "?done=opened&dispute=x").html().select("#done")).isEmpty();
  }
}
