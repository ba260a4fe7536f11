package org.daybook.web.pages.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daybook.api.access.Role.ENGINEER;
import static org.daybook.api.access.Role.MANAGER;
import static org.daybook.api.access.Role.SPECIALIST;
import static org.daybook.api.access.Role.SUPPORT;

import java.util.List;
import java.util.Map;
import org.daybook.api.access.Role;
import org.daybook.api.dispute.DisputeState;
import org.daybook.testkit.Examples;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.Rule;
import org.junit.Test;

/** The bar above every page: where one is, where one may go, and where something waits. */
public class NavigationTest {
  @Rule public final BoardServer server = new BoardServer(BoardConfig.usual());

  @Test
  public void whatIsNeededDailyIsInTheBarAndTheRestBehindIt() {
    Document page = server.page(MANAGER, "/board");
    assertThat(page.select(".over nav > a").eachAttr("href"))
        .containsExactly(
            "board",
            "board/calendar",
            "board/tasks",
            "board/clients",
            "board/notices",
            "board/disputes",
            "board/signals");
    assertThat(page.select(".more a").eachText())
        .containsExactly(
            "Экстренный выезд",
            "Доставка",
            "Источники",
            "Показатели",
            "Настройка",
            "Мои устройства");
    assertThat(page.select(".more summary").text()).isEqualTo("Ещё");
    assertThat(page.select(".menu summary").text()).isEqualTo("Меню");
    assertThat(page.selectFirst(".menu").nextElementSibling().tagName())
        .as("the menu opens what comes next")
        .isEqualTo("nav");
  }

  @Test
  public void aPageBelowAnEntryStandsUnderIt() {
    Map.of(
            "/board/tasks/" + Examples.TASK_ID,
            "Задачи",
            "/board/clients/" + Examples.CLIENT_ID,
            "Клиенты",
            "/board/visits/" + Examples.VISIT_ID,
            "Календарь",
            "/board/plans/2026-04",
            "Календарь",
            "/board/setup/regulations",
            "Настройка",
            "/board/letters/letter-1",
            "Доставка",
            "/board/signals/signal-1",
            "Сигналы")
        .forEach(
            (path, entry) -> {
              Elements current = current(path);
              assertThat(current.eachText()).as(path).hasSize(1);
              assertThat(current.text()).as(path).startsWith(entry);
              assertThat(current.attr("aria-current")).as(path).isEqualTo("true");
            });
    assertThat(current("/board").attr("aria-current")).isEqualTo("page");
    assertThat(current("/board/figures").eachText()).containsExactly("Показатели");
    assertThat(server.page(MANAGER, "/board/figures").select(".more summary.here")).hasSize(1);
    assertThat(server.page(MANAGER, "/board/tasks").select(".more summary.here")).isEmpty();
  }

  private Elements current(String path) {
    return server.page(MANAGER, path).select(".over nav a[aria-current]");
  }

  @Test
  public void whatWaitsIsCountedForThoseItWaitsFor() {
    server.office.add(FakeOffice.lateStart("n-1"));
    server.office.add(FakeOffice.lateStart("n-2"));
    Document page = server.page(MANAGER, "/board/figures");
    assertThat(entry(page, "notices")).isEqualTo("Уведомления ждут: 2");
    assertThat(entry(page, "disputes")).isEqualTo("Претензии ждут: 1");
    assertThat(entry(page, "signals")).isEqualTo("Сигналы ждут: 1");
    Document engineers = server.page(ENGINEER, "/board");
    assertThat(entry(engineers, "notices")).isEqualTo("Уведомления");
    assertThat(engineers.select(".over a[href$=signals]")).isEmpty();
    decideTheDispute();
    assertThat(entry(server.page(MANAGER, "/board"), "disputes")).isEqualTo("Претензии");
  }

  private void decideTheDispute() {
    server.office.store.prepare(
        tx ->
            tx.disputes()
                .update(
                    tx.disputes().find("dispute-1").orElseThrow().toBuilder()
                        .state(DisputeState.REJECTED)
                        .build()));
  }

  private static String entry(Document page, String path) {
    Element entry = page.selectFirst(".over nav a[href$=board/" + path + "]");
    return entry.text();
  }

  @Test
  public void whoWorksFromTheDiaryHasAWayToIt() {
    for (Role role : List.of(ENGINEER, SUPPORT, SPECIALIST)) {
      assertThat(server.page(role, "/board").select(".over nav > a[href=diary]").text())
          .isEqualTo("Дневник");
    }
    assertThat(server.page(MANAGER, "/board").select("a[href=diary]")).isEmpty();
  }
}
