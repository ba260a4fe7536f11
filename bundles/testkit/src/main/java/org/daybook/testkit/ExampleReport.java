package org.daybook.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.daybook.api.report.Block;
import org.daybook.api.report.Block.Bar;
import org.daybook.api.report.Block.BarChart;
import org.daybook.api.report.Block.Cell;
import org.daybook.api.report.Block.CellStatus;
import org.daybook.api.report.Block.Figure;
import org.daybook.api.report.Block.KeyFigures;
import org.daybook.api.report.Block.Paragraph;
import org.daybook.api.report.Block.Picture;
import org.daybook.api.report.Block.Pictures;
import org.daybook.api.report.Block.StatusGrid;
import org.daybook.api.report.Block.Table;
import org.daybook.api.report.Block.TaskItem;
import org.daybook.api.report.Block.TaskList;
import org.daybook.api.report.Branding;
import org.daybook.api.report.ReportDocument;
import org.daybook.api.report.ReportDocument.Manager;
import org.daybook.api.report.ReportDocument.Revised;
import org.daybook.api.report.ReportDocument.Section;
import org.daybook.api.report.ReportDocument.Status;
import org.daybook.api.report.ReportDocument.Summary;
import org.daybook.api.report.Tone;

/** Report documents to render. */
public final class ExampleReport {
  private static final String SHA256 =
      "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";

  private ExampleReport() {}

  /** A report in Russian or English with a block of every type in every tone. */
  public static ReportDocument usual(Locale language) {
    return language.getLanguage().equals("ru") ? russian() : english();
  }

  /** A report whose every text is the given one. */
  public static ReportDocument saying(String text, Locale language) {
    ReportDocument pattern = usual(language);
    return new ReportDocument(
        pattern.number(),
        pattern.revision(),
        pattern.sha256(),
        pattern.createdAt(),
        language,
        pattern.zone(),
        text,
        pattern.clientCode(),
        text,
        text,
        Optional.of(new Manager(text, Optional.of(text), Optional.of(text))),
        pattern.visit(),
        pattern.arrivedAt(),
        pattern.departedAt(),
        pattern.nextVisitAt(),
        pattern.summary(),
        text,
        List.of(text),
        List.of(new Section("projects", text, Status.OK, everyBlock(text))),
        Optional.of(new Revised(text, pattern.createdAt())),
        pattern.previousSha256(),
        new Branding(
            text,
            pattern.branding().accent(),
            pattern.branding().logo(),
            text,
            Optional.empty(),
            Optional.empty()));
  }

  /** A report that looks otherwise. */
  public static ReportDocument looking(ReportDocument report, Branding branding) {
    return copy(
        report,
        report.revision(),
        report.sections(),
        report.revised(),
        report.previousSha256(),
        branding);
  }

  /** The next revision of a report. */
  public static ReportDocument revised(ReportDocument report, String reason) {
    return copy(
        report,
        report.revision() + 1,
        report.sections(),
        Optional.of(new Revised(reason, report.createdAt())),
        Optional.of(report.sha256()),
        report.branding());
  }

  /** A report with other sections. */
  public static ReportDocument with(ReportDocument report, List<Section> sections) {
    return copy(
        report,
        report.revision(),
        sections,
        report.revised(),
        report.previousSha256(),
        report.branding());
  }

  private static ReportDocument copy(
      ReportDocument report,
      int revision,
      List<Section> sections,
      Optional<Revised> revised,
      Optional<String> previousSha256,
      Branding branding) {
    return new ReportDocument(
        report.number(),
        revision,
        report.sha256(),
        report.createdAt(),
        report.language(),
        report.zone(),
        report.client(),
        report.clientCode(),
        report.site(),
        report.engineer(),
        report.manager(),
        report.visit(),
        report.arrivedAt(),
        report.departedAt(),
        report.nextVisitAt(),
        report.summary(),
        report.headline(),
        report.decisions(),
        sections,
        revised,
        previousSha256,
        branding);
  }

  /** A block of every type that says nothing but a text. */
  public static List<Block> everyBlock(String text) {
    return List.of(
        new Paragraph(text, Tone.WARNING),
        new KeyFigures(List.of(new Figure(text, text, Tone.GOOD))),
        new Table(text, List.of(text, text), List.of(List.of(text, text))),
        new TaskList(
            text,
            List.of(
                new TaskItem(
                    text,
                    text,
                    Tone.BAD,
                    List.of(text),
                    Optional.of(text),
                    Optional.of(text),
                    Optional.of(text)))),
        new StatusGrid(
            text,
            List.of(new Cell(text, text, CellStatus.RED, text, List.of(text), Optional.of(text)))),
        new BarChart(text, text, List.of(new Bar(text, 3))),
        new Pictures(text, List.of(photo(text))));
  }

  /** A photo as snapshots have it: without its bytes. */
  private static Picture photo(String caption) {
    return new Picture("photo-1", "a".repeat(64), caption, 1600, 1200, Optional.empty());
  }

  private static ReportDocument russian() {
    return document(
        Examples.RUSSIAN,
        "Главный офис, Луговая улица, 5",
        "Выполнено 3 из 5 задач; 23 из 25 устройств в порядке.",
        List.of("Согласуйте покупку нового диска для сервера SRV-1C."),
        List.of(
            new Section(
                "projects",
                "Проекты и задачи",
                Status.OK,
                List.of(
                    new KeyFigures(
                        List.of(
                            new Figure("Решено удалённо", "19 из 20", Tone.GOOD),
                            new Figure("Перенесено", "1", Tone.WARNING),
                            new Figure("Часы", "6", Tone.NEUTRAL),
                            new Figure("Неисправности", "2", Tone.BAD))),
                    new TaskList(
                        "Замена сервера",
                        List.of(
                            new TaskItem(
                                "Перенести папку «Договоры» на сервер",
                                "переносится",
                                Tone.WARNING,
                                List.of("переносится 2-й раз, с 12 февраля"),
                                Optional.empty(),
                                Optional.of("Не освободилось место на сервере"),
                                Optional.of("Пётр Одуванчиков, до 26 марта")),
                            new TaskItem(
                                "Не печатает принтер в приёмной",
                                "исправлено",
                                Tone.GOOD,
                                List.of("Принтер-1", "20 минут"),
                                Optional.of("Переустановлен драйвер"),
                                Optional.empty(),
                                Optional.empty()))),
                    new Table(
                        "Затраченное время",
                        List.of("Задача", "Минуты"),
                        List.of(List.of("Принтер", "20"), List.of("Договоры", "40"))),
                    new BarChart(
                        "Задачи по источникам",
                        "задач",
                        List.of(new Bar("Мониторинг", 2), new Bar("Руководитель", 1.5))),
                    new Pictures("Фотографии", List.of(photo("Принтер — новый ролик подачи"))))),
            new Section(
                "wishes",
                "Задачи от ответственного лица",
                Status.OK,
                List.of(Paragraph.of("Новых задач не было.\nСпасибо!"))),
            new Section(
                "devices",
                "Регламент на технике",
                Status.OK,
                List.of(
                    grid("Серверы", "Рабочие места", "в порядке", "неисправность", "исправлено"),
                    new Paragraph("Диск D: заполнен на 95 %.", Tone.BAD))),
            new Section(
                "weather",
                "Раздел партнёра",
                Status.UNAVAILABLE,
                List.of(new Paragraph("Раздел временно недоступен.", Tone.WARNING)))));
  }

  private static ReportDocument english() {
    return document(
        Examples.ENGLISH,
        "Head office, 5 Meadow Street",
        "3 of 5 tasks are done; 23 of 25 devices are in order.",
        List.of("Please approve a new disk for the server SRV-1C."),
        List.of(
            new Section(
                "projects",
                "Projects and tasks",
                Status.OK,
                List.of(
                    new KeyFigures(
                        List.of(
                            new Figure("Solved remotely", "19 of 20", Tone.GOOD),
                            new Figure("Carried over", "1", Tone.WARNING),
                            new Figure("Hours", "6", Tone.NEUTRAL),
                            new Figure("Faults", "2", Tone.BAD))),
                    new TaskList(
                        "New server",
                        List.of(
                            new TaskItem(
                                "Move the folder “Contracts” to the server",
                                "carried over",
                                Tone.WARNING,
                                List.of("carried over for the 2nd time, since 12 February"),
                                Optional.empty(),
                                Optional.of("There is no room on the server yet"),
                                Optional.of("Pyotr Oduvanchikov, until 26 March")),
                            new TaskItem(
                                "The printer at the reception does not print",
                                "mended",
                                Tone.GOOD,
                                List.of("Printer-1", "20 minutes"),
                                Optional.of("Driver reinstalled"),
                                Optional.empty(),
                                Optional.empty()))),
                    new Table(
                        "Time spent",
                        List.of("Task", "Minutes"),
                        List.of(List.of("Printer", "20"), List.of("Contracts", "40"))),
                    new BarChart(
                        "Tasks by source",
                        "tasks",
                        List.of(new Bar("Monitoring", 2), new Bar("Manager", 1.5))),
                    new Pictures("Photos", List.of(photo("Printer — the new feed roller"))))),
            new Section(
                "wishes",
                "Tasks from the responsible person",
                Status.OK,
                List.of(Paragraph.of("There were no new tasks.\nThank you!"))),
            new Section(
                "devices",
                "Regulation on devices",
                Status.OK,
                List.of(
                    grid("Servers", "Workplaces", "in order", "faulty", "mended"),
                    new Paragraph("Disk D: is 95 % full.", Tone.BAD))),
            new Section(
                "weather",
                "A partner's section",
                Status.UNAVAILABLE,
                List.of(new Paragraph("This section is not available.", Tone.WARNING)))));
  }

  private static Block grid(
      String servers, String workplaces, String green, String red, String mended) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 1; i <= 25; i++) {
      boolean faulty = i == 1 || i == 4;
      cells.add(
          new Cell(
              (i <= 3 ? "SRV-" : "WS-") + i,
              i <= 3 ? servers : workplaces,
              faulty ? CellStatus.RED : CellStatus.GREEN,
              faulty ? red : green,
              faulty ? List.of("D: 95 %") : List.of(),
              i == 5 ? Optional.of(mended) : Optional.empty()));
    }
    return new StatusGrid("", cells);
  }

  private static ReportDocument document(
      Locale language,
      String site,
      String headline,
      List<String> decisions,
      List<Section> sections) {
    return new ReportDocument(
        "2026-0001",
        1,
        SHA256,
        Examples.NOW.plus(Duration.ofHours(6)),
        language,
        Examples.ZONE,
        "ООО «Ромашка»",
        "romashka",
        site,
        "Пётр Одуванчиков",
        Optional.of(
            new Manager(
                "Ольга Берёзкина",
                Optional.of("olga@service.test"),
                Optional.of("+7 000 000-00-02"))),
        Examples.VISIT_ID,
        Examples.NOW,
        Examples.NOW.plus(Duration.ofHours(6)),
        Optional.of(Examples.NOW.plus(Duration.ofDays(14))),
        new Summary(3, 5, 23, 25, 360),
        headline,
        decisions,
        sections,
        Optional.empty(),
        Optional.empty(),
        Branding.NONE);
  }
}
