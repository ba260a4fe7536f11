package org.daybook.web.pages.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daybook.api.access.Role.ENGINEER;
import static org.daybook.api.access.Role.MANAGER;
import static org.daybook.api.access.Role.SPECIALIST;
import static org.daybook.api.access.Role.SUPPORT;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.Examples;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.Rule;
import org.junit.Test;

/** What goes on today, at the top of the board. */
public class TodayTest {
  @Rule public final BoardServer server = new BoardServer(BoardConfig.usual());

  @Test
  public void aVisitUnderWaySaysHowFarItIs() {
    change(
        visit().toBuilder()
            .state(VisitState.ON_SITE)
            .arrivedAt(Examples.NOW.plusSeconds(300))
            .build());
    later(Duration.ofHours(2));
    Element today = today();
    assertThat(today.selectFirst("h2").text()).isEqualTo("Сегодня: четверг, 12 марта");
    assertThat(today.text()).contains("По состоянию на 11:00");
    assertThat(today.select(".visits tbody tr > *").eachText())
        .containsExactly(
            "09:00 (на месте 09:05)",
            "ООО «Ромашка»",
            "Пётр Одуванчиков",
            "Инженер на месте",
            "Задачи 0 из 1",
            "Отметки 0 из 1");
    assertThat(today.select(".short dd").eachText()).containsExactly("1", "1", "0", "0", "1");
    Element picture = today.selectFirst("svg.timeline");
    assertThat(picture.attr("role")).isEqualTo("img");
    assertThat(picture.selectFirst("title").text()).isEqualTo("День каждого инженера");
    assertThat(picture.selectFirst("desc").text()).startsWith("1 инженер, 1 выезд.");
    assertThat(picture.select("rect").eachAttr("class")).containsExactly("planned", "line-watch");
    assertThat(picture.select("[style]")).isEmpty();
  }

  @Test
  public void whatIsLateIsTold() {
    later(Duration.ofMinutes(75));
    Element today = today();
    assertThat(today.text())
        .contains("Не начались вовремя", "опоздание 1 ч 15 мин", "Просроченные задачи")
        .contains("Перенести папку «Договоры» на сервер", "просрочена на 1 ч 16 мин");
    assertThat(today.select(".visits .pill.bad").text()).isEqualTo("Назначен");
  }

  @Test
  public void aVisitIsLateWhenControlSaysSoAndWatchedBefore() {
    later(Duration.ofMinutes(10));
    assertThat(today().select(".visits .pill.watch").text()).isEqualTo("Назначен");
    assertThat(today().text()).doesNotContain("Не начались вовремя");
    later(Duration.ofMinutes(31));
    assertThat(today().select(".visits .pill.bad").text()).isEqualTo("Назначен");
    assertThat(today().text()).contains("Не начались вовремя", "опоздание 31 мин");
  }

  @Test
  public void timesAreThoseOfTheClientAndSaySoWhereTheyAreOther() {
    server.office.store.prepare(
        tx ->
            tx.clients()
                .update(
                    tx.clients().find(Examples.CLIENT_ID).orElseThrow().toBuilder()
                        .zone(ZoneId.of("Asia/Vladivostok"))
                        .build()));
    change(
        visit().toBuilder()
            .state(VisitState.ON_SITE)
            .arrivedAt(Examples.NOW.plusSeconds(300))
            .build());
    assertThat(today().select(".visits tbody td").first().text())
        .isEqualTo("16:00 (GMT+10) (на месте 16:05)");
    change(visit().toBuilder().plannedFor(Examples.NOW.plus(Duration.ofHours(10))).build());
    assertThat(today().select(".visits tbody td").first().text())
        .as("it is another day there")
        .startsWith("13 мар")
        .contains("02:00 (GMT+10)");
  }

  @Test
  public void theClockOfAnEmergencyRunsUntilSomebodyIsThere() {
    Visit emergency =
        visit().toBuilder()
            .kind(VisitKind.EMERGENCY)
            .requestedAt(Examples.NOW)
            .dueBy(Examples.NOW.plus(Duration.ofHours(2)))
            .build();
    change(emergency);
    later(Duration.ofMinutes(30));
    assertThat(clock())
        .contains("осталось 1 ч 30 мин", "использовано 25 % времени", "ещё не принят")
        .contains("быть на месте до: 12 марта 2026, 11:00");
    assertThat(today().select(".meter .line-plain").attr("width")).isEqualTo("25%");
    change(visit().toBuilder().acceptedAt(Examples.NOW).onTheWayAt(Examples.NOW).build());
    later(Duration.ofMinutes(90));
    assertThat(clock()).contains("осталось 30 мин", "75 %", "выехал");
    assertThat(today().select(".meter .line-watch")).hasSize(1);
    later(Duration.ofMinutes(130));
    assertThat(clock()).contains("просрочено на 10 мин", "108 %");
    assertThat(today().select(".meter .line-bad").attr("width")).isEqualTo("100%");
    change(
        visit().toBuilder()
            .state(VisitState.ON_SITE)
            .arrivedAt(Examples.NOW.plus(Duration.ofMinutes(100)))
            .build());
    assertThat(clock()).contains("вовремя, в запасе было 20 мин", "83 %", "Инженер на месте");
    assertThat(today().select(".meter .line-good")).hasSize(1);
  }

  @Test
  public void whatIsStillWaitedForFromYesterdayIsThereAndATomorrowIsNot() {
    server.office.store.prepare(
        tx -> {
          tx.visits()
              .insert(
                  visit().toBuilder()
                      .id("yesterday")
                      .version(0)
                      .state(VisitState.CLOSING)
                      .plannedFor(Examples.NOW.minus(Duration.ofDays(1)))
                      .arrivedAt(Examples.NOW.minus(Duration.ofDays(1)))
                      .build());
          tx.visits()
              .insert(
                  visit().toBuilder()
                      .id("tomorrow")
                      .version(0)
                      .plannedFor(Examples.NOW.plus(Duration.ofDays(1)))
                      .build());
        });
    assertThat(today().select(".visits a").eachAttr("href"))
        .containsExactly("board/visits/yesterday", "board/visits/visit-1");
  }

  @Test
  public void whatOverlapsStandsInRowsAndWhatIsOfAnotherDayIsLeftOut() {
    change(
        visit().toBuilder()
            .state(VisitState.ON_SITE)
            .plannedFor(Examples.NOW.plus(Duration.ofDays(3)))
            .arrivedAt(Examples.NOW.minus(Duration.ofMinutes(30)))
            .build());
    insert("second", Examples.NOW.plus(Duration.ofHours(1)), VisitKind.EMERGENCY);
    server.office.store.prepare(
        tx ->
            tx.visits()
                .insert(
                    visit().toBuilder()
                        .id("brief")
                        .version(0)
                        .state(VisitState.REPORTED)
                        .plannedFor(Examples.NOW.minus(Duration.ofMinutes(10)))
                        .arrivedAt(Examples.NOW.minus(Duration.ofMinutes(38)))
                        .departedAt(Examples.NOW.minus(Duration.ofMinutes(31)))
                        .build()));
    later(Duration.ofHours(2));
    Element picture = today().selectFirst("svg.timeline");
    assertThat(picture.select("rect.planned")).as("none of another day").hasSize(1);
    assertThat(picture.select("rect").eachAttr("y").stream().distinct())
        .as("two rows: one after the other in the first, what overlaps in the second")
        .hasSize(2);
    assertThat(picture.select("rect.line-good").attr("y"))
        .isEqualTo(picture.select("rect.line-watch").attr("y"));
    assertThat(picture.select("text.on")).as("seven minutes have no room for a name").hasSize(2);
    double name = em(picture.selectFirst("text.who").attr("y"));
    assertThat(picture.select("line").eachAttr("y1")).allMatch(top -> em(top) > name);
  }

  @Test
  public void anEmergencyIsMarkedInTheTable() {
    insert("second", Examples.NOW.plus(Duration.ofHours(1)), VisitKind.EMERGENCY);
    assertThat(today().select(".visits th:has(#visit-second) .pill").text())
        .isEqualTo("⚡ Экстренный");
    assertThat(today().select(".visits th:has(#visit-visit-1) .pill")).isEmpty();
  }

  private static double em(String length) {
    return Double.parseDouble(length.replace("em", ""));
  }

  private void insert(String id, Instant plannedFor, VisitKind kind) {
    server.office.store.prepare(
        tx ->
            tx.visits()
                .insert(
                    Examples.visit().toBuilder().id(id).kind(kind).plannedFor(plannedFor).build()));
  }

  @Test
  public void itIsAskedForAnewByItselfAndItsLinksStillLeadRight() {
    Element today = today();
    assertThat(today.attr("hx-get")).isEqualTo("board/today");
    assertThat(today.attr("hx-trigger")).isEqualTo("every 60s");
    assertThat(server.get(MANAGER, "/board/today").body().strip())
        .isEqualTo(piece(server.get(MANAGER, "/board").body()));
    assertThat(server.page(MANAGER, "/board").select("script").eachAttr("src"))
        .anyMatch(script -> script.contains("htmx"));
  }

  @Test
  public void aPageThatOnlyLiesOpenDoesNotKeepItsReaderLoggedIn() {
    String secret = server.begin(MANAGER);
    assertThat(server.send(server.in(secret, "/board/today")).statusCode()).isEqualTo(200);
    assertThat(server.office.sessions.used).isEmpty();
    server.send(server.in(secret, "/board"));
    assertThat(server.office.sessions.used).containsExactly(secret);
  }

  private static String piece(String page) {
    int begin = page.indexOf("<section class=\"card now\"");
    return page.substring(begin, page.indexOf("</section>", begin) + "</section>".length());
  }

  @Test
  public void anEngineerSeesTheirOwnDayAndSupportEverybodys() {
    server.office.store.prepare(
        tx ->
            tx.visits()
                .insert(
                    visit().toBuilder()
                        .id("another")
                        .version(0)
                        .engineerId("staff-other")
                        .build()));
    assertThat(today().select(".visits tbody tr")).hasSize(2);
    Document own = server.page(ENGINEER, "/board");
    assertThat(own.select(".visits tbody tr")).hasSize(1);
    Document support = server.page(SUPPORT, "/board");
    assertThat(support.select(".visits tbody tr")).hasSize(2);
    assertThat(support.select(".visits a[href$=visits/another]")).hasSize(1);
    assertThat(server.page(SPECIALIST, "/board").select("#today")).isEmpty();
  }

  @Test
  public void aDayWithoutVisitsSaysSo() {
    later(Duration.ofDays(10));
    change(visit().toBuilder().state(VisitState.CANCELLED).build());
    assertThat(today().text()).contains("Сегодня выездов нет.");
    assertThat(today().select("svg.timeline, table")).isEmpty();
  }

  private Element today() {
    return server.page(MANAGER, "/board").selectFirst("#today");
  }

  private String clock() {
    List<String> clocks = today().select(".clocks li").eachText();
    assertThat(clocks).hasSize(1);
    return clocks.get(0);
  }

  private void later(Duration since) {
    server.office.clock.set(Examples.NOW.plus(since));
  }

  private Visit visit() {
    return server.office.store.read(tx -> tx.visits().find(Examples.VISIT_ID).orElseThrow());
  }

  private void change(Visit changed) {
    server.office.store.prepare(tx -> tx.visits().update(changed));
  }
}
