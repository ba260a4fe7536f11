package org.daybook.sections.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.report.Block;
import org.daybook.api.report.Block.Cell;
import org.daybook.api.report.Block.CellStatus;
import org.daybook.api.report.Block.Figure;
import org.daybook.api.report.Block.StatusGrid;
import org.daybook.api.report.Block.Table;
import org.daybook.api.report.Tone;
import org.daybook.api.visit.CheckState;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.ClosedVisit.CheckLine;
import org.daybook.api.visit.ClosedVisit.Device;
import org.daybook.api.visit.ClosedVisit.Reason;
import org.daybook.api.visit.ClosedVisit.Reason.What;
import org.daybook.api.visit.Verdict;
import org.daybook.testkit.ExampleDevice;
import org.daybook.testkit.ExampleVisit;
import org.junit.Test;

public class DevicesSectionTest {
  @Test
  public void theGridShowsServersThenComputersThenTheRest() {
    assertThat(grid(ExampleVisit.usual()).cells().stream().map(Cell::group).distinct().toList())
        .containsExactly(
            "Серверы — в порядке 2 из 3",
            "Компьютеры — в порядке 17 из 18",
            "Остальная техника — в порядке 4 из 4");
    assertThat(grid(ExampleVisit.usual()).cells()).hasSize(25);
  }

  @Test
  public void aCellSaysByWordsWhatItsColourSays() {
    Cell red = cell(device().reason(reason(What.PROBLEM, "Шумит вентилятор")));
    assertThat(red.status()).isEqualTo(CellStatus.RED);
    assertThat(red.word()).isEqualTo("неисправно");
    assertThat(red.reasons()).containsExactly("Шумит вентилятор.");
    Cell green = cell(device());
    assertThat(green.status()).isEqualTo(CellStatus.GREEN);
    assertThat(green.word()).isEqualTo("в порядке");
    assertThat(green.reasons()).isEmpty();
  }

  @Test
  public void whatIsBeingMendedAndWhatWasNotLookedAtAreToldApart() {
    assertThat(cell(device().reason(reason(What.SKIPPED, "Не выполнено."))).word())
        .isEqualTo("не проверено");
    assertThat(cell(device().reason(mended())).word()).isEqualTo("в работе");
  }

  @Test
  public void whatMonitoringSaysIsSaidToBeSo() {
    assertThat(cell(device().reason(reason(What.MONITORING, "Диск заполнен"))).reasons())
        .containsExactly("Мониторинг сообщает: Диск заполнен.");
  }

  @Test
  public void whatIsGoneIsToldOnceAndCountsForNothing() {
    ClosedVisit.Gone gone =
        new ClosedVisit.Gone("asset-9", "Касса-2", "kassa-2", AssetKind.WORKSTATION, "Списана");
    ExampleVisit visit = visit(device()).gone(List.of(gone));
    assertThat(blocks(visit))
        .contains(
            new Table(
                "Снято с обслуживания на этом выезде",
                List.of("Техника", "Что с ней стало"),
                List.of(List.of("Касса-2 (kassa-2)", "Списана."))));
    assertThat(grid(visit).cells()).hasSize(1);
    assertThat(blocks(ExampleVisit.empty().gone(List.of(gone)))).hasSize(2);
    assertThat(blocks(ExampleVisit.empty())).hasSize(1);
  }

  @Test
  public void whatChangedIsMarked() {
    assertThat(cell(device().previous(Optional.of(Verdict.RED))).change()).contains("исправлено");
    assertThat(cell(device().reason(mended())).change()).contains("новая неисправность");
    assertThat(cell(device().reason(mended()).previous(Optional.of(Verdict.RED))).change())
        .isEmpty();
    assertThat(cell(device().previous(Optional.empty())).change()).contains("новая техника");
  }

  @Test
  public void whatWasOnlyLeftOutIsNoNewFault() {
    ExampleVisit visit = visit(device().reason(reason(What.UNANSWERED, "Нет отметки: А")));
    assertThat(grid(visit).cells().get(0).change()).isEmpty();
    assertThat(((Block.KeyFigures) blocks(visit).get(0)).figures())
        .extracting(figure -> figure.label() + ": " + figure.value())
        .containsExactly(
            "В порядке: 0 из 1",
            "Требует внимания: 1",
            "Из них не проверено: 1",
            "Исправлено с прошлого выезда: 0",
            "Новых неисправностей: 0");
  }

  @Test
  public void atTheFirstVisitNothingIsNew() {
    StatusGrid grid =
        grid(
            ExampleVisit.empty()
                .devices(List.of(device().previous(Optional.empty()).build()))
                .previousVisitAt(Optional.empty()));
    assertThat(grid.cells().get(0).change()).isEmpty();
  }

  @Test
  public void onlyRedDevicesAreToldInFull() {
    Table faults = tables(ExampleVisit.usual()).get(0);
    assertThat(faults.head())
        .containsExactly("Техника", "Неисправность", "Что делаем", "Кто и срок");
    assertThat(faults.rows())
        .containsExactly(
            List.of(
                "SRV-1C",
                "Мониторинг сообщает: Диск D: заполнен на 95 %. Замечено: 11 марта.",
                "Подбирается новый диск.",
                "Глеб Кабельный. Срок: 14 марта."),
            List.of(
                "Бухгалтерия-1 (buh-1)",
                "Антивирусные базы не обновляются. Замечено: 12 марта.",
                "Заказана новая лицензия.",
                "Пётр Одуванчиков. Срок: 19 марта."));
  }

  @Test
  public void whatNobodyDecidedYetIsNotLeftBlank() {
    Table faults = tables(visit(device().reason(reason(What.PROBLEM, "Шумит")))).get(0);
    assertThat(faults.rows().get(0))
        .containsExactly("ПК-1 (pc-1)", "Шумит. Замечено: 12 марта.", "уточняется", "уточняется");
  }

  @Test
  public void everyWayToBeRedHasASentence() {
    for (What what : What.values()) {
      assertThat(cell(device().reason(reason(what, " "))).reasons().get(0))
          .as(what.name())
          .endsWith(".");
    }
  }

  @Test
  public void greenDevicesKeepToOneLineAndSayWhatWasDone() {
    List<Block> blocks =
        blocks(
            visit(
                device("ПК-1").ok("a", "Очистка").ok("b", "Обновления"),
                device("ПК-2").ok("a", "Очистка").ok("b", "Обновления").ok("c", "Пыль"),
                device("ПК-3").ok("a", "Очистка").ok("b", "Обновления").check(skipped())));
    assertThat(blocks)
        .contains(
            Block.Paragraph.of("На каждом компьютере сделано: Очистка; Обновления."),
            new Block.Paragraph("Неисправностей не обнаружено.", Tone.GOOD));
    assertThat(((Table) blocks.get(blocks.size() - 2)).rows())
        .containsExactly(
            List.of("ПК-1", "2 из 2 пунктов"),
            List.of("ПК-2", "3 из 3 пунктов; также: Пыль"),
            List.of("ПК-3", "2 из 3 пунктов; не сделано: Дефрагментация — идёт отчёт"));
  }

  @Test
  public void pluralFormsAreRight() {
    Texts texts = new Texts(org.daybook.testkit.Examples.RUSSIAN);
    assertThat(texts.get("done", 1, 1)).isEqualTo("1 из 1 пункта");
    assertThat(texts.get("done", 20, 21)).isEqualTo("20 из 21 пункта");
    assertThat(texts.get("done", 4, 4)).isEqualTo("4 из 4 пунктов");
    assertThat(texts.get("done", 11, 11)).isEqualTo("11 из 11 пунктов");
  }

  @Test
  public void theFiguresCount() {
    List<Figure> figures = ((Block.KeyFigures) blocks(ExampleVisit.usual()).get(0)).figures();
    assertThat(figures)
        .extracting(figure -> figure.label() + ": " + figure.value())
        .containsExactly(
            "В порядке: 23 из 25",
            "Требует внимания: 2",
            "Исправлено с прошлого выезда: 1",
            "Новых неисправностей: 1",
            "Новой техники: 1");
  }

  @Test
  public void fourHundredStayCompact() {
    ExampleVisit large = ExampleVisit.large(400, 0);
    assertThat(grid(large).cells()).hasSize(400);
    assertThat(grid(large).cells().get(0).group()).isEqualTo("Компьютеры — в порядке 360 из 400");
    Table green = tables(large).get(0);
    assertThat(green.rows()).containsExactly(List.of("360 компьютеров", "2 из 2 пунктов"));
    assertThat(blocks(large)).hasSize(5);
  }

  @Test
  public void inALargeGroupWhatIsSpecialKeepsItsLine() {
    List<ExampleDevice> devices = new ArrayList<>();
    for (int i = 1; i <= 41; i++) {
      devices.add(device("ПК-" + i).ok("a", "Очистка"));
    }
    devices.add(device("ПК-0").ok("a", "Очистка").check(skipped()));
    List<Table> tables = tables(visit(devices.toArray(ExampleDevice[]::new)));
    assertThat(tables.get(0).rows())
        .containsExactly(
            List.of("41 компьютер", "1 из 1 пункта"),
            List.of("ПК-0", "1 из 2 пунктов; не сделано: Дефрагментация — идёт отчёт"));
    assertThat(tables(visit(devices.subList(0, 40).toArray(ExampleDevice[]::new))).get(0).rows())
        .hasSize(40);
  }

  @Test
  public void whatVeryManyHaveInCommonIsToldOnceWithAllNames() {
    List<ExampleDevice> devices = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      devices.add(device("ПК-" + i).reason(mended()));
    }
    assertThat(blocks(visit(devices.toArray(ExampleDevice[]::new))))
        .hasSize(3)
        .last()
        .satisfies(table -> assertThat(((Table) table).rows()).hasSize(5));

    devices.add(device("ПК-6").reason(mended()).reason(reason(What.PROBLEM, "Мигает")));
    List<Block> blocks = blocks(visit(devices.toArray(ExampleDevice[]::new)));
    assertThat(blocks.get(2))
        .isEqualTo(
            new Block.Paragraph(
                """
                6 устройств — Шумит.
                Что делаем: Заказан вентилятор.
                Замечено: 1 марта. Кто: уточняется. Срок: уточняется.
                Где: ПК-1, ПК-2, ПК-3, ПК-4, ПК-5, ПК-6.""",
                Tone.BAD));
    Table others = (Table) blocks.get(3);
    assertThat(others.caption()).isEqualTo("Что ещё требует внимания");
    assertThat(others.rows()).hasSize(1);
    assertThat(others.rows().get(0)).startsWith("ПК-6", "Мигает. Замечено: 12 марта.");
  }

  @Test
  public void whatWasLeftOutOfTheRegulationIsToldTogether() {
    ExampleDevice device = device();
    for (String title : List.of("Очистка", "Обновления", "Антивирус", "Журналы")) {
      device.check(check(title, CheckState.OPEN, Optional.empty()));
      device.reason(reason(What.UNANSWERED, "Нет отметки о выполнении: " + title));
    }
    device
        .check(check("Пыль", CheckState.SKIPPED, Optional.of("нет доступа")))
        .check(check("Память", CheckState.SKIPPED, Optional.empty()))
        .reason(reason(What.SKIPPED, "Не выполнено: Пыль (нет доступа)"))
        .reason(reason(What.SKIPPED, "Не выполнено: Память"))
        .reason(reason(What.MONITORING, "Диск заполнен"));

    assertThat(cell(device).reasons())
        .containsExactly(
            "Мониторинг сообщает: Диск заполнен.",
            "Не выполнены 2 пункта регламента: Пыль — нет доступа; Память.",
            "Не отмечены 4 пункта регламента.");
    List<List<String>> rows = tables(visit(device)).get(0).rows();
    assertThat(rows).hasSize(3);
    assertThat(rows.get(2))
        .containsExactly(
            "ПК-1 (pc-1)",
            "Не отмечены 4 пункта регламента: Очистка; Обновления; Антивирус; Журналы. Замечено:"
                + " 12 марта.",
            "Выполним на следующем выезде.",
            "Пётр Одуванчиков. Срок: 26 марта.");
  }

  @Test
  public void whatMayBeLeftOutIsNotCounted() {
    ExampleDevice device = device();
    for (String title : List.of("Очистка", "Обновления")) {
      device.check(check(title, CheckState.OPEN, Optional.empty()));
      device.reason(reason(What.UNANSWERED, "Нет отметки о выполнении: " + title));
    }
    device.check(
        new CheckLine(
            "dust",
            "Пыль",
            false,
            CheckState.OPEN,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
    assertThat(cell(device).reasons())
        .containsExactly("Не отмечены 2 пункта регламента: Очистка; Обновления.");
  }

  @Test
  public void aDayThatIsOverIsSaidToBe() {
    Reason late =
        new Reason(
            What.PROBLEM,
            "Шумит",
            Optional.of("Заказан вентилятор"),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Instant.parse("2026-03-10T09:00:00Z")));
    assertThat(tables(visit(device().reason(late))).get(0).rows().get(0))
        .endsWith("уточняется. Срок: 10 марта (срок прошёл).");
  }

  @Test
  public void whatIsBeingMendedStaysSoBesideWhatWasLeftOut() {
    assertThat(
            cell(device().reason(mended()).reason(reason(What.SKIPPED, "Не выполнено: Пыль")))
                .word())
        .isEqualTo("в работе");
  }

  @Test
  public void withoutANextVisitNothingIsPromised() {
    ExampleVisit visit =
        visit(device().reason(reason(What.SKIPPED, "Не выполнено: Пыль")))
            .nextVisitAt(Optional.empty());
    assertThat(tables(visit).get(0).rows().get(0))
        .containsExactly(
            "ПК-1 (pc-1)", "Не выполнено: Пыль. Замечено: 12 марта.", "уточняется", "уточняется");
  }

  @Test
  public void ofWhatIsBrokenNoDayIsMadeUp() {
    assertThat(tables(visit(device().reason(reason(What.PROBLEM, "Шумит")))).get(0).rows().get(0))
        .endsWith("уточняется");
    assertThat(
            tables(visit(device().reason(reason(What.MONITORING, "Шумит")))).get(0).rows().get(0))
        .endsWith("уточняется");
  }

  @Test
  public void whatCannotBeCountedIsToldOneByOne() {
    ExampleDevice device =
        device()
            .reason(reason(What.UNANSWERED, "Нет отметки: А"))
            .reason(reason(What.UNANSWERED, "Нет отметки: Б"));
    assertThat(cell(device).reasons()).containsExactly("Нет отметки: А.", "Нет отметки: Б.");
  }

  @Test
  public void everyRedDeviceIsNamedBelowTheGrid() {
    for (ExampleVisit visit : List.of(ExampleVisit.allRed(), ExampleVisit.large(400, 0))) {
      List<Block> below = blocks(visit).stream().filter(b -> !(b instanceof StatusGrid)).toList();
      grid(visit).cells().stream()
          .filter(cell -> cell.status() == CellStatus.RED)
          .forEach(cell -> assertThat(below.toString()).contains(cell.label()));
    }
  }

  @Test
  public void oneDeviceIsEnough() {
    ExampleVisit one = visit(device().ok("a", "Очистка"));
    assertThat(grid(one).cells().get(0).group()).isEqualTo("Компьютеры — в порядке 1 из 1");
    assertThat(tables(one).get(0).rows()).containsExactly(List.of("ПК-1 (pc-1)", "1 из 1 пункта"));
    assertThat(blocks(one)).contains(Block.Paragraph.of("На каждом компьютере сделано: Очистка."));
  }

  @Test
  public void anOfficeWithoutEquipmentGetsASentence() {
    assertThat(blocks(ExampleVisit.empty()))
        .containsExactly(Block.Paragraph.of("Техники на обслуживании в этом офисе нет."));
  }

  private static ExampleDevice device() {
    return device("ПК-1").reference("pc-1");
  }

  private static ExampleDevice device(String label) {
    return ExampleDevice.of(AssetKind.WORKSTATION, label).reference(label);
  }

  private static Reason reason(What what, String problem) {
    return new Reason(
        what, problem, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static Reason mended() {
    return new Reason(
        What.PROBLEM,
        "Шумит",
        Optional.of("Заказан вентилятор"),
        Optional.of(Instant.parse("2026-03-01T09:00:00Z")),
        Optional.empty(),
        Optional.empty());
  }

  private static CheckLine check(String title, CheckState state, Optional<String> reason) {
    return new CheckLine(title, title, true, state, Optional.empty(), Optional.empty(), reason);
  }

  private static CheckLine skipped() {
    return new CheckLine(
        "d",
        "Дефрагментация",
        false,
        CheckState.SKIPPED,
        Optional.empty(),
        Optional.empty(),
        Optional.of("идёт отчёт"));
  }

  private static ExampleVisit visit(ExampleDevice... devices) {
    List<Device> built = List.of(devices).stream().map(ExampleDevice::build).toList();
    return ExampleVisit.empty().devices(built);
  }

  private static List<Block> blocks(ExampleVisit visit) {
    return new DevicesSection().blocks(visit.build());
  }

  private static Cell cell(ExampleDevice device) {
    return grid(visit(device)).cells().get(0);
  }

  private static StatusGrid grid(ExampleVisit visit) {
    return only(StatusGrid.class, visit).get(0);
  }

  private static List<Table> tables(ExampleVisit visit) {
    return only(Table.class, visit);
  }

  private static <T extends Block> List<T> only(Class<T> type, ExampleVisit visit) {
    return blocks(visit).stream().filter(type::isInstance).map(type::cast).toList();
  }
}
