package org.daybook.rendering.velocity;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.daybook.api.delivery.Presentation;
import org.daybook.api.report.Block;
import org.daybook.api.report.Block.Cell;
import org.daybook.api.report.Block.CellStatus;
import org.daybook.api.report.Block.TaskItem;
import org.daybook.api.report.ReportDocument;
import org.daybook.api.report.ReportDocument.Section;
import org.daybook.api.report.ReportDocument.Status;
import org.daybook.api.report.Tone;
import org.daybook.testkit.ExampleReport;
import org.daybook.testkit.Examples;

/** Renders for tests. */
final class Rendered {
  private static final Templates TEMPLATES = new Templates();

  private Rendered() {}

  static String html(ReportDocument report) {
    return text(new HtmlRenderer(TEMPLATES).render(report, Presentation.PLAIN));
  }

  static String txt(ReportDocument report) {
    return text(new TextRenderer(TEMPLATES).render(report, Presentation.PLAIN));
  }

  static String print(ReportDocument report) {
    return text(new PrintRenderer(TEMPLATES).render(report, Presentation.PLAIN));
  }

  static ReportDocument saying(Block... blocks) {
    return ExampleReport.with(
        ExampleReport.usual(Examples.RUSSIAN),
        List.of(new Section("devices", "Техника", Status.OK, List.of(blocks))));
  }

  /** As much as a report is expected to hold. */
  static ReportDocument large() {
    return large(100, 40);
  }

  static ReportDocument large(int devices, int count) {
    List<Cell> cells = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    for (int i = 1; i <= devices; i++) {
      boolean red = i % 20 == 0;
      cells.add(
          new Cell(
              "Бухгалтерия-" + i,
              "Компьютеры",
              red ? CellStatus.RED : CellStatus.GREEN,
              red ? "в работе" : "в порядке",
              red ? List.of("Антивирусные базы не обновляются.") : List.of(),
              Optional.empty()));
      rows.add(List.of("Бухгалтерия-%d (ws-%03d)".formatted(i, i), "12 из 12 пунктов"));
    }
    List<TaskItem> tasks = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      tasks.add(
          new TaskItem(
              "Заявка %d: не открывается отчёт в программе учёта".formatted(i),
              "решено удалённо",
              Tone.GOOD,
              List.of("Бухгалтерия-" + i, "12 марта", "затрачено 10 мин"),
              Optional.of("Обновлена программа, отчёт открывается."),
              Optional.empty(),
              Optional.empty()));
    }
    return saying(
        new Block.TaskList("Выполнено", tasks),
        new Block.StatusGrid("Вся техника", cells),
        new Block.Table("Компьютеры в порядке", List.of("Техника", "Что сделано"), rows));
  }

  private static String text(byte[] document) {
    return new String(document, StandardCharsets.UTF_8);
  }
}
