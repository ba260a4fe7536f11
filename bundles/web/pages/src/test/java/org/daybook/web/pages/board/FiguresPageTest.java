package org.daybook.web.pages.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daybook.api.access.Role.MANAGER;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daybook.api.figures.FigureRow;
import org.daybook.api.figures.PromiseAges;
import org.daybook.api.figures.TaskCounts;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.Rule;
import org.junit.Test;

/** The figures of a month. */
public class FiguresPageTest {
  @Rule public final BoardServer server = new BoardServer(BoardConfig.usual());

  @Rule
  public final BoardServer english = new BoardServer(new BoardConfig("en", "Europe/Moscow", 1000));

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
  public void tasksAreShownBySourceAndWhatBecameOfThem() {
    server.office.figures.rows.add(
        FakeFigures.tasks(
            Map.of(
                "monitoring", new TaskCounts(10, 0, 5, 1, 2, 3),
                "client", new TaskCounts(1, 0, 0, 0, 0, 0),
                "a-plugin.of\"theirs", new TaskCounts(0, 0, 0, 0, 0, 1),
                "routine", TaskCounts.NONE)));
    Document page = server.page(MANAGER, "/board/figures");
    Element tasks = table(page, "tasks");
    assertThat(tasks.selectFirst("caption").text()).isEqualTo("Задачи по источникам: Март 2026");
    assertThat(tasks.select("thead th").eachText())
        .containsExactly(
            "Источник",
            "Сделано",
            "Решено удалённо",
            "Прошло само",
            "Отменено",
            "Перенесено",
            "Открыто",
            "Всего");
    assertThat(tasks.select("tbody th").eachText())
        .containsExactly("a-plugin.of\"theirs", "Клиент", "Мониторинг");
    assertThat(values(tasks.select("tbody tr").get(1)))
        .containsExactly("15", "6", "2", "0", "2", "4", "29");
    assertThat(values(tasks.select("tbody tr").get(2)))
        .containsExactly("10", "0", "5", "1", "2", "3", "21");
    assertThat(values(tasks.selectFirst("tfoot tr")))
        .containsExactly("25", "6", "7", "1", "4", "8", "51");

    assertThat(page.select(".card > details summary").eachText())
        .containsExactly(
            "a-plugin.of\"theirs — по клиентам",
            "Клиент — по клиентам",
            "Мониторинг — по клиентам");
    Element monitoring = table(page, "tasks-monitoring");
    assertThat(monitoring.select("tbody th").eachText()).containsExactly("ООО «Незабудка»");
    assertThat(monitoring.select("tbody a")).hasSize(1);
    assertThat(values(monitoring.selectFirst("tfoot tr")))
        .containsExactly("10", "0", "5", "1", "2", "3", "21");
    assertThat(table(page, "tasks-client").select("tbody tr")).hasSize(3);
    assertThat(
            server
                .page(MANAGER, "/board/figures?month=2026-02&by=engineer")
                .select(".card > details summary")
                .eachText())
        .contains("Мониторинг — по инженерам");
  }

  @Test
  public void promisesAreShownByAge() {
    server.office.figures.rows.add(FakeFigures.promises(new PromiseAges(2, 3, 4, 5)));
    server.office.figures.rows.add(FakeFigures.promises(PromiseAges.NONE));
    Element promises = table(server.page(MANAGER, "/board/figures"), "promises");
    assertThat(promises.select("thead th").eachText())
        .containsExactly(
            "Клиент", "До 7 дней", "8–30 дней", "31–90 дней", "Больше 90 дней", "Всего");
    assertThat(promises.select("tbody tr")).hasSize(3);
    assertThat(values(promises.select("tbody tr").get(2)))
        .containsExactly("2", "3", "4", "5", "14");
    assertThat(values(promises.selectFirst("tfoot tr"))).containsExactly("4", "3", "4", "5", "16");
  }

  @Test
  public void whoReadsEnglishReadsTheSame() {
    Document page = english.page(MANAGER, "/board/figures");
    assertThat(table(page, "tasks").select("thead th").eachText())
        .containsExactly(
            "Source",
            "Done",
            "Solved remotely",
            "Went away",
            "Cancelled",
            "Carried over",
            "Open",
            "All");
    assertThat(table(page, "promises").select("thead th").eachText())
        .containsExactly(
            "Client", "Up to 7 days", "8–30 days", "31–90 days", "More than 90 days", "All");
    assertThat(page.select(".card > details summary").eachText())
        .containsExactly("Client, by client");
  }

  @Test
  public void aMonthWithoutTasksAndPromisesSaysSo() {
    server.office.figures.rows.clear();
    server.office.figures.rows.add(FakeFigures.tasks(Map.of()));
    Document page = server.page(MANAGER, "/board/figures");
    assertThat(page.select("table.sums")).hasSize(1);
    assertThat(page.text()).contains("Задач за этот месяц нет.", "Открытых обещаний нет.");
  }

  @Test
  public void everyTableHasANameOfItsOwn() {
    Document page = server.page(MANAGER, "/board/figures");
    assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    for (Element region : page.select("[role=region]")) {
      assertThat(page.getElementById(region.attr("aria-labelledby")).text()).isNotBlank();
    }
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
        .containsExactly("100.0%", "100.0%", "40.0%", "30.0%");
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
    assertThat(table(page, "table").select("tbody tr")).hasSize(32);
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
  public void whatNoEngineerHasIsNamedInThePicturesToo() {
    FigureRow.Builder nobodys = FigureRow.builder();
    nobodys.from(FakeFigures.row("x", "", 0, 0)).id(Optional.empty()).code(Optional.empty());
    server.office.figures.rows.add(nobodys.build());
    Document page = server.page(MANAGER, "/board/figures?by=engineer");
    assertThat(page.select("[aria-labelledby=month-remote] tbody th").eachText())
        .contains("Без инженера");
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

  private static Element table(Document page, String id) {
    return page.getElementById(id).closest("table");
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
