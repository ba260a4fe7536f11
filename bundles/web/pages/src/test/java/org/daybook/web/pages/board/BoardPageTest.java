package org.daybook.web.pages.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daybook.api.access.Role.ENGINEER;
import static org.daybook.api.access.Role.MANAGER;
import static org.daybook.api.access.Role.SUPPORT;

import java.net.http.HttpResponse;
import java.time.ZoneId;
import java.util.Optional;
import org.daybook.api.access.Role;
import org.daybook.api.notice.Notice;
import org.daybook.testkit.Examples;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.Rule;
import org.junit.Test;

/** The first page: notices with their buttons, and the month in short. */
public class BoardPageTest {
  @Rule public final BoardServer server = new BoardServer(BoardConfig.usual());

  private static final String ID = "notice-1";

  private final FakeOffice office = server.office;

  @Test
  public void urgentNoticesComeFirstThenTheNewest() {
    office.add(notice("n-1", "первое", Notice.Urgency.NORMAL));
    office.add(notice("n-2", "срочное", Notice.Urgency.URGENT));
    office.add(notice("n-3", "второе", Notice.Urgency.NORMAL));
    Document page = server.page(MANAGER, "/board");
    assertThat(page.select(".said-by").eachText()).containsExactly("срочное", "второе", "первое");
    assertThat(page.select(".notices .pill.bad").eachText()).containsExactly("▲ Срочно");
    assertThat(page.text()).contains("3 уведомления, на которые никто не ответил.");
  }

  @Test
  public void aNoticeSaysWhatSinceWhenAndToWhom() {
    office.add(
        FakeOffice.lateStart(ID).toBuilder()
            .seen(3)
            .escalatedTo(Examples.ADMIN_ID)
            .escalatedAt(Examples.NOW)
            .build());
    Element notice = server.page(MANAGER, "/board").selectFirst(".notices li");
    assertThat(notice.text())
        .contains("Выезд не начался вовремя")
        .contains("Выезд вовремя не начался: позвоните инженеру.")
        .contains("ООО «Ромашка»")
        .contains("с 12 марта 2026, 09:00, замечено 3 раза")
        .contains("Для кого: Ольга Берёзкина")
        .contains("Передано дальше: Админ Настройкин, 12 марта 2026, 09:00");
    assertThat(notice.selectFirst("a.button").absUrl("href"))
        .isEqualTo(server.address() + "/board/visits/" + Examples.VISIT_ID);
  }

  @Test
  public void momentsAreInTheZoneOfTheClient() {
    office.store.prepare(
        tx ->
            tx.clients()
                .update(
                    tx.clients().find(Examples.CLIENT_ID).orElseThrow().toBuilder()
                        .zone(ZoneId.of("Asia/Yekaterinburg"))
                        .build()));
    office.add(FakeOffice.lateStart(ID));
    assertThat(server.page(MANAGER, "/board").text()).contains("с 12 марта 2026, 11:00 (GMT+5)");
  }

  @Test
  public void theButtonAcknowledgesAndTheNoticeMovesDown() {
    office.add(FakeOffice.lateStart(ID));
    HttpResponse<String> reply = server.press(MANAGER, form(MANAGER, "/board"));
    assertThat(reply.statusCode()).isEqualTo(303);
    assertThat(BoardServer.next(reply)).isEqualTo("/board?done=acknowledged");
    assertThat(office.notice(ID).state()).isEqualTo(Notice.State.ACKNOWLEDGED);
    assertThat(office.notice(ID).acknowledgedBy()).contains(Examples.MANAGER_ID);
    Document page = server.page(MANAGER, BoardServer.next(reply));
    assertThat(page.selectFirst("#done").text()).contains("дальше уведомление никому");
    assertThat(page.select("form")).isEmpty();
    assertThat(page.select("[aria-labelledby=seen] .said-by")).hasSize(1);
    assertThat(page.text()).contains("Заметил(а): Ольга Берёзкина");
  }

  @Test
  public void theButtonOfAnotherPageLeadsBackThere() {
    office.add(FakeOffice.lateStart(ID));
    String visit = "/board/visits/" + Examples.VISIT_ID;
    HttpResponse<String> reply = server.press(MANAGER, form(MANAGER, visit));
    assertThat(BoardServer.next(reply)).isEqualTo(visit + "?done=acknowledged");
    assertThat(server.page(MANAGER, BoardServer.next(reply)).select("#done")).hasSize(1);
  }

  @Test
  public void noFormLeadsAwayFromTheBoard() {
    office.add(FakeOffice.lateStart(ID));
    Element form = form(MANAGER, "/board");
    form.selectFirst("[name=back]").attr("value", "//elsewhere.test/board");
    HttpResponse<String> reply = server.press(MANAGER, form);
    assertThat(BoardServer.next(reply)).isEqualTo("/board?done=acknowledged");
    form.selectFirst("[name=back]").attr("value", "//elsewhere.test?/board");
    reply = server.press(MANAGER, form);
    assertThat(BoardServer.next(reply)).isEqualTo("/board?done=acknowledged");
  }

  @Test
  public void aNoticeOnItsOwnPageHasNoLinkToItWhateverTheQuery() {
    office.add(FakeOffice.lateStart(ID));
    String visit = "/board/visits/" + Examples.VISIT_ID;
    assertThat(server.page(MANAGER, "/board?done=gone").select("a:contains(Подробнее)")).hasSize(1);
    assertThat(server.page(MANAGER, visit + "?done=acknowledged").select("a:contains(Подробнее)"))
        .isEmpty();
  }

  @Test
  public void pressedTwiceOrTooLateNothingBreaks() {
    office.add(FakeOffice.lateStart(ID));
    Element form = form(MANAGER, "/board");
    server.press(MANAGER, form);
    assertThat(BoardServer.next(server.press(MANAGER, form))).isEqualTo("/board?done=acknowledged");
    office.store.prepare(
        tx ->
            tx.notices()
                .update(
                    tx.notices().find(ID).orElseThrow().toBuilder()
                        .state(Notice.State.WITHDRAWN)
                        .build()));
    HttpResponse<String> late = server.press(MANAGER, form);
    assertThat(BoardServer.next(late)).isEqualTo("/board?done=gone");
    assertThat(server.page(MANAGER, "/board?done=gone").selectFirst("#done").text())
        .contains("уже снято");
  }

  @Test
  public void noOtherPageAndNoOtherPersonCanSendTheForm() {
    office.add(FakeOffice.lateStart(ID));
    Element form = form(MANAGER, "/board");
    String path = "/board/notices/" + ID + "/acknowledge";
    String key = "key=" + form.selectFirst("[name=key]").val();
    assertThat(server.press(Role.ADMIN, form).statusCode()).as("another's key").isEqualTo(403);
    assertThat(
            server
                .post(server.as(MANAGER, path).header("Sec-Fetch-Site", "cross-site"), key)
                .statusCode())
        .isEqualTo(403);
    assertThat(
            server
                .post(server.as(MANAGER, path).header("Origin", "https://elsewhere.test"), key)
                .statusCode())
        .isEqualTo(403);
    assertThat(server.post(server.as(MANAGER, path), "").statusCode()).isEqualTo(403);
    assertThat(
            server.post(server.as(MANAGER, "/board/notices/other/acknowledge"), key).statusCode())
        .as("of another notice")
        .isEqualTo(403);
    assertThat(office.notice(ID).state()).isEqualTo(Notice.State.RAISED);
  }

  @Test
  public void othersSeeOnlyTheirOwnNotices() {
    office.add(FakeOffice.lateStart("n-manager"));
    office.add(own("n-engineer", "Вас ждут на месте", Examples.ENGINEER_ID));
    office.add(
        own("n-passed", "Передано поддержке", Examples.ENGINEER_ID).toBuilder()
            .escalatedTo(Examples.SUPPORT_ID)
            .escalatedAt(Examples.NOW)
            .build());
    Document engineer = server.page(ENGINEER, "/board");
    assertThat(engineer.select(".said-by").eachText())
        .containsExactly("Передано поддержке", "Вас ждут на месте");
    assertThat(engineer.text()).contains("Ваши уведомления").doesNotContain("Месяц:");
    assertThat(engineer.select("a[href*=figures], a[href*=clients]")).isEmpty();
    Document support = server.page(SUPPORT, "/board");
    assertThat(support.select(".said-by").eachText()).containsExactly("Передано поддержке");
    assertThat(support.select("a[href*=visits]")).as("what they may not open").isEmpty();
    assertThat(server.page(Role.SPECIALIST, "/board").select(".said-by")).isEmpty();
    assertThat(server.press(ENGINEER, engineer.selectFirst("form")).statusCode()).isEqualTo(303);
  }

  @Test
  public void nothingOfTheStoreIsMarkup() {
    office.add(
        FakeOffice.lateStart(ID).toBuilder()
            .subject("<script>alert(1)</script><img src=x onerror=y>")
            .about("/board/visits/\"><script>")
            .build());
    Document page = server.page(MANAGER, "/board");
    assertThat(page.select("script:not([src]), img")).isEmpty();
    assertThat(page.selectFirst(".said-by").text()).startsWith("<script>");
    assertThat(page.select(".notices a")).as("no such page").isEmpty();
  }

  @Test
  public void theMonthStandsBelowInShort() {
    Document page = server.page(MANAGER, "/board");
    assertThat(page.selectFirst("#month").text()).isEqualTo("Месяц: Март 2026");
    assertThat(page.select("[aria-labelledby=month] .short dd").eachText())
        .containsExactly("13 / 14", "99 %", "50 %", "2", "100 %");
    assertThat(page.select(".note.good").text()).contains("Всё в порядке");
    office.withoutFigures();
    assertThat(server.page(MANAGER, "/board").text()).contains("Показателей сейчас нет");
  }

  @Test
  public void ofVeryManyTheBoardShowsTheFirstAndLeadsToTheRest() {
    office.add(notice("n-0", "срочное", Notice.Urgency.URGENT));
    for (int i = 0; i < 102; i++) {
      office.add(notice("n-%03d".formatted(i), "номер " + i, Notice.Urgency.NORMAL));
    }
    Document page = server.page(MANAGER, "/board");
    assertThat(page.select(".said-by").eachText())
        .hasSize(20)
        .startsWith("срочное", "номер 101", "номер 100");
    assertThat(page.text()).contains("103 уведомления, на которые никто не ответил");
    assertThat(page.selectFirst("[aria-labelledby=waiting] a.button[href=board/notices]").text())
        .isEqualTo("Все 103 уведомления");
  }

  private Element form(Role role, String path) {
    return server.page(role, path).selectFirst("form");
  }

  private static Notice notice(String id, String subject, Notice.Urgency urgency) {
    return FakeOffice.lateStart(id).toBuilder().subject(subject).urgency(urgency).build();
  }

  private static Notice own(String id, String subject, String staffId) {
    return FakeOffice.lateStart(id).toBuilder()
        .subject(subject)
        .recipientId(Optional.of(staffId))
        .build();
  }
}
