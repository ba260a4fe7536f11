package org.daybook.rendering.velocity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.daybook.api.report.Block;
import org.daybook.api.report.Block.TaskItem;
import org.daybook.api.report.Block.TaskList;
import org.daybook.api.report.ReportDocument;
import org.daybook.api.report.Tone;
import org.jsoup.Jsoup;
import org.junit.Test;

/** Where there are many tasks, what went well has a line. */
public class TasksTest {
  @Test
  public void aFewTasksAreToldInFull() {
    ReportDocument few = Rendered.saying(list("А", plain(4)), list("Б", plain(4)));
    assertThat(html(few)).contains("Задача 4 ✓ выполнено 12 марта · 5 мин Сделано: Сделано и 4.");
    assertThat(txt(few))
        .contains("[OK] Задача 4 — выполнено 12 марта · 5 мин Сделано: Сделано и 4.");
  }

  @Test
  public void ofManyInASectionEachHasALine() {
    ReportDocument many = Rendered.saying(list("А", plain(4)), list("Б", plain(5)));
    String line = "✓ выполнено Задача 4 — Сделано и 4. 12 марта · 5 мин";
    assertThat(html(many)).contains(line).doesNotContain("Сделано:");
    assertThat(spaced(Jsoup.parse(Rendered.print(many)).text())).contains(line);
    assertThat(txt(many))
        .contains("[OK] Задача 4 — выполнено Сделано и 4. 12 марта · 5 мин")
        .doesNotContain("Сделано:");
  }

  @Test
  public void whatThereIsMoreToTellOfComesFirstAndInFull() {
    TaskItem watched =
        new TaskItem(
            "Память",
            "наблюдаем",
            Tone.WARNING,
            List.of(),
            Optional.of("Заменена."),
            Optional.empty(),
            Optional.of("Смотрим дальше."));
    ReportDocument many =
        Rendered.saying(list("А", plain(9)), new TaskList("Б", List.of(plain(1).get(0), watched)));
    assertThat(html(many))
        .contains(
            "Б Память ▲ наблюдаем Сделано: Заменена. Дальше: Смотрим дальше. ✓ выполнено Задача 1");
    assertThat(txt(many)).contains("[~] Память — наблюдаем Сделано: Заменена. Дальше: Смотрим");
  }

  @Test
  public void anAnswerOfSeveralLinesKeepsThem() {
    TaskItem item = plain(1).get(0);
    TaskItem poem =
        new TaskItem(
            "Стих",
            item.state(),
            item.tone(),
            List.of(),
            Optional.of("раз\nдва"),
            Optional.empty(),
            Optional.empty());
    Tasks tasks = Tasks.of(new TaskList("", List.of(item, poem)), true);
    assertThat(tasks.inFull()).containsExactly(poem);
    assertThat(tasks.items()).containsExactly(poem, item);
  }

  private static Block list(String caption, List<TaskItem> items) {
    return new TaskList(caption, items);
  }

  private static List<TaskItem> plain(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            i ->
                new TaskItem(
                    "Задача " + i,
                    "выполнено",
                    Tone.GOOD,
                    List.of("12 марта", "5 мин"),
                    Optional.of("Сделано и " + i + "."),
                    Optional.empty(),
                    Optional.empty()))
        .toList();
  }

  private static String html(ReportDocument report) {
    return spaced(Jsoup.parse(Rendered.html(report)).body().text());
  }

  private static String txt(ReportDocument report) {
    return spaced(Rendered.txt(report));
  }

  private static String spaced(String text) {
    return text.replaceAll("[\\s\u00a0]+", " ");
  }
}
