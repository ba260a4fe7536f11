package org.daybook.web.pages.board.clients;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.Verdict;
import org.daybook.web.pages.board.Words;

/**
 * What each piece of equipment was at each of the last visits. Those that were not in order stand
 * first: they are what is looked for.
 *
 * @param heads the visits
 * @param troubled equipment that was red at one of them at least
 * @param calm equipment that was green all the time
 */
public record DeviceGrid(List<Head> heads, List<Row> troubled, List<Row> calm) {
  private static final Cell ABSENT = new Cell("", "", "");

  public DeviceGrid {
    heads = List.copyOf(heads);
    troubled = List.copyOf(troubled);
    calm = List.copyOf(calm);
  }

  /**
   * A visit.
   *
   * @param day when it was, short
   * @param href its page
   */
  public record Head(String day, String href) {}

  /**
   * A piece of equipment.
   *
   * @param reference hostname or inventory number; blank if that is its name
   * @param now why it was red at the newest of the visits; blank if it was not
   */
  public record Row(String name, String reference, String now, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * What it was at one visit.
   *
   * @param tone blank if it was not there
   * @param reasons why it was red; blank if it was not
   */
  public record Cell(String tone, String sign, String reasons) {
    boolean red() {
      return tone.equals("bad");
    }
  }

  /** Whether there is anything to see. */
  public boolean empty() {
    return troubled.isEmpty() && calm.isEmpty();
  }

  /**
   * The grid of some visits, the newest of them first.
   *
   * @param past the oldest first
   * @param href of the page of a visit
   */
  static DeviceGrid of(List<PastVisit> past, ZoneId zone, Words words, UnaryOperator<String> href) {
    DateTimeFormatter day = words.pattern("d.MM");
    List<Head> heads = new ArrayList<>();
    Map<String, List<Cell>> cells = new LinkedHashMap<>();
    Map<String, ClosedVisit.Device> newest = new LinkedHashMap<>();
    for (int i = 0; i < past.size(); i++) {
      PastVisit visit = past.get(past.size() - 1 - i);
      heads.add(
          new Head(
              day.format(visit.view().arrivedAt().atZone(zone)), href.apply(visit.visit().id())));
      for (ClosedVisit.Device device : visit.view().devices()) {
        cells
            .computeIfAbsent(
                device.id(), id -> new ArrayList<>(Collections.nCopies(past.size(), ABSENT)))
            .set(i, cell(device));
        newest.putIfAbsent(device.id(), device);
      }
    }
    List<Row> rows =
        newest.values().stream()
            .sorted(
                Comparator.comparing(ClosedVisit.Device::kind)
                    .thenComparing(ClosedVisit.Device::label))
            .map(device -> row(device, cells.get(device.id())))
            .toList();
    Map<Boolean, List<Row>> byTrouble =
        rows.stream()
            .collect(Collectors.partitioningBy(row -> row.cells().stream().anyMatch(Cell::red)));
    return new DeviceGrid(
        heads,
        byTrouble.get(true).stream()
            .sorted(Comparator.comparing(row -> row.now().isBlank()))
            .toList(),
        byTrouble.get(false));
  }

  private static Row row(ClosedVisit.Device device, List<Cell> cells) {
    return new Row(
        device.label(),
        device.reference().equals(device.label()) ? "" : device.reference(),
        cells.get(0).reasons(),
        cells);
  }

  private static Cell cell(ClosedVisit.Device device) {
    return device.verdict() == Verdict.GREEN
        ? new Cell("good", "✓", "")
        : new Cell(
            "bad",
            "✕",
            device.reasons().stream()
                .map(ClosedVisit.Reason::problem)
                .collect(Collectors.joining("; ")));
  }
}
