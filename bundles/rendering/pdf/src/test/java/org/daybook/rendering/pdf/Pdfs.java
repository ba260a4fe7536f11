package org.daybook.rendering.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.daybook.api.report.Block;
import org.daybook.api.report.Block.Cell;
import org.daybook.api.report.Block.CellStatus;
import org.daybook.api.report.Block.TaskItem;
import org.daybook.api.report.ReportDocument;
import org.daybook.api.report.ReportDocument.Section;
import org.daybook.api.report.ReportDocument.Status;
import org.daybook.api.report.Tone;
import org.daybook.rendering.velocity.PrintRenderer;
import org.daybook.rendering.velocity.Templates;
import org.daybook.testkit.ExampleReport;
import org.daybook.testkit.Examples;

/** Documents for tests. */
final class Pdfs {
  private Pdfs() {}

  static PdfRenderer renderer() {
    return new PdfRenderer(new PrintRenderer(new Templates()));
  }

  static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return text(document, 1, document.getNumberOfPages());
    }
  }

  static String text(PDDocument document, int from, int to) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setStartPage(from);
    stripper.setEndPage(to);
    return stripper.getText(document);
  }

  static List<List<String>> rows(int count) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      rows.add(List.of("строка " + i, "довольно длинный текст, который занимает всю ширину листа"));
    }
    return rows;
  }

  /** As much as a report is expected to hold. */
  static ReportDocument large() {
    List<Cell> cells = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    List<TaskItem> tasks = new ArrayList<>();
    for (int i = 1; i <= 100; i++) {
      CellStatus status = i % 20 == 0 ? CellStatus.RED : CellStatus.GREEN;
      cells.add(new Cell("ПК-" + i, "Компьютеры", status, "слово", List.of(), Optional.empty()));
      rows.add(List.of("Бухгалтерия-" + i, "12 из 12 пунктов"));
    }
    for (int i = 1; i <= 40; i++) {
      tasks.add(
          new TaskItem(
              "Задача " + i,
              "выполнено",
              Tone.GOOD,
              List.of("12 марта"),
              Optional.of("Сделано всё, о чём просили."),
              Optional.empty(),
              Optional.empty()));
    }
    return ExampleReport.with(
        ExampleReport.usual(Examples.RUSSIAN),
        List.of(
            new Section(
                "devices",
                "Техника",
                Status.OK,
                List.of(
                    new Block.TaskList("Задачи", tasks),
                    new Block.StatusGrid("Вся техника", cells),
                    new Block.Table("Порядок", List.of("Машина", "Работа"), rows)))));
  }
}
