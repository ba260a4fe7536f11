package org.daybook.sections.projects;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.daybook.api.access.Role;
import org.daybook.api.report.Block;
import org.daybook.api.report.Block.Figure;
import org.daybook.api.report.Block.TaskItem;
import org.daybook.api.report.Block.TaskList;
import org.daybook.api.report.Tone;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.ClosedVisit.RemoteShare;
import org.daybook.api.visit.ClosedVisit.VisitTask;
import org.daybook.testkit.ExampleTask;
import org.daybook.testkit.ExampleVisit;
import org.daybook.testkit.Examples;
import org.junit.Test;

public class ProjectsSectionTest {
  private static final Instant NEXT = Instant.parse("2026-03-26T06:00:00Z");

  @Test
  public void unfinishedTasksComeFirstAndProjectsBeforeSources() {
    assertThat(captions(ExampleVisit.usual()))
        .containsExactly(
            "Не завершено: проект «Замена сервера»",
            "Не завершено: сигналы мониторинга",
            "Выполнено: заявки в удалённую поддержку",
            "Выполнено: сигналы мониторинга",
            "Выполнено: регламентные работы");
  }

  @Test
  public void theWishesOfThisVisitAreNotHere() {
    VisitTask wish = ExampleTask.of("wish", "Повесить экран").source("client").build();
    VisitTask earlier =
        ExampleTask.of("earlier", "Починить мышь").source("client").betweenVisits().build();
    assertThat(items(visit(wish, earlier)))
        .extracting(TaskItem::title)
        .containsExactly("Починить мышь");
  }

  @Test
  public void aPromiseThatComesBackCarriesItsAge() {
    TaskItem item =
        only(
            ExampleTask.of("t", "Экран")
                .unfinished(TaskState.CARRIED_OVER, "Нет кронштейна")
                .carriedOver(2, Instant.parse("2026-02-12T09:00:00Z")));
    assertThat(item.details()).contains("переносится 2-й раз, с 12 февраля");
    assertThat(item.reason()).contains("Нет кронштейна.");
    assertThat(item.tone()).isEqualTo(Tone.BAD);
  }

  @Test
  public void aDateOfAnotherYearHasItsYear() {
    TaskItem item =
        only(
            ExampleTask.of("t", "Экран")
                .unfinished(TaskState.CARRIED_OVER, "Нет кронштейна")
                .carriedOver(7, Instant.parse("2025-12-12T09:00:00Z")));
    assertThat(item.details()).contains("переносится 7-й раз, с 12 декабря 2025");
  }

  @Test
  public void daysAreThoseOfTheClient() {
    TaskItem item =
        only(
            ExampleTask.of("t", "Экран")
                .unfinished(TaskState.NOT_DONE, "Нет кронштейна")
                .dueAt(Instant.parse("2026-03-31T21:30:00Z")));
    assertThat(item.next()).contains("Ответственный: Пётр Одуванчиков. Срок: до 1 апреля.");
  }

  @Test
  public void whatIsWithASpecialistSaysWhoAndUntilWhen() {
    TaskItem item =
        only(
            ExampleTask.of("t", "Диск")
                .unfinished(TaskState.HANDED_OVER, "Нужен диск")
                .specialist(ExampleVisit.person(Role.SPECIALIST))
                .dueAt(Examples.NOW.plus(Duration.ofDays(2))));
    assertThat(item.state()).isEqualTo("передано специалисту");
    assertThat(item.next()).contains("Ответственный: Глеб Кабельный (сети). Срок: до 14 марта.");
  }

  @Test
  public void aDateThatWasMissedIsNotHidden() {
    TaskItem item =
        only(
            ExampleTask.of("t", "Диск")
                .unfinished(TaskState.NOT_DONE, "Нет диска")
                .dueAt(Examples.NOW.minus(Duration.ofDays(2))));
    assertThat(item.next())
        .contains(
            "Ответственный: Пётр Одуванчиков. Прежний срок: 10 марта. "
                + "Срок: следующий выезд, 26 марта.");
  }

  @Test
  public void withoutAnyDateOneIsAgreedOn() {
    List<TaskItem> items =
        items(
            visit(ExampleTask.of("t", "Диск").unfinished(TaskState.NOT_DONE, "Нет").build())
                .nextVisitAt(Optional.empty()));
    assertThat(items.get(0).next())
        .contains("Ответственный: Пётр Одуванчиков. Срок согласуем с вами отдельно.");
  }

  @Test
  public void whatMonitoringStillReportsIsNotCalledMended() {
    TaskItem item = only(ExampleTask.of("t", "Диск").source("monitoring").faultOpen());
    assertThat(item.state()).isEqualTo("сделано, наблюдаем");
    assertThat(item.tone()).isEqualTo(Tone.WARNING);
    assertThat(item.next()).isPresent();
  }

  @Test
  public void everyUnfinishedTaskHasAReasonAndANextStep() {
    for (TaskState state : TaskState.values()) {
      TaskItem item = only(ExampleTask.of("t", "Диск").state(state));
      if (state.isFinal()) {
        assertThat(item.result().or(item::reason)).as(state.name()).isPresent();
      } else {
        assertThat(item.reason()).as(state.name()).isPresent();
        assertThat(item.next()).as(state.name()).isPresent();
      }
    }
  }

  @Test
  public void pluralFormsAreRight() {
    assertThat(repeated(2)).isEqualTo("возникало 2 раза");
    assertThat(repeated(5)).isEqualTo("возникало 5 раз");
    assertThat(repeated(11)).isEqualTo("возникало 11 раз");
    assertThat(repeated(21)).isEqualTo("возникало 21 раз");
    assertThat(repeated(22)).isEqualTo("возникало 22 раза");
  }

  @Test
  public void englishOrdinalsAreRight() {
    Texts texts = new Texts(Examples.ENGLISH);
    assertThat(texts.get("promise", 2, "12 March"))
        .isEqualTo("carried over for the 2nd time, since 12 March");
    assertThat(texts.get("promise", 3, "12 March")).contains("the 3rd time");
    assertThat(texts.get("promise", 11, "12 March")).contains("the 11th time");
    assertThat(texts.get("promise", 21, "12 March")).contains("the 21st time");
  }

  @Test
  public void theRemoteShareIsCountedAndRoundedDown() {
    assertThat(figures(ExampleVisit.usual())).extracting(Figure::value).contains("19 из 20 (95 %)");
    assertThat(figures(ExampleVisit.empty().remote(new RemoteShare(199, 200))))
        .extracting(Figure::value)
        .containsExactly("199 из 200 (99 %)");
  }

  @Test
  public void withNothingToTellItSaysSo() {
    assertThat(blocks(ExampleVisit.empty().remote(new RemoteShare(0, 0))))
        .containsExactly(Block.Paragraph.of("Между выездами задач не было."));
  }

  @Test
  public void aSourceThatIsNotKnownHereIsNotNamedByItsId() {
    assertThat(captions(visit(ExampleTask.of("t", "x").source("zabbix-bridge").build())))
        .containsExactly("Выполнено: прочие задачи");
  }

  private static String repeated(int times) {
    return only(ExampleTask.of("t", "Диск").occurrences(times)).details().stream()
        .filter(detail -> detail.startsWith("возникало"))
        .findFirst()
        .orElseThrow();
  }

  private static ExampleVisit visit(VisitTask... tasks) {
    return ExampleVisit.empty().tasks(List.of(tasks)).nextVisitAt(Optional.of(NEXT));
  }

  private static TaskItem only(ExampleTask task) {
    List<TaskItem> items = items(visit(task.build()));
    assertThat(items).hasSize(1);
    return items.get(0);
  }

  private static List<Block> blocks(ExampleVisit visit) {
    return new ProjectsSection().blocks(visit.build());
  }

  private static List<String> captions(ExampleVisit visit) {
    return lists(visit).stream().map(TaskList::caption).toList();
  }

  private static List<TaskItem> items(ExampleVisit visit) {
    return lists(visit).stream().flatMap(list -> list.items().stream()).toList();
  }

  private static List<TaskList> lists(ExampleVisit visit) {
    return blocks(visit).stream()
        .filter(TaskList.class::isInstance)
        .map(TaskList.class::cast)
        .toList();
  }

  private static List<Figure> figures(ExampleVisit visit) {
    return blocks(visit).stream()
        .filter(Block.KeyFigures.class::isInstance)
        .flatMap(block -> ((Block.KeyFigures) block).figures().stream())
        .toList();
  }
}
