package org.daybook.rendering.velocity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.daybook.api.report.Block;
import org.daybook.api.report.Block.Cell;
import org.daybook.api.report.Block.CellStatus;

/** A status grid, by group. */
public record Grid(String caption, List<Group> groups) {
  private static final int COLUMNS = 3;

  static Grid of(Block.StatusGrid grid) {
    Map<String, List<Cell>> groups = new LinkedHashMap<>();
    for (Cell cell : grid.cells()) {
      groups.computeIfAbsent(cell.group(), name -> new ArrayList<>()).add(cell);
    }
    return new Grid(
        grid.caption(),
        groups.entrySet().stream()
            .map(group -> Group.of(group.getKey(), group.getValue()))
            .toList());
  }

  /**
   * The cells of one group. Red ones have more to say, so they stand apart.
   *
   * @param rows the green ones, as they fit beside each other in an e-mail
   */
  public record Group(String name, List<Cell> red, List<Cell> green, List<Row> rows) {
    static Group of(String name, List<Cell> cells) {
      List<Cell> green = cells.stream().filter(c -> c.status() == CellStatus.GREEN).toList();
      List<Row> rows = new ArrayList<>();
      for (int from = 0; from < green.size(); from += COLUMNS) {
        List<Cell> row = green.subList(from, Math.min(from + COLUMNS, green.size()));
        rows.add(new Row(row, Collections.nCopies(COLUMNS - row.size(), "")));
      }
      return new Group(
          name, cells.stream().filter(c -> c.status() == CellStatus.RED).toList(), green, rows);
    }
  }

  /**
   * Cells beside each other.
   *
   * @param blanks one for each that would still fit
   */
  public record Row(List<Cell> cells, List<String> blanks) {}
}
