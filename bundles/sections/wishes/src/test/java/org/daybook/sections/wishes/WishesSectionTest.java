package org.daybook.sections.wishes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.daybook.api.access.Role;
import org.daybook.api.report.Block;
import org.daybook.api.report.Block.TaskItem;
import org.daybook.api.report.Block.TaskList;
import org.daybook.api.report.Tone;
import org.daybook.api.task.TaskState;
import org.daybook.testkit.ExampleTask;
import org.daybook.testkit.ExampleVisit;
import org.daybook.testkit.Examples;
import org.junit.Test;

public class WishesSectionTest {
  @Test
  public void aWishIsToldInTheClientsOwnWordsAndThenAnswered() {
    TaskItem item =
        only(
            wish("Компьютер Марины включается минут десять")
                .description("Особенно по понедельникам.")
                .finished(TaskState.DONE, "Добавлена память")
                .minutes(75));
    assertThat(item.title()).isEqualTo("Компьютер Марины включается минут десять");
    assertThat(item.details())
        .containsExactly("Особенно по понедельникам.", "затрачено 1 ч 15 мин");
    assertThat(item.result()).contains("Добавлена память.");
    assertThat(item.state()).isEqualTo("выполнено");
    assertThat(item.tone()).isEqualTo(Tone.GOOD);
  }

  @Test
  public void onlyTheWishesOfThisVisitAreHere() {
    TaskList list =
        list(
            ExampleVisit.empty()
                .tasks(
                    List.of(
                        wish("Экран").build(),
                        wish("Раньше").betweenVisits().build(),
                        ExampleTask.of("m", "Чужая").build())));
    assertThat(list.items()).extracting(TaskItem::title).containsExactly("Экран");
  }

  @Test
  public void whatIsNotDoneSaysWhyWhoAndUntilWhen() {
    TaskItem item =
        only(
            wish("Доступ к папке")
                .unfinished(TaskState.HANDED_OVER, "Права раздаёт другой отдел")
                .specialist(ExampleVisit.person(Role.SPECIALIST))
                .dueAt(Instant.parse("2026-03-20T09:00:00Z")));
    assertThat(item.result()).isEmpty();
    assertThat(item.reason()).contains("Права раздаёт другой отдел.");
    assertThat(item.next()).contains("Ответственный: Глеб Кабельный (сети). Срок: до 20 марта.");
  }

  @Test
  public void aPromiseThatComesBackCarriesItsAge() {
    TaskItem item =
        only(
            wish("Экран")
                .unfinished(TaskState.CARRIED_OVER, "Нет кронштейна")
                .carriedOver(2, Instant.parse("2026-02-12T09:00:00Z")));
    assertThat(item.details()).contains("переносится 2-й раз, с 12 февраля");
    assertThat(item.tone()).isEqualTo(Tone.BAD);
  }

  @Test
  public void everyStateHasWordsInBothLanguages() {
    for (TaskState state : TaskState.values()) {
      for (var language : List.of(Examples.RUSSIAN, Examples.ENGLISH)) {
        TaskItem item =
            list(ExampleVisit.empty()
                    .language(language)
                    .tasks(List.of(wish("x").state(state).build())))
                .items()
                .get(0);
        assertThat(item.state()).as(state.name()).isNotBlank();
        assertThat(item.result().or(item::reason)).as(state.name()).isPresent();
      }
    }
  }

  @Test
  public void pluralFormsAreRight() {
    Texts texts = new Texts(Examples.RUSSIAN);
    assertThat(texts.get("caption", 1)).isEqualTo("Вы передали 1 задачу");
    assertThat(texts.get("caption", 2)).isEqualTo("Вы передали 2 задачи");
    assertThat(texts.get("caption", 5)).isEqualTo("Вы передали 5 задач");
    assertThat(texts.get("caption", 21)).isEqualTo("Вы передали 21 задачу");
    assertThat(new Texts(Examples.ENGLISH).get("caption", 1)).isEqualTo("You gave us 1 task");
  }

  @Test
  public void nothingIsSaidTwice() {
    assertThat(new WishesSection().blocks(ExampleVisit.usual().build()))
        .singleElement()
        .isInstanceOf(TaskList.class);
  }

  @Test
  public void aPromiseThatWasKeptSaysSinceWhen() {
    TaskItem item = only(wish("Экран").carriedOver(2, Instant.parse("2026-02-12T09:00:00Z")));
    assertThat(item.details()).contains("было обещано 12 февраля");
  }

  @Test
  public void aPromiseIsFirstPutOffOnlyOnce() {
    assertThat(
            only(wish("Экран")
                    .unfinished(TaskState.CARRIED_OVER, "Нет кронштейна")
                    .carriedOver(1, Instant.parse("2026-03-12T12:00:00Z")))
                .details())
        .contains("переносится на следующий выезд");
    assertThat(
            only(wish("Экран")
                    .unfinished(TaskState.HANDED_OVER, "Нет кронштейна")
                    .carriedOver(1, Instant.parse("2026-02-26T12:00:00Z")))
                .details())
        .contains("было обещано 26 февраля");
  }

  @Test
  public void whatASpecialistHasInHandIsPromisedAsWell() {
    ExampleTask wish =
        wish("Экран")
            .unfinished(TaskState.ACCEPTED, "Нет кронштейна")
            .carriedOver(0, Instant.parse("2026-02-26T12:00:00Z"));
    assertThat(only(wish).details()).contains("было обещано 26 февраля");
    assertThat(only(wish.carriedOver(0, Instant.parse("2026-03-12T12:00:00Z"))).details())
        .noneMatch(detail -> detail.contains("обещано"));
  }

  @Test
  public void aDateThatWasMissedIsNotHidden() {
    assertThat(
            only(wish("Экран")
                    .unfinished(TaskState.NOT_DONE, "Нет кронштейна")
                    .dueAt(Instant.parse("2026-03-10T09:00:00Z")))
                .next())
        .contains(
            "Ответственный: Пётр Одуванчиков. Прежний срок: 10 марта. "
                + "Срок: следующий выезд, 26 марта.");
  }

  @Test
  public void withoutWishesItSaysSo() {
    List<Block> blocks = new WishesSection().blocks(ExampleVisit.empty().build());
    assertThat(blocks)
        .containsExactly(Block.Paragraph.of("На этом выезде новых задач от вас не поступало."));
  }

  private static ExampleTask wish(String title) {
    return ExampleTask.of(title, title).source("client");
  }

  private static TaskItem only(ExampleTask wish) {
    List<TaskItem> items = list(ExampleVisit.empty().tasks(List.of(wish.build()))).items();
    assertThat(items).hasSize(1);
    return items.get(0);
  }

  private static TaskList list(ExampleVisit visit) {
    return (TaskList) new WishesSection().blocks(visit.build()).get(0);
  }
}
