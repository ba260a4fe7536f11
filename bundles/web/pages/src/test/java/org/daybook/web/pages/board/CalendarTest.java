package org.daybook.web.pages.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.daybook.api.access.Role.ENGINEER;
import static org.daybook.api.access.Role.MANAGER;
import static org.daybook.api.access.Role.SUPPORT;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.daybook.api.access.Role;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.plan.Absence;
import org.daybook.api.source.TaskRequest;
import org.daybook.api.task.Priority;
import org.daybook.api.visit.OpenItem;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.Examples;
import org.daybook.web.pages.board.calendar.CalendarChapter;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

/** The calendar of visits, and the forms that change it. */
public class CalendarTest {
  private static final String WEEK = "/board/calendar?view=week&from=2026-03-12";
  private static final String MOVE = "/board/visits/" + Examples.VISIT_ID + "/move";
  private static final String OTHER = "staff-other";

  @Rule public final BoardServer server = new BoardServer(BoardConfig.usual());

  @Before
  public void somebodyElse() {
    server.office.store.prepare(
        tx ->
            tx.staff()
                .insert(
                    StaffMember.builder()
                        .id(OTHER)
                        .name("Анна Сирень")
                        .role(Role.ENGINEER)
                        .build()));
  }

  @Test
  public void aMonthShowsVisitsOnTheirDays() {
    server.office.calendar.holidays.add(LocalDate.of(2026, 3, 9));
    put("draft", VisitState.DRAFT, VisitKind.PLANNED, "2026-03-20T06:00:00Z");
    put("off", VisitState.CANCELLED, VisitKind.PLANNED, "2026-03-20T06:00:00Z");
    put("edge", VisitState.SCHEDULED, VisitKind.PLANNED, "2026-03-19T22:30:00Z");
    Document page = server.page(MANAGER, "/board/calendar?from=2026-03-20");
    assertThat(page.selectFirst("h1").text()).isEqualTo("Выезды: Март 2026");
    assertThat(page.select("td.day")).hasSize(42);
    Element day = day(page, "2026-03-12");
    assertThat(day.selectFirst("a").text())
        .isEqualTo("09:00 ООО «Ромашка», Плановый выезд, Назначен");
    assertThat(day.selectFirst(".whose").text()).startsWith("Пётр Одуванчиков");
    assertThat(day(page, "2026-03-20").select(".trip"))
        .as("the day is that of the client's wall; what was called off is not there")
        .hasSize(2);
    assertThat(day(page, "2026-03-20").select(".trip.draft").text()).contains("✎", "Черновик");
    assertThat(day(page, "2026-03-09").hasClass("free")).isTrue();
    assertThat(day(page, "2026-03-10").hasClass("free")).isFalse();
    assertThat(day(page, "2026-03-09").text()).contains("понедельник, 9 марта, нерабочий день");
    assertThat(day(page, "2026-03-12").hasClass("today")).isTrue();
    assertThat(day(page, "2026-04-01").hasClass("outside")).isTrue();
  }

  @Test
  public void thePlaceIsSaidOfThoseWhoHaveSeveralAndAPhoneBeginsToday() {
    put("before", VisitState.REPORTED, VisitKind.PLANNED, "2026-03-10T06:00:00Z");
    server.office.store.prepare(
        tx -> tx.sites().insert(Examples.site().toBuilder().id("second").name("Склад").build()));
    Document page = server.page(MANAGER, "/board/calendar?from=2026-03-20");
    assertThat(day(page, "2026-03-12").selectFirst("a").text())
        .startsWith("09:00 ООО «Ромашка», Главный офис");
    assertThat(day(page, "2026-03-10").hasClass("past")).isTrue();
    assertThat(day(page, "2026-03-12").hasClass("past")).isFalse();
    assertThat(page.select(".earlier a").attr("href")).isEqualTo("#calendar");
    assertThat(page.select("table.calendar").attr("id")).isEqualTo("calendar");
    Document february = server.page(MANAGER, "/board/calendar?from=2026-02-20");
    assertThat(february.select(".past, .earlier")).as("it is all over").isEmpty();
  }

  @Test
  public void aWeekShowsEngineersInRowsAndWhoIsAway() {
    server.office.store.prepare(
        tx ->
            tx.absences()
                .insert(
                    Absence.builder()
                        .id("absence-other")
                        .staffId(OTHER)
                        .firstDay(LocalDate.of(2026, 3, 11))
                        .lastDay(LocalDate.of(2026, 3, 12))
                        .reason("отпуск")
                        .build()));
    Document page = server.page(MANAGER, WEEK);
    assertThat(page.selectFirst("h1").text()).isEqualTo("Выезды: 9 марта — 15 марта 2026");
    assertThat(page.select("tbody th").eachText())
        .containsExactly("Анна Сирень", "Пётр Одуванчиков");
    assertThat(page.select("tbody tr").first().select(".absent")).hasSize(2);
    assertThat(page.select("tbody tr").last().select("[data-day=2026-03-12] .trip")).hasSize(1);
    Document one = server.page(MANAGER, WEEK + "&engineer=" + OTHER);
    assertThat(one.select("tbody th").eachText()).containsExactly("Анна Сирень");
    assertThat(one.text()).contains("В эти дни выездов нет.");
    assertThat(one.select(".turn a").eachAttr("href"))
        .contains("../board/calendar?view=week&from=2026-03-02&engineer=staff-other");
    assertThat(
            server
                .page(MANAGER, "/board/calendar?from=2026-03-12")
                .select(".absent:contains(Анна)"))
        .hasSize(2);
  }

  @Test
  public void whoIsNoEngineerAnyMoreKeepsTheirRowWhileTheyHaveAVisit() {
    server.office.store.prepare(
        tx ->
            tx.staff()
                .update(
                    tx.staff().find(Examples.ENGINEER_ID).orElseThrow().toBuilder()
                        .role(Role.MANAGER)
                        .build()));
    Document page = server.page(MANAGER, WEEK);
    assertThat(page.select("tbody th").eachText())
        .containsExactly("Анна Сирень", "Пётр Одуванчиков");
    assertThat(page.select("tbody tr").last().select(".trip")).hasSize(1);
  }

  @Test
  public void whoHasLeftStaysChosenWhereTheyHaveNoVisit() {
    server.office.store.prepare(
        tx ->
            tx.staff()
                .update(tx.staff().find(OTHER).orElseThrow().toBuilder().active(false).build()));
    String may = "/board/calendar?from=2026-05-01";
    Document theirs = server.page(MANAGER, may + "&engineer=" + OTHER);
    assertThat(theirs.select("#engineer [selected]").eachAttr("value")).containsExactly(OTHER);
    assertThat(theirs.select("#engineer [selected]").text()).isEqualTo("Анна Сирень");
    assertThat(theirs.text()).contains("В эти дни выездов нет.");
    assertThat(server.page(MANAGER, may).select("#engineer option").eachText())
        .containsExactly("Все инженеры", "Пётр Одуванчиков");
  }

  @Test
  public void whatIsNoDayOrViewIsRefused() {
    for (String query :
        List.of(
            "from=tomorrow",
            "from=2026-02-30",
            "from=1999-12-31",
            "from=9999-01-01",
            "view=year")) {
      assertThat(server.get(MANAGER, "/board/calendar?" + query).statusCode())
          .as(query)
          .isEqualTo(400);
    }
    assertThat(server.page(MANAGER, "/board/calendar?engineer=nobody&view=week").select("tbody tr"))
        .isEmpty();
  }

  @Test
  public void aVisitIsMovedFromTheCalendarWithAReasonAndComesBackThere() {
    Element trip = server.page(MANAGER, WEEK).selectFirst(".trip[draggable]");
    String form = path(trip.selectFirst("a.move"));
    assertThat(form).isEqualTo(path(server.address() + "/board", trip.attr("data-move")));
    Document dragged = server.page(MANAGER, form + "&day=2026-03-13&piece=on");
    assertThat(dragged.select("header, h1")).isEmpty();
    assertThat(dragged.selectFirst("#move-plannedFor").val()).isEqualTo("2026-03-13T09:00");
    HttpResponse<String> reply =
        server.send(MANAGER, dragged.selectFirst("form"), Map.of("reason", "Просили позже"));
    assertThat(BoardServer.next(reply))
        .isEqualTo("/board/calendar?view=week&from=2026-03-09&done=moved");
    assertThat(server.page(MANAGER, BoardServer.next(reply)).select("#done").text())
        .contains("Выезд перенесён.");
    assertThat(visit().plannedFor()).isEqualTo(Instant.parse("2026-03-13T06:00:00Z"));
    assertThat(visit().reason()).contains("Просили позже");
  }

  @Test
  public void withoutAReasonOrWithoutATimeItStaysAndTheFormSaysWhy() {
    Element form = server.page(MANAGER, MOVE).selectFirst("form");
    HttpResponse<String> reply =
        server.send(MANAGER, form, Map.of("plannedFor", "2026-03-14T10:30", "reason", " "));
    assertThat(reply.statusCode()).isEqualTo(422);
    Document page = BoardServer.html(reply);
    assertThat(page.title()).startsWith("Исправьте ошибки: Перенести выезд");
    assertThat(page.selectFirst("#move-reason-problem").text()).contains("нужно заполнить");
    assertThat(page.selectFirst("#move-plannedFor").val()).isEqualTo("2026-03-14T10:30");
    Document noTime =
        BoardServer.html(
            server.send(MANAGER, form, Map.of("plannedFor", "завтра", "reason", "Просили")));
    assertThat(noTime.selectFirst("#move-plannedFor-problem").text()).contains("день и время");
    assertThat(noTime.selectFirst("#move-reason").val()).isEqualTo("Просили");
    assertThat(visit().plannedFor()).isEqualTo(Examples.NOW);
    assertThat(visit().version()).isEqualTo(1);
  }

  @Test
  public void whatSomebodyElseChangedIsToldAndNothingChanges() {
    String open = MOVE + "?version=1";
    Element form = server.page(MANAGER, open).selectFirst("form");
    Instant moved = Instant.parse("2026-03-12T10:00:00Z");
    change(visit().toBuilder().plannedFor(moved).build());
    HttpResponse<String> reply =
        server.send(MANAGER, form, Map.of("plannedFor", "2026-03-14T10:30", "reason", "Просили"));
    assertThat(reply.statusCode()).isEqualTo(409);
    Document page = BoardServer.html(reply);
    assertThat(page.select("[role=alert]").text()).contains("изменил кто-то другой");
    assertThat(page.select("dd").text()).contains("12 марта 2026, 13:00");
    assertThat(visit().plannedFor()).isEqualTo(moved);
    assertThat(server.page(MANAGER, open).select("[role=alert]").text())
        .as("told before anything is typed")
        .contains("изменил кто-то другой");
    HttpResponse<String> again = server.send(MANAGER, page.selectFirst("form"), Map.of());
    assertThat(again.statusCode()).as("who knows may go on").isEqualTo(303);
  }

  @Test
  public void aVisitThatIsDraggedIntoAnotherRowGoesToThatEngineerAtThatTime() {
    Document scheduled = server.page(MANAGER, MOVE + "?engineer=" + OTHER + "&day=2026-03-13");
    assertThat(scheduled.selectFirst("#move-engineer [selected]").val()).isEqualTo(OTHER);
    Element form = scheduled.selectFirst("form");
    HttpResponse<String> silent = server.send(MANAGER, form, Map.of("reason", ""));
    assertThat(silent.statusCode()).isEqualTo(422);
    assertThat(visit().engineerId()).as("both or nothing").isEqualTo(Examples.ENGINEER_ID);
    server.send(MANAGER, form, Map.of("reason", "Пётр заболел"));
    assertThat(visit().engineerId()).isEqualTo(OTHER);
    assertThat(visit().plannedFor()).isEqualTo(Instant.parse("2026-03-13T06:00:00Z"));
    assertThat(visit().reason()).contains("Пётр заболел");
  }

  @Test
  public void aPlannedVisitIsHandedOnAsItStands() {
    String assign = "/board/visits/" + Examples.VISIT_ID + "/assign";
    Element form = server.page(MANAGER, assign).selectFirst("form");
    assertThat(form.select("option").eachText()).containsExactly("Анна Сирень", "Пётр Одуванчиков");
    server.send(MANAGER, form, Map.of("engineer", OTHER));
    assertThat(visit().engineerId()).isEqualTo(OTHER);
    assertThat(visit().plannedFor()).isEqualTo(Examples.NOW);
    assertThat(server.page(SUPPORT, assign).select("form[method=post][action$=assign]"))
        .as("support hands on emergencies")
        .isEmpty();
  }

  @Test
  public void whatSpeaksAgainstADayIsSaidBeforeTheVisitIsMovedThere() {
    server.office.calendar.holidays.add(LocalDate.of(2026, 3, 9));
    assertThat(note("2026-03-13")).isEmpty();
    assertThat(note("2026-03-09")).contains("уже прошло", "нерабочий день");
    server.office.store.prepare(
        tx ->
            tx.absences()
                .insert(
                    Examples.absence().toBuilder()
                        .id("absence-2")
                        .staffId(Examples.ENGINEER_ID)
                        .firstDay(LocalDate.of(2026, 3, 13))
                        .lastDay(LocalDate.of(2026, 3, 20))
                        .reason("болеет")
                        .build()));
    assertThat(note("2026-03-13")).contains("Пётр Одуванчиков", "отсутствует: болеет");
    assertThat(note("2026-03-13&engineer=" + OTHER)).doesNotContain("болеет");
    assertThat(server.page(MANAGER, MOVE).select(".note.watch"))
        .as("nothing was changed yet")
        .isEmpty();
  }

  private String note(String day) {
    return server.page(MANAGER, MOVE + "?day=" + day).select(".note.watch").text();
  }

  @Test
  public void nobodyIsChosenByTheAlphabet() {
    server.office.store.prepare(
        tx -> {
          tx.staff()
              .update(
                  tx.staff().find(Examples.ENGINEER_ID).orElseThrow().toBuilder()
                      .active(false)
                      .build());
          tx.clients()
              .update(
                  tx.clients().find(Examples.CLIENT_ID).orElseThrow().toBuilder()
                      .engineerId(Optional.empty())
                      .build());
        });
    Document fresh = server.page(MANAGER, "/board/visits/new?client=" + Examples.CLIENT_ID);
    assertThat(fresh.selectFirst("#plan-engineer option").text()).isEqualTo("Выберите…");
    assertThat(fresh.select("#plan-engineer [selected]").val()).isEmpty();
    Document draft = server.page(MANAGER, MOVE);
    assertThat(draft.selectFirst("#move-engineer [selected]").text())
        .isEqualTo("Пётр Одуванчиков — сейчас назначить нельзя");
    Element form = draft.selectFirst("form");
    server.send(MANAGER, form, Map.of("plannedFor", "2026-03-14T10:30", "reason", "Просили позже"));
    assertThat(visit().engineerId()).as("only the time").isEqualTo(Examples.ENGINEER_ID);
    assertThat(visit().plannedFor()).isEqualTo(Instant.parse("2026-03-14T07:30:00Z"));
  }

  @Test
  public void aDraftMovesToAnotherDayAndEngineerWithoutAReason() {
    change(visit().toBuilder().state(VisitState.DRAFT).planId("plan-1").build());
    Document draft = server.page(MANAGER, MOVE + "?engineer=" + OTHER + "&day=2026-03-16");
    assertThat(draft.selectFirst("#move-engineer [selected]").val()).isEqualTo(OTHER);
    assertThat(draft.select("#move-reason")).isEmpty();
    assertThat(server.send(MANAGER, draft.selectFirst("form"), Map.of()).statusCode())
        .isEqualTo(303);
    assertThat(visit().engineerId()).isEqualTo(OTHER);
    assertThat(visit().plannedFor()).isEqualTo(Instant.parse("2026-03-16T06:00:00Z"));
  }

  @Test
  public void whatIsOverIsNotMoved() {
    Element form = server.page(MANAGER, MOVE).selectFirst("form");
    change(visit().toBuilder().state(VisitState.REPORTED).build());
    assertThat(server.page(MANAGER, WEEK).select("[draggable], .move")).isEmpty();
    Document page = server.page(MANAGER, MOVE);
    assertThat(page.select("main form")).isEmpty();
    assertThat(page.select(".note.watch").text()).contains("Закрыт, отчёт готов");
    HttpResponse<String> reply =
        server.send(MANAGER, form, Map.of("version", "2", "reason", "Просили"));
    assertThat(reply.statusCode()).isEqualTo(409);
    assertThat(reply.body()).contains("В нынешнем состоянии выезда так нельзя.");
  }

  @Test
  public void aVisitIsCalledOffWithAReason() {
    Document page = server.page(MANAGER, "/board/visits/" + Examples.VISIT_ID);
    assertThat(page.select(".todo a").eachText())
        .containsExactly("Перенести выезд", "Передать другому инженеру", "Отменить выезд");
    Element form = server.page(MANAGER, path(page.select(".todo a").last())).selectFirst("form");
    HttpResponse<String> reply = server.send(MANAGER, form, Map.of("reason", "Клиент закрыт"));
    assertThat(BoardServer.next(reply)).isEqualTo("/board/visits/visit-1?done=cancelled");
    assertThat(visit().state()).isEqualTo(VisitState.CANCELLED);
    assertThat(server.page(MANAGER, BoardServer.next(reply)).select(".todo")).isEmpty();
  }

  @Test
  public void anEmergencyIsHandedOnBySupport() {
    change(visit().toBuilder().kind(VisitKind.EMERGENCY).build());
    String assign = "/board/visits/" + Examples.VISIT_ID + "/assign";
    Element form = server.page(SUPPORT, assign).selectFirst("form");
    assertThat(form.select("option").text())
        .isEqualTo(
            "Пётр Одуванчиков — свободное время есть, сегодня без выездов, обычно ездит сюда");
    HttpResponse<String> reply = server.send(SUPPORT, form, Map.of("engineer", OTHER));
    assertThat(BoardServer.next(reply)).isEqualTo("/board/visits/visit-1?done=assigned");
    assertThat(server.page(SUPPORT, BoardServer.next(reply)).select(".todo a").eachText())
        .containsExactly("Передать другому инженеру");
    assertThat(visit().engineerId()).isEqualTo(OTHER);
    assertThat(server.get(ENGINEER, assign).statusCode()).isEqualTo(403);
  }

  @Test
  public void anEmergencyIsHandedOnByNameOnceTheContractHasEnded() {
    change(visit().toBuilder().kind(VisitKind.EMERGENCY).build());
    server.office.store.prepare(
        tx ->
            tx.clients()
                .update(
                    tx.clients().find(Examples.CLIENT_ID).orElseThrow().toBuilder()
                        .active(false)
                        .build()));
    Element form =
        server
            .page(SUPPORT, "/board/visits/" + Examples.VISIT_ID + "/assign")
            .selectFirst("form[method=post]");
    assertThat(form.select("option").eachText()).containsExactly("Анна Сирень", "Пётр Одуванчиков");
    assertThat(form.select("option[selected]").val()).isEqualTo(Examples.ENGINEER_ID);
    HttpResponse<String> reply = server.send(SUPPORT, form, Map.of("engineer", OTHER));
    assertThat(BoardServer.next(reply)).isEqualTo("/board/visits/visit-1?done=assigned");
    assertThat(visit().engineerId()).isEqualTo(OTHER);
  }

  @Test
  public void closingSaysWhatIsMissingAndAManagerMayCloseOverIt() {
    change(visit().toBuilder().state(VisitState.ON_SITE).arrivedAt(Examples.NOW).build());
    server.office.calendar.visits.open.add(
        new OpenItem(OpenItem.Kind.CHECK, "check-1", "Обновления", Optional.of("Бухгалтерия-1")));
    String close = "/board/visits/" + Examples.VISIT_ID + "/close";
    Document own = server.page(ENGINEER, close);
    assertThat(own.select("#close-override")).as("for managers").isEmpty();
    assertThat(own.select(".lines").text()).as("told before").contains("Обновления");
    HttpResponse<String> reply = server.send(ENGINEER, own.selectFirst("form"), Map.of());
    assertThat(reply.statusCode()).isEqualTo(422);
    assertThat(BoardServer.html(reply).select(".lines").text())
        .contains("Бухгалтерия-1: Обновления", "Нет отметки");
    Element form = server.page(MANAGER, close).selectFirst("form");
    assertThat(server.send(MANAGER, form, Map.of("override", "Уезжаем")).statusCode())
        .isEqualTo(303);
    assertThat(visit().state()).isEqualTo(VisitState.CLOSED);
    assertThat(visit().overrideReason()).contains("Уезжаем");
  }

  @Test
  public void aVisitIsPlannedForAClientAtItsSiteByItsEngineer() {
    Document first =
        server.page(MANAGER, "/board/visits/new?day=2026-03-17&view=week&from=2026-03-16");
    assertThat(first.select("form[method=post]")).isEmpty();
    Document second =
        server.page(MANAGER, "/board/visits/new?day=2026-03-17&client=" + Examples.CLIENT_ID);
    Element form = second.selectFirst("form[method=post]");
    assertThat(form.selectFirst("#plan-plannedFor").val()).isEqualTo("2026-03-17T09:00");
    assertThat(form.selectFirst("#plan-engineer [selected]").val()).isEqualTo(Examples.ENGINEER_ID);
    HttpResponse<String> wrong = server.send(MANAGER, form, Map.of("plannedFor", ""));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(BoardServer.html(wrong).selectFirst("#plan-plannedFor-problem").text())
        .contains("нужно заполнить");
    HttpResponse<String> reply = server.send(MANAGER, form, Map.of());
    assertThat(BoardServer.next(reply)).matches("/board/visits/[^/]+\\?done=plan");
    assertThat(server.page(MANAGER, BoardServer.next(reply)).text())
        .contains("Выезд в календаре.", "17 марта 2026, 09:00");
  }

  @Test
  public void supportRaisesAnEmergencyForWhoCanBeThereFirst() {
    Element form =
        server
            .page(SUPPORT, "/board/emergencies/new?client=" + Examples.CLIENT_ID)
            .selectFirst("form[method=post]");
    assertThat(form.selectFirst("#emergency-requestedAt").val()).isEqualTo("2026-03-12T09:00");
    HttpResponse<String> future =
        server.send(SUPPORT, form, Map.of("requestedAt", "2026-03-13T09:00"));
    assertThat(future.statusCode()).isEqualTo(422);
    HttpResponse<String> silent = server.send(SUPPORT, form, Map.of());
    assertThat(BoardServer.html(silent).selectFirst("#emergency-title-problem").text())
        .contains("нужно заполнить");
    HttpResponse<String> reply = server.send(SUPPORT, form, Map.of("title", "Нет сети в зале"));
    assertThat(server.office.work.requests)
        .extracting(TaskRequest::title, TaskRequest::priority)
        .containsExactly(tuple(Optional.of("Нет сети в зале"), Optional.of(Priority.URGENT)));
    assertThat(BoardServer.next(reply)).matches("/board/visits/[^/]+\\?done=emergency");
    assertThat(server.page(SUPPORT, BoardServer.next(reply)).select("#done").text())
        .contains("часы идут");
    assertThat(server.page(MANAGER, "/board").select(".clocks li")).hasSize(1);
  }

  @Test
  public void ofSeveralSitesOneIsChosenFirst() {
    server.office.store.prepare(
        tx -> tx.sites().insert(Examples.site().toBuilder().id("site-2").name("Склад").build()));
    String path = "/board/emergencies/new?client=" + Examples.CLIENT_ID;
    Document page = server.page(SUPPORT, path);
    assertThat(page.select("form[method=post]")).isEmpty();
    assertThat(page.select("#site option")).hasSize(2);
    assertThat(server.page(SUPPORT, path + "&site=of-another").select("form[method=post]"))
        .isEmpty();
    assertThat(server.page(SUPPORT, path + "&site=site-2").select("form[method=post]")).hasSize(1);
    assertThat(
            server
                .page(MANAGER, "/board/visits/new?client=" + Examples.CLIENT_ID)
                .select("#plan-site option"))
        .hasSize(2);
  }

  @Test
  public void whereThereIsNoSiteThePageSaysSoInsteadOfAForm() {
    server.office.store.prepare(
        tx ->
            tx.clients()
                .insert(
                    Examples.client().toBuilder()
                        .id("client-2")
                        .code("vasilek")
                        .name("АО «Василёк»")
                        .build()));
    for (String kind : List.of("emergencies", "visits")) {
      Document page = server.page(MANAGER, "/board/" + kind + "/new?client=client-2");
      assertThat(page.select("[aria-labelledby=whose] .muted").text())
          .as(kind)
          .startsWith("У этого клиента ещё нет ни одного объекта");
      assertThat(page.select("#client [selected]").val()).as(kind).isEqualTo("client-2");
      assertThat(page.select("form[method=post]")).as(kind).isEmpty();
    }
  }

  @Test
  public void withoutThePartThatMovesVisitsTheCalendarIsThereAndNothingIsLost() {
    Element form = server.page(MANAGER, MOVE).selectFirst("form");
    server.office.calendar.takeAway();
    assertThat(server.get(MANAGER, WEEK).statusCode()).isEqualTo(200);
    HttpResponse<String> reply = server.send(MANAGER, form, Map.of("reason", "Просили позже"));
    assertThat(reply.statusCode()).isEqualTo(503);
    assertThat(BoardServer.html(reply).selectFirst("#move-reason").val())
        .isEqualTo("Просили позже");
  }

  @Test
  public void aFormForAnotherVisitOrWithoutAVersionIsRefused() {
    Element form = server.page(MANAGER, MOVE).selectFirst("form");
    assertThat(server.send(MANAGER, form, Map.of("version", "x")).statusCode()).isEqualTo(400);
    form.attr("action", "../../visits/another/move");
    assertThat(server.send(MANAGER, form, Map.of("reason", "Просили")).statusCode()).isEqualTo(403);
  }

  @Test
  public void bothLanguagesHaveTheSameWords() throws Exception {
    assertThat(keys("words_ru.properties")).isNotEmpty().isEqualTo(keys("words.properties"));
  }

  private static Set<String> keys(String file) throws Exception {
    Properties words = new Properties();
    try (InputStream in = CalendarChapter.class.getResourceAsStream(file)) {
      words.load(in);
    }
    return words.stringPropertyNames();
  }

  private static Element day(Document page, String date) {
    return page.selectFirst("[data-day=" + date + "]");
  }

  private String path(Element link) {
    return link.absUrl("href").substring(server.address().length());
  }

  private String path(String base, String relative) {
    return java.net
        .URI
        .create(base + "/x")
        .resolve(relative)
        .toString()
        .substring(server.address().length());
  }

  private Visit visit() {
    return server.office.store.read(tx -> tx.visits().find(Examples.VISIT_ID).orElseThrow());
  }

  private void change(Visit changed) {
    server.office.store.prepare(tx -> tx.visits().update(changed));
  }

  private void put(String id, VisitState state, VisitKind kind, String at) {
    server.office.store.prepare(
        tx ->
            tx.visits()
                .insert(
                    Examples.visit().toBuilder()
                        .id(id)
                        .state(state)
                        .kind(kind)
                        .plannedFor(Instant.parse(at))
                        .build()));
  }
}
