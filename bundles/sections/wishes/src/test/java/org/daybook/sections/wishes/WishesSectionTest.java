package org.daybook.sections.wishes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
  public void itSaysHowToMissATask() {
    assertThat(last(ExampleVisit.usual()))
        .startsWith("«Моей задачи нет в отчёте»")
        .contains("Ольга Берёзкина, +7 000 000-00-02, olga@service.test");
    assertThat(last(ExampleVisit.usual().manager(Optional.empty())))
        .startsWith("«Моей задачи нет в отчёте»: ответьте на письмо");
  }

  @Test
  public void withoutWishesItSaysSo() {
    List<Block> blocks = new WishesSection().blocks(ExampleVisit.empty().build());
    assertThat(blocks.get(0))
        .isEqualTo(Block.Paragraph.of("На этом выезде новых задач от вас не поступало."));
    assertThat(blocks).hasSize(2);
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

  private static String last(ExampleVisit visit) {
    List<Block> blocks = new WishesSection().blocks(visit.build());
    return ((Block.Paragraph) blocks.get(blocks.size() - 1)).text();
  }
}
