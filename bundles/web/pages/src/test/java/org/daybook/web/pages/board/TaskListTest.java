package org.daybook.web.pages.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daybook.api.access.Role.MANAGER;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daybook.api.diary.TaskAction;
import org.daybook.api.task.Priority;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.testkit.Examples;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

/** The manager's list of tasks: found, kept, and changed many at once. */
public class TaskListTest {
  @Rule public final BoardServer server = new BoardServer(BoardConfig.usual());

  private static final String LIST = "/board/tasks";

  @Before
  public void storeTasks() {
    server.office.store.prepare(
        tx -> {
          tx.clients()
              .insert(
                  Examples.client().toBuilder()
                      .id("client-2")
                      .code("vasilek")
                      .name("АО «Василёк»")
                      .build());
          Task usual = Examples.task();
          tx.tasks()
              .insert(
                  usual.toBuilder()
                      .id("task-2")
                      .title("Принтер <i>в приёмной</i>")
                      .clientId("client-2")
                      .priority(Priority.URGENT)
                      .source("monitoring")
                      .build());
          tx.tasks()
              .insert(
                  usual.toBuilder()
                      .id("task-3")
                      .title("Готовый принтер")
                      .state(TaskState.DONE)
                      .engineerId(Examples.ENGINEER_ID)
                      .dueAt(Examples.NOW.plusSeconds(60))
                      .build());
        });
  }

  @Test
  public void openTasksComeWithTheirNumberAndWhatIsLateStandsOut() {
    Document page = server.page(MANAGER, LIST);
    assertThat(titles(page)).containsExactly(title(), "Принтер <i>в приёмной</i>");
    assertThat(page.selectFirst(".count").text()).isEqualTo("Найдено 2 задачи");
    assertThat(page.select("tr.line-bad td.late").text()).contains("▲ просрочена");
    assertThat(page.select("tr.line-watch .pill.bad").eachText()).containsExactly("Срочный");
    assertThat(page.select(".over a[aria-current=page]").text()).isEqualTo("Задачи");
    assertThat(server.page(MANAGER, LIST + "/" + Examples.TASK_ID).select(".over a[aria-current]"))
        .as("a page of the chapter")
        .hasSize(1)
        .allMatch(link -> link.attr("aria-current").equals("true"));
    assertThat(page.select("th a").first().absUrl("href"))
        .isEqualTo(server.address() + LIST + "/" + Examples.TASK_ID);
  }

  @Test
  public void eachFilterNarrows() {
    assertThat(found("q=ПРИНТЕР")).containsExactly("task-2");
    assertThat(found("q=принтер&state=ALL")).containsExactly("task-3", "task-2");
    assertThat(found("q=доступ")).as("of a comment").containsExactly(Examples.TASK_ID);
    assertThat(found("q=100%25")).isEmpty();
    assertThat(found("client=client-2")).containsExactly("task-2");
    assertThat(found("engineer=" + Examples.ENGINEER_ID + "&state=ALL")).containsExactly("task-3");
    assertThat(found("specialist=" + Examples.SPECIALIST_ID)).containsExactly(Examples.TASK_ID);
    assertThat(found("source=monitoring")).containsExactly("task-2");
    assertThat(found("state=DONE")).containsExactly("task-3");
    assertThat(found("overdue=on")).containsExactly(Examples.TASK_ID);
    assertThat(found("overdue=on&state=DONE")).isEmpty();
    assertThat(found("priority=URGENT")).containsExactly("task-2");
    assertThat(found("visit=with")).containsExactly(Examples.TASK_ID);
    assertThat(found("visit=without")).containsExactly("task-2");
    assertThat(found("dueFrom=2026-03-12&dueUntil=2026-03-12&state=ALL"))
        .containsExactly(Examples.TASK_ID, "task-3");
    assertThat(found("dueUntil=2026-03-11&state=ALL")).isEmpty();
    assertThat(found("project=none")).isEmpty();
    assertThat(found("sort=priority&state=ALL")).startsWith("task-2");
    assertThat(found("sort=new&state=ALL")).containsExactly("task-3", "task-2", Examples.TASK_ID);
    assertThat(found("sort=old&state=ALL")).containsExactly(Examples.TASK_ID, "task-2", "task-3");
  }

  @Test
  public void tasksThatNobodyHasAreFound() {
    assertThat(found("engineer=none&state=ALL")).containsExactly(Examples.TASK_ID, "task-2");
    assertThat(server.page(MANAGER, LIST + "?engineer=none").select("#filter-engineer [selected]"))
        .hasToString("<option value=\"none\" selected>Без инженера</option>");
  }

  @Test
  public void whoHasLeftAndWhatIsOverCanStillBeNarrowedTo() {
    server.office.store.prepare(
        tx -> {
          tx.staff()
              .update(
                  tx.staff().find(Examples.ENGINEER_ID).orElseThrow().toBuilder()
                      .active(false)
                      .build());
          tx.clients()
              .update(
                  tx.clients().find("client-2").orElseThrow().toBuilder().active(false).build());
        });
    Document page = server.page(MANAGER, LIST + "?client=client-2");
    assertThat(page.select("#filter-client [selected]").text()).isEqualTo("АО «Василёк»");
    assertThat(page.select("#filter-engineer option").last().text()).endsWith("— не работает");
    assertThat(page.select("#bulk-engineer option")).as("who can be chosen for more").hasSize(1);
  }

  @Test
  public void whatCannotBeUnderstoodIsSaidAndDoesNotNarrow() {
    Document page = server.page(MANAGER, LIST + "?state=LOST&dueFrom=x&priority=9&sort=z&after=*");
    assertThat(page.selectFirst(".note.watch").text())
        .contains("Состояние, Приоритет, Порядок, Срок с");
    assertThat(titles(page)).hasSize(2);
  }

  @Test
  public void whoeverTypesGetsTheListAlone() {
    HttpResponse<String> reply =
        server.get(MANAGER, LIST + "/found?q=%D0%9F%D1%80%D0%B8%D0%BD%D1%82%D0%B5%D1%80&after=");
    assertThat(reply.body()).doesNotContain("<html", "<header");
    assertThat(titles(BoardServer.html(reply))).hasSize(1);
    assertThat(BoardServer.html(reply).select("a[href], form").toString())
        .as("links are relative to the page around it")
        .contains("../board/tasks/task-2")
        .doesNotContain("../../");
    assertThat(BoardServer.header(reply, "HX-Replace-Url")).startsWith("tasks?q=%D0%9F");
    assertThat(BoardServer.html(reply).selectFirst("#count[hx-swap-oob]").text())
        .as("goes where screen readers listen")
        .isEqualTo("Найдена 1 задача");
    Document list = server.page(MANAGER, LIST);
    assertThat(list.select("#count[role=status]")).hasSize(1);
    assertThat(list.select("#found [role=status]")).isEmpty();
    assertThat(list.select("#unsearched[hidden]")).hasSize(1);
    assertThat(list.select("meta[name=htmx-config]").attr("content"))
        .as("pages are kept by nobody after the logout")
        .contains("\"historyCacheSize\":0");
    Element form = server.page(MANAGER, LIST).selectFirst("form[role=search]");
    assertThat(form.attr("method")).isEqualTo("get");
    assertThat(form.absUrl("hx-get")).isEqualTo(server.address() + LIST + "/found");
  }

  @Test
  public void aLongListComesInPartsThatAddUp() {
    Document first = firstOfMany();
    Document second = server.page(MANAGER, path(first.select("a:contains(Дальше)").first()));
    assertThat(titles(first)).hasSize(50);
    assertThat(titles(second)).hasSize(10);
    assertThat(second.select("a:contains(В начало)")).hasSize(1);
    assertThat(second.selectFirst(".count").text()).isEqualTo("Найдено 60 задач");
  }

  @Test
  public void whatWasTickedInALaterPartIsStillThereWhenSomethingIsMissing() {
    String later = path(firstOfMany().select("a:contains(Дальше)").first());
    Document second = server.page(MANAGER, later);
    String box = second.select(".tick input").last().attr("name");
    HttpResponse<String> reply =
        server.send(MANAGER, second.selectFirst("#found > form"), Map.of(box, "1", "do", "cancel"));
    assertThat(reply.statusCode()).isEqualTo(422);
    Document again = BoardServer.html(reply);
    assertThat(again.select(".tick input").eachAttr("name"))
        .isEqualTo(second.select(".tick input").eachAttr("name"));
    assertThat(again.select(".tick input[checked]").eachAttr("name")).containsExactly(box);
    HttpResponse<String> last =
        server.send(
            MANAGER,
            again.selectFirst("#found > form"),
            Map.of("do", "cancel", "cancel.reason", "не нужно"));
    assertThat(BoardServer.html(last).selectFirst("h1").text()).isEqualTo("Сделано: 1 задача");
  }

  private Document firstOfMany() {
    server.office.store.prepare(
        tx -> {
          for (int i = 100; i < 160; i++) {
            tx.tasks().insert(Examples.task().toBuilder().id("task-" + i).source("many").build());
          }
        });
    return server.page(MANAGER, LIST + "?source=many");
  }

  @Test
  public void aListIsKeptShownAsAChipPreferredAndDeleted() {
    Document page = server.page(MANAGER, LIST + "?priority=URGENT");
    HttpResponse<String> saved =
        server.send(
            MANAGER, page.selectFirst(".keep form"), Map.of("name", "Горит", "preferred", "on"));
    assertThat(saved.statusCode()).isEqualTo(303);
    assertThat(BoardServer.next(saved)).isEqualTo(LIST + "?priority=URGENT&done=saved");
    Document mine = server.page(MANAGER, LIST);
    assertThat(titles(mine)).as("the preferred one").containsExactly("Принтер <i>в приёмной</i>");
    assertThat(mine.select(".chip[aria-current]").text()).contains("Горит");
    assertThat(titles(server.page(MANAGER, LIST + "?state="))).hasSize(2);

    Element form = mine.selectFirst("form[action$=views/view-1]");
    server.send(MANAGER, form, Map.of("name", "Пожар", "do", "rename"));
    assertThat(server.office.services.views.get(0).name()).isEqualTo("Пожар");
    server.send(MANAGER, form, Map.of("do", "delete"));
    assertThat(server.office.services.views).isEmpty();
  }

  @Test
  public void aListWithoutANameIsNotKept() {
    Element form = server.page(MANAGER, LIST + "?priority=URGENT").selectFirst(".keep form");
    HttpResponse<String> reply = server.send(MANAGER, form, Map.of("name", " "));
    assertThat(reply.statusCode()).isEqualTo(422);
    assertThat(BoardServer.html(reply).selectFirst("#found [role=alert]").text())
        .isEqualTo("✕ Название: это нужно заполнить.");
    assertThat(titles(BoardServer.html(reply))).hasSize(1);
    assertThat(BoardServer.html(reply).select("details.keep[open]")).hasSize(1);
  }

  @Test
  public void aNameThatIsNotTakenDoesNotChangeWhatIsShown() {
    server.send(
        MANAGER,
        server.page(MANAGER, LIST).selectFirst(".keep form"),
        Map.of("name", "Все", "preferred", ""));
    Element form =
        server.page(MANAGER, LIST + "?priority=URGENT").selectFirst("form[action$=views/view-1]");
    HttpResponse<String> reply = server.send(MANAGER, form, Map.of("name", " ", "do", "rename"));
    assertThat(reply.statusCode()).isEqualTo(422);
    Document page = BoardServer.html(reply);
    assertThat(titles(page)).hasSize(1);
    assertThat(page.select("#filter-priority [selected]").val()).isEqualTo("URGENT");
    assertThat(page.select("#view-view-1").val()).isEqualTo(" ");
    assertThat(page.select(".chip").text()).contains("Все");
    assertThat(page.select("details.keep[open]")).isEmpty();
  }

  @Test
  public void tickedTasksAreAssignedAtOnce() {
    HttpResponse<String> reply =
        bulk(
            Map.of(
                "task.task-2", "1",
                "task.task-1", "1",
                "do", "assign",
                "engineer", Examples.ENGINEER_ID));
    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(BoardServer.html(reply).selectFirst("h1").text()).isEqualTo("Сделано: 2 задачи");
    assertThat(task("task-2").engineerId()).contains(Examples.ENGINEER_ID);
  }

  @Test
  public void whatWorkedAndWhatDidNotIsToldHonestly() {
    HttpResponse<String> reply =
        bulk(
            Map.of(
                "task.task-1", "1",
                "task.task-2", "7",
                "task.task-3", "1",
                "task.none", "1",
                "do", "cancel",
                "cancel.reason", "не нужно"));
    Document page = BoardServer.html(reply);
    assertThat(page.selectFirst("h1").text()).isEqualTo("Сделано: 1 из 4");
    assertThat(page.selectFirst("[aria-labelledby=failed]").text())
        .contains("её кто-то изменил", "в её состоянии так сделать нельзя", "её больше нет")
        .contains("Сделана");
    assertThat(page.select("[aria-labelledby=done-tasks] li")).hasSize(1);
    assertThat(task(Examples.TASK_ID).state()).isEqualTo(TaskState.CANCELLED);
    assertThat(task("task-2").state()).isEqualTo(TaskState.NEW);
  }

  @Test
  public void planningHandingOverAndPriorityGoThroughTheDiary() {
    bulk(Map.of("task.task-1", "1", "task.task-2", "1", "do", "plan", "visit", Examples.VISIT_ID));
    assertThat(task(Examples.TASK_ID).state()).isEqualTo(TaskState.PLANNED);
    assertThat(task("task-2").state()).as("of another client").isEqualTo(TaskState.NEW);
    bulk(
        Map.of(
            "task.task-1", "2",
            "do", "handover",
            "specialist", Examples.SPECIALIST_ID,
            "handover.reason", "сеть"));
    assertThat(server.office.services.actions)
        .contains(new TaskAction.HandOver(Examples.SPECIALIST_ID, "сеть"));
    bulk(Map.of("task.task-2", "1", "do", "priority", "priority", "LOW"));
    assertThat(task("task-2").priority()).isEqualTo(Priority.LOW);
  }

  @Test
  public void withoutBoxesOrFieldsNothingHappensAndTheBoxesStayTicked() {
    for (Map<String, String> sent :
        List.of(
            Map.of("do", "cancel", "cancel.reason", "x"),
            Map.of("task.task-2", "1"),
            Map.of("task.task-2", "1", "do", "handover", "handover.reason", "почему"),
            Map.of("task.task-2", "1", "do", "cancel"))) {
      HttpResponse<String> reply = bulk(sent);
      assertThat(reply.statusCode()).as("%s", sent).isEqualTo(422);
      Document page = BoardServer.html(reply);
      assertThat(page.select("#found [role=alert]")).hasSize(1);
      assertThat(page.select("#tick-task-2[checked]"))
          .hasSize(sent.containsKey("task.task-2") ? 1 : 0);
      if (sent.containsKey("handover.reason")) {
        assertThat(page.selectFirst("#found [role=alert]").text())
            .contains("Заполните: специалист");
        assertThat(page.selectFirst("[name=handover.reason]").text()).isEqualTo("почему");
        assertThat(page.select("details[open] summary").text()).isEqualTo("Передать специалисту");
      }
    }
    assertThat(server.office.services.actions).isEmpty();
  }

  @Test
  public void whatWasChosenIsNotLostWhenSomethingElseIsMissing() {
    Document page =
        BoardServer.html(
            bulk(
                Map.of(
                    "task.task-2",
                    "1",
                    "do",
                    "handover",
                    "specialist",
                    Examples.SPECIALIST_ID,
                    "visit",
                    Examples.VISIT_ID)));
    assertThat(page.selectFirst("#found [role=alert]").text()).contains("Заполните: причина");
    assertThat(page.select("#bulk-specialist [selected]").val()).isEqualTo(Examples.SPECIALIST_ID);
    assertThat(page.select("#bulk-visit [selected]").val()).isEqualTo(Examples.VISIT_ID);
    assertThat(page.select("#bulk-priority [selected]")).isEmpty();
    assertThat(server.page(MANAGER, LIST + "?priority=URGENT").select("#bulk-priority [selected]"))
        .as("what narrows is not what was chosen")
        .isEmpty();
  }

  @Test
  public void whileTheDiaryIsAwayTheBoardSaysSo() {
    server.office.services.away = true;
    assertThat(bulk(Map.of("task.task-2", "1", "do", "cancel", "cancel.reason", "x")).statusCode())
        .isEqualTo(503);
  }

  @Test
  public void aNewTaskIsAddedOnceHoweverOftenTheFormIsSent() {
    Element form = server.page(MANAGER, LIST + "/new?client=romashka").selectFirst("main form");
    assertThat(form.selectFirst("[name=client] [selected]").val()).isEqualTo("romashka");
    Map<String, String> typed =
        Map.of("title", "Повесить доводчик", "dueAt", "2026-03-20T18:00", "client", "romashka");
    HttpResponse<String> reply = server.send(MANAGER, form, typed);
    assertThat(reply.statusCode()).isEqualTo(303);
    assertThat(BoardServer.next(server.send(MANAGER, form, typed)))
        .isEqualTo(BoardServer.next(reply));
    Document page = server.page(MANAGER, BoardServer.next(reply));
    assertThat(page.selectFirst("#done").text()).isEqualTo("✓ Задача добавлена.");
    assertThat(page.text()).contains("20 марта 2026, 18:00");
    assertThat(server.office.work.requests.get(0).client()).contains("romashka");
  }

  @Test
  public void aNewTaskThatIsNotRightComesBackWithWhatWasTyped() {
    Element form = server.page(MANAGER, LIST + "/new").selectFirst("main form");
    HttpResponse<String> reply =
        server.send(MANAGER, form, Map.of("description", "<b>два</b>", "client", "romashka"));
    assertThat(reply.statusCode()).isEqualTo(422);
    Document page = BoardServer.html(reply);
    assertThat(page.selectFirst("#new-title-problem").text()).contains("нужно заполнить");
    assertThat(page.selectFirst("#new-description").text()).isEqualTo("<b>два</b>");
    HttpResponse<String> day = server.send(MANAGER, form, Map.of("title", "x", "dueAt", "завтра"));
    assertThat(BoardServer.html(day).selectFirst("#new-dueAt-problem").text())
        .contains("2026-11-30 09:00");
    assertThat(server.office.work.requests).isEmpty();
  }

  @Test
  public void aDueDateThatIsOverIsSaidToHaveToLieAhead() {
    Element form = server.page(MANAGER, LIST + "/new").selectFirst("main form");
    HttpResponse<String> reply =
        server.send(
            MANAGER, form, Map.of("client", "romashka", "title", "x", "dueAt", "2026-03-11T18:00"));
    assertThat(reply.statusCode()).isEqualTo(422);
    assertThat(BoardServer.html(reply).selectFirst("#new-dueAt-problem").text())
        .contains("ещё впереди");
    assertThat(server.office.work.requests).isEmpty();
  }

  private String title() {
    return Examples.task().title();
  }

  private List<String> titles(Document page) {
    return page.select("table.tasks th a").eachText();
  }

  private List<String> found(String query) {
    return server.page(MANAGER, LIST + "?" + query).select(".tick input").stream()
        .map(box -> box.attr("name").substring("task.".length()))
        .toList();
  }

  private String path(Element link) {
    return link.absUrl("href").substring(server.address().length());
  }

  private HttpResponse<String> bulk(Map<String, String> typed) {
    Element form = server.page(MANAGER, LIST + "?state=ALL").selectFirst("#found > form");
    return server.send(MANAGER, form, typed);
  }

  private Task task(String id) {
    Optional<Task> task = server.office.store.read(tx -> tx.tasks().find(id));
    return task.orElseThrow();
  }
}
