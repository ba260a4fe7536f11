package org.daybook.web.pages.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daybook.api.access.Role.MANAGER;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.daybook.api.access.Role;
import org.daybook.api.diary.Project;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.report.ReportState;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.ExampleDevice;
import org.daybook.testkit.ExampleVisit;
import org.daybook.testkit.Examples;
import org.daybook.web.pages.board.charts.Pictures;
import org.daybook.web.pages.board.clients.ClientChapter;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.Rule;
import org.junit.Test;

/** The card of a client. */
public class ClientCardTest {
  private static final String CARD = "/board/clients/" + Examples.CLIENT_ID;

  @Rule public final BoardServer server = new BoardServer(BoardConfig.usual());

  @Test
  public void theListLeadsToTheCardsAndSaysWhoComesNext() {
    server.office.store.prepare(
        tx ->
            tx.clients()
                .insert(
                    Examples.client().toBuilder()
                        .id("gone")
                        .code("gone")
                        .name("ООО «Ушли»")
                        .active(false)
                        .build()));
    Document page = server.page(MANAGER, "/board/clients");
    assertThat(page.select(".over [aria-current=page]").text()).isEqualTo("Клиенты");
    Element row = page.selectFirst("main tbody tr");
    assertThat(row.text())
        .isEqualTo(
            "ООО «Ромашка» romashka Премиум Пётр Одуванчиков"
                + " Ближайший выезд 12 марта 2026, 09:00");
    assertThat(row.select("a").eachAttr("href"))
        .containsExactly("../board/clients/client-romashka", "../board/visits/visit-1");
    assertThat(page.selectFirst("main details summary").text()).isEqualTo("Закончился 1 договор");
    assertThat(page.select("details tbody a").text()).isEqualTo("ООО «Ушли»");
  }

  @Test
  public void contactsAreOneTapAway() {
    Document page = server.page(MANAGER, CARD);
    Element contacts = page.selectFirst("[aria-labelledby=contacts]");
    assertThat(contacts.select("a").eachAttr("href"))
        .containsExactly("tel:+70000000001", "mailto:anna@romashka.test");
    assertThat(contacts.text()).contains("Анна Лютикова", "Ответственное лицо", "офис-менеджер");
    assertThat(page.selectFirst("[aria-labelledby=sites]").text())
        .contains("Главный офис, Луговая улица, 5", "1 устройство");
  }

  @Test
  public void theNormAndTheMonthStandInShort() {
    Document page = server.page(MANAGER, CARD);
    assertThat(page.select("[aria-labelledby=short] .short").text())
        .contains("0 / 1", "Выездов в месяц по норме 3", "Открытых задач 1", "Просрочено 1");
    assertThat(page.text()).contains("25 устройств, по одному выезду на 10.");
    server.office.calendar.takeAway();
    assertThat(server.page(MANAGER, CARD).text())
        .as("without planning and visits the rest is there")
        .doesNotContain("по норме")
        .contains("Анна Лютикова", "Пока не закрыт ни один плановый выезд.");
  }

  @Test
  public void theCardLeadsToWhatCanBeDoneForTheClient() {
    Document page = server.page(MANAGER, CARD);
    assertThat(page.select("nav.todo a").eachAttr("href"))
        .containsExactly(
            "../../board/setup/clients/client-romashka",
            "../../board/tasks?client=client-romashka",
            "../../board/tasks/new?client=romashka",
            "../../board/visits/new?client=client-romashka",
            "../../board/emergencies/new?client=client-romashka");
    for (Element way : page.select("nav.todo a")) {
      String path = way.absUrl("href").substring(server.address().length());
      assertThat(server.get(MANAGER, path).statusCode()).as(path).isEqualTo(200);
    }
    Element project = page.selectFirst("[aria-labelledby=projects] a");
    String tasks = project.absUrl("href").substring(server.address().length());
    assertThat(tasks).endsWith("project=" + Examples.project().id() + "&state=ALL");
    assertThat(server.get(MANAGER, tasks).statusCode()).isEqualTo(200);
  }

  @Test
  public void promisesAreListedTheOldestFirstWithWhoOwesThem() {
    server.office.store.prepare(
        tx -> {
          tx.tasks().insert(promised("young", 3).engineerId(Examples.ENGINEER_ID).build());
          tx.tasks()
              .insert(
                  promised("old", 41)
                      .engineerId(Examples.ENGINEER_ID)
                      .specialistId(Examples.SPECIALIST_ID)
                      .build());
        });
    Element promises = server.page(MANAGER, CARD).selectFirst("[aria-labelledby=promises]");
    assertThat(promises.select("li a").eachAttr("href"))
        .containsExactly("../../board/tasks/old", "../../board/tasks/young");
    assertThat(promises.select("li .pill").eachText())
        .containsExactly("обещано 41 день назад", "обещано 3 дня назад");
    assertThat(promises.select("li").first().text())
        .contains(Examples.staff(Role.SPECIALIST).name());
    assertThat(promises.select("li").last().text()).contains("Пётр Одуванчиков");
  }

  private static Task.Builder promised(String id, int days) {
    return Examples.task().toBuilder()
        .id(id)
        .state(TaskState.CARRIED_OVER)
        .promisedSince(Examples.NOW.minus(Duration.ofDays(days)));
  }

  @Test
  public void theGridSaysWhatEachDeviceWasAtEachVisitBySignAndWord() {
    past("past-1", 28, green("a"), red("b", "Диск заполнен"), green("c"));
    past("past-2", 14, red("a", "<b>Шумит"), green("b"), green("c"), green("d"));
    Document page = server.page(MANAGER, CARD);
    Element grid = page.selectFirst(".grid");
    assertThat(grid.select("thead th").eachText()).containsExactly("Устройство", "26.02", "12.02");
    assertThat(grid.select("tbody th").eachText())
        .as("what is red now first, and nothing that was always green")
        .containsExactly("a", "b");
    assertThat(grid.select("tbody tr").first().select("td").eachText())
        .containsExactly("✕не в порядке: <b>Шумит", "✓в порядке");
    assertThat(grid.select("tbody tr").last().select("td").eachAttr("class"))
        .containsExactly("good", "bad");
    assertThat(page.selectFirst("[aria-labelledby=grid-title] .lines").text())
        .isEqualTo("✕ a <b>Шумит");
    Element calm = page.selectFirst("[aria-labelledby=grid-title] details");
    assertThat(calm.selectFirst("summary").text()).isEqualTo("✓ 2 устройства всё время в порядке");
    assertThat(calm.select("tbody th").eachText()).containsExactly("c", "d");
    assertThat(calm.select("tbody tr").last().select("td").eachText())
        .containsExactly("✓в порядке", "не было");
    assertThat(page.select("[aria-labelledby=short] .short").text()).contains("3 из 4");
  }

  @Test
  public void thePicturesHaveNamesAndTables() {
    past("past-1", 28, green("a"), red("b", "Диск заполнен"));
    past("past-2", 14, green("a"), green("b"));
    Document page = server.page(MANAGER, CARD);
    assertThat(page.select(".pictures h3").eachText())
        .containsExactly("Техника в порядке", "Решено удалённо", "Задачи по источникам");
    Element devices = page.selectFirst("[aria-labelledby=devices-past]");
    assertThat(devices.select("svg text").eachText())
        .containsExactly("50 % — 1 из 2 — 12 февр. 2026", "100 % — 2 из 2 — 26 февр. 2026");
    assertThat(devices.select("rect").eachAttr("class")).containsExactly("good", "bad", "good");
    assertThat(devices.select("desc").text()).contains("3 из 4");
    assertThat(devices.select("details tbody tr")).hasSize(2);
    assertThat(page.select("[aria-labelledby=remote-past] svg text").eachText())
        .hasSize(2)
        .allMatch(text -> text.startsWith("75 % — 3 из 4"));
  }

  @Test
  public void whatIsAheadAndWhatIsBehindStandApart() {
    server.office.clock.set(Examples.NOW.minusSeconds(600));
    put("made-early", VisitState.REPORTED, Examples.NOW);
    put("drafted", VisitState.DRAFT, Examples.NOW.plusSeconds(60));
    put("called-off", VisitState.CANCELLED, Examples.NOW.plusSeconds(60));
    Document page = server.page(MANAGER, CARD);
    assertThat(page.select("[aria-labelledby=nextVisits] a").eachAttr("href"))
        .containsExactly("../../board/visits/visit-1");
    assertThat(page.select("[aria-labelledby=lastVisits] a").eachAttr("href"))
        .containsExactly("../../board/visits/made-early");
  }

  private void put(String id, VisitState state, Instant at) {
    server.office.store.prepare(
        tx ->
            tx.visits()
                .insert(Examples.visit().toBuilder().id(id).state(state).plannedFor(at).build()));
  }

  @Test
  public void aViewThatIsNotThereLeavesAGapAndNoError() {
    past("past-1", 28, green("a"));
    server.office.calendar.visits.views.clear();
    assertThat(server.page(MANAGER, CARD).text())
        .contains("Пока не закрыт ни один плановый выезд.");
  }

  @Test
  public void projectsHaveTheirProgressAndPromisesTheirAge() {
    server.office.store.prepare(
        tx -> {
          tx.projects()
              .insert(
                  Examples.project().toBuilder()
                      .id("project-2")
                      .title("Переезд")
                      .state(Project.State.FINISHED)
                      .build());
          for (int i = 0; i < 4; i++) {
            tx.tasks()
                .insert(
                    Examples.task().toBuilder()
                        .id("step-" + i)
                        .projectId(Examples.PROJECT_ID)
                        .state(i == 0 ? TaskState.CARRIED_OVER : TaskState.DONE)
                        .promisedSince(
                            i == 0
                                ? Optional.of(Examples.NOW.minus(Duration.ofDays(40)))
                                : Optional.empty())
                        .build());
          }
        });
    Document page = server.page(MANAGER, CARD);
    Element projects = page.selectFirst("[aria-labelledby=projects]");
    assertThat(projects.select("li").eachText())
        .containsExactly(
            "Замена сервера Идёт сделано задач: 3 из 4", "Переезд Завершён задач пока нет");
    assertThat(projects.select(".meter .line-good").first().attr("width")).isEqualTo("75%");
    assertThat(page.select("[aria-labelledby=promises] dd").eachText())
        .containsExactly("0", "0", "1", "0");
  }

  @Test
  public void reportsComeWithTheirFilesAndWhatBecameOfThem() {
    server.office.store.prepare(
        tx ->
            tx.reports()
                .insert(
                    Examples.report().toBuilder()
                        .id("report-2")
                        .revision(2)
                        .sequence(2)
                        .state(ReportState.HELD)
                        .build()));
    Element reports = server.page(MANAGER, CARD).selectFirst("[aria-labelledby=reports]");
    assertThat(reports.select(".paper")).as("the newest revision").hasSize(1);
    assertThat(reports.text()).contains("№ 2026-0001, редакция 2", "ждёт просмотра", "никому не");
    assertThat(reports.select(".reach a").eachAttr("href"))
        .containsExactly(
            "../../api/v1/visits/visit-1/report.pdf", "../../api/v1/visits/visit-1/report.html");
  }

  @Test
  public void aHundredDevicesAtTwelveVisitsAreOnePageOfThousandTwoHundredCells() {
    for (int i = 1; i <= 13; i++) {
      past("past-" + i, 7 * i, ExampleVisit.large(100, 0).build().devices());
    }
    Document page = server.page(MANAGER, CARD);
    assertThat(page.select(".grid td")).hasSize(1200);
    assertThat(page.select(".grid td.bad")).hasSize(120);
  }

  @Test
  public void bothLanguagesHaveTheSameWords() throws Exception {
    for (Class<?> owner : List.of(ClientChapter.class, Pictures.class)) {
      assertThat(keys(owner, "words_ru.properties"))
          .isNotEmpty()
          .isEqualTo(keys(owner, "words.properties"));
    }
    Words words = new Words(Examples.ENGLISH, Examples.ZONE).of(ClientChapter.class);
    for (ReportState state : ReportState.values()) {
      assertThat(words.get("report." + state)).isNotBlank();
    }
    for (Project.State state : Project.State.values()) {
      assertThat(words.get("project." + state)).isNotBlank();
    }
  }

  private static Set<String> keys(Class<?> owner, String file) throws Exception {
    Properties words = new Properties();
    try (InputStream in = owner.getResourceAsStream(file)) {
      words.load(in);
    }
    return words.stringPropertyNames();
  }

  private static ClosedVisit.Device green(String name) {
    return ExampleDevice.of(AssetKind.WORKSTATION, name).build();
  }

  private static ClosedVisit.Device red(String name, String why) {
    return ExampleDevice.of(AssetKind.WORKSTATION, name)
        .reason(
            new ClosedVisit.Reason(
                ClosedVisit.Reason.What.PROBLEM,
                why,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()))
        .build();
  }

  private void past(String id, int daysAgo, ClosedVisit.Device... devices) {
    past(id, daysAgo, List.of(devices));
  }

  private void past(String id, int daysAgo, List<ClosedVisit.Device> devices) {
    Instant at = Examples.NOW.minus(Duration.ofDays(daysAgo));
    server.office.store.prepare(
        tx ->
            tx.visits()
                .insert(
                    Examples.visit().toBuilder()
                        .id(id)
                        .state(VisitState.REPORTED)
                        .plannedFor(at)
                        .arrivedAt(at)
                        .departedAt(at.plusSeconds(60))
                        .build()));
    ClosedVisit view =
        ExampleVisit.empty().devices(devices).remote(new ClosedVisit.RemoteShare(3, 4)).build();
    server.office.calendar.visits.views.put(
        id,
        new ClosedVisit(
            id,
            view.kind(),
            view.client(),
            view.site(),
            view.engineer(),
            view.manager(),
            at,
            at.plusSeconds(60),
            view.previousVisitAt(),
            view.nextVisitAt(),
            view.tasks(),
            view.devices(),
            view.remote(),
            view.disputes(),
            view.emergencies()));
  }
}
