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
  private static final int CELLS_OF_A_LONG_GROUP = 30;

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
    /** Whether there are many green ones. */
    public boolean isLong() {
      return green.size() > CELLS_OF_A_LONG_GROUP;
    }

    /** The green ones by what is said of them. */
    public List<Word> words() {
      return Word.of(green);
    }

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
   * What has the same status.
   *
   * @param name the status as a word
   * @param labels what has it, in one line
   */
  public record Word(String name, String labels) {
    static List<Word> of(List<Cell> cells) {
      Map<String, List<String>> words = new LinkedHashMap<>();
      for (Cell cell : cells) {
        words.computeIfAbsent(said(cell), word -> new ArrayList<>()).add(cell.label());
      }
      return words.entrySet().stream()
          .map(word -> new Word(word.getKey(), String.join(" · ", word.getValue())))
          .toList();
    }

    private static String said(Cell cell) {
      List<String> said = new ArrayList<>(List.of(cell.word()));
      cell.change().ifPresent(said::add);
      said.addAll(cell.reasons());
      return String.join(" · ", said);
    }
  }

  /**
   * Cells beside each other.
   *
   * @param blanks one for each that would still fit
   */
  public record Row(List<Cell> cells, List<String> blanks) {}
}
