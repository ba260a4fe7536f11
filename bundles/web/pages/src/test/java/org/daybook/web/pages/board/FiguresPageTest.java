package org.daybook.web.pages.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daybook.api.access.Role.MANAGER;

import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.Rule;
import org.junit.Test;

/** The figures of a month. */
public class FiguresPageTest {
  @Rule public final BoardServer server = new BoardServer(BoardConfig.usual());

  @Test
  public void theTableCanBeReadByEverybody() {
    Document page = server.page(MANAGER, "/board/figures");
    Element table = page.selectFirst("table");
    assertThat(table.selectFirst("caption").text()).isEqualTo("Показатели за месяц: Март 2026");
    assertThat(table.select("thead th[scope=col]")).hasSize(14);
    assertThat(table.select("tbody th[scope=row]").eachText())
        .containsExactly("ООО «Ромашка»", "АО «Лопух» <b>&");
    assertThat(values(table.selectFirst("tbody tr")))
        .containsExactly(
            "4", "3", "1", "2:05", "11", "3", "50 %", "99 %", "1", "1", "100 %", "1", "0");
    assertThat(values(table.selectFirst("tfoot tr")))
        .startsWith("14", "13", "1", "4:10", "22", "6", "50 %", "99 %", "2");
    assertThat(page.select("tbody a").first().absUrl("href"))
        .endsWith("/board/clients/client-romashka");
  }

  @Test
  public void thePictureShowsVisitsMadeOfThosePlanned() {
    Document page = server.page(MANAGER, "/board/figures");
    Element svg = page.selectFirst("svg");
    assertThat(svg.attr("role")).isEqualTo("img");
    assertThat(svg.attr("aria-label"))
        .isEqualTo("Плановые выезды, сделано из назначенных: Март 2026");
    assertThat(svg.select("text").eachText())
        .containsExactly("10 из 10 — АО «Лопух» <b>&", "3 из 4 — ООО «Ромашка»");
    assertThat(svg.select("rect").eachAttr("width"))
        .containsExactly("100.00%", "100.00%", "40.00%", "30.00%");
    server.office.figures.rows.clear();
    server.office.figures.rows.add(FakeFigures.row("a", "Тихий клиент", 0, 0));
    assertThat(server.page(MANAGER, "/board/figures").select("#chart, svg[aria-label]")).isEmpty();
  }

  @Test
  public void ofManyRowsThePictureHasTheOnesWithMostVisits() {
    for (int i = 0; i < 30; i++) {
      server.office.figures.rows.add(FakeFigures.row("c" + i, "Клиент " + i, 1, 1));
    }
    Document page = server.page(MANAGER, "/board/figures");
    assertThat(page.select("svg[aria-label] text")).hasSize(Chart.MOST);
    assertThat(page.text()).contains("20 строк с наибольшим числом выездов");
    assertThat(page.select(".sums tbody tr")).hasSize(32);
  }

  @Test
  public void tasksBySourceAndTheRemoteShareHavePicturesWithATableBehind() {
    Document page = server.page(MANAGER, "/board/figures");
    Element sources = page.selectFirst("[aria-labelledby=month-sources]");
    Element svg = sources.selectFirst("svg[role=img]");
    assertThat(page.getElementById(svg.attr("aria-labelledby")).text())
        .isEqualTo("Задачи по источникам");
    assertThat(page.getElementById(svg.attr("aria-describedby")).text())
        .isEqualTo("Всего 28 задач.");
    assertThat(svg.select("text").text()).isEqualTo("завершено 22, открыто 6 — Клиент");
    assertThat(svg.select("rect").eachAttr("width")).containsExactly("78.57%", "21.43%");
    assertThat(values(sources.selectFirst("details tbody tr"))).containsExactly("22", "6");
    Element remote = page.selectFirst("[aria-labelledby=month-remote]");
    assertThat(remote.select("tbody th").eachText())
        .containsExactly("ООО «Ромашка»", "АО «Лопух» <b>&");
    assertThat(values(remote.selectFirst("tbody tr"))).containsExactly("99 %", "199 из 200");
    assertThat(page.select("svg [style], svg style")).isEmpty();
  }

  @Test
  public void oneGoesFromMonthToMonthButNotIntoTheFuture() {
    Document page = server.page(MANAGER, "/board/figures");
    assertThat(links(page))
        .contains("figures?month=2026-02&by=client", "figures?month=2026-03&by=engineer")
        .noneMatch(link -> link.contains("2026-04"));
    assertThat(page.selectFirst("a[download]").absUrl("href"))
        .isEqualTo(server.address() + "/api/v1/figures.csv?month=2026-03&by=client");
    Document before = server.page(MANAGER, "/board/figures?month=2026-02&by=engineer");
    assertThat(before.selectFirst("h1").text()).isEqualTo("Показатели: Февраль 2026");
    assertThat(links(before))
        .contains("figures?month=2026-01&by=engineer", "figures?month=2026-03&by=engineer");
    assertThat(before.select("tbody a")).as("engineers have no page").isEmpty();
    assertThat(before.selectFirst("a[aria-current=page].button").text()).isEqualTo("По инженерам");
  }

  @Test
  public void figuresThatCannotBeAreExplained() {
    for (String query :
        List.of(
            "month=2026-13",
            "month=march",
            "month=2026-04",
            "month=1999-12",
            "month=%D9%A2%D9%A0",
            "by=colour")) {
      HttpResponse<String> reply = server.get(MANAGER, "/board/figures?" + query);
      assertThat(reply.statusCode()).as(query).isEqualTo(400);
      assertThat(reply.body()).contains("month — это месяц", "client или engineer");
    }
    assertThat(server.get(MANAGER, "/board/figures?month=2026-03&month=2026-02").statusCode())
        .isEqualTo(400);
  }

  @Test
  public void withoutThePartThatCountsThePageComesLater() {
    server.office.withoutFigures();
    assertThat(server.get(MANAGER, "/board/figures").statusCode()).isEqualTo(503);
  }

  private static List<String> values(Element row) {
    return row.select("td").stream().map(Element::ownText).map(String::strip).toList();
  }

  private static List<String> links(Document page) {
    return page.select("main a.button").stream()
        .map(link -> link.absUrl("href"))
        .filter(link -> link.contains("/board/"))
        .map(link -> link.substring(link.indexOf("figures")))
        .toList();
  }
}
