package org.daybook.rendering.velocity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.daybook.api.report.Block.Table;

/**
 * A table across the width of a sheet of paper: a long one of short rows stands there two or three
 * times beside itself.
 *
 * @param head one text per column, repeated
 * @param rows as many cells each
 * @param widths of the columns in percent
 * @param columns of the table itself
 */
public record Spread(
    List<String> head, List<List<String>> rows, List<Integer> widths, int columns) {
  private static final int LETTERS_BESIDE_ONE = 46;
  private static final int LETTERS_BESIDE_TWO = 28;
  private static final int ROWS_WORTH_IT = 3;
  private static final int FEW_ROWS = 10;
  private static final int ROWS_OF_AN_END = 2;
  private static final int HEAD_THAT_REPEATS = 100;

  static Spread of(Table table) {
    int times = times(table);
    List<List<String>> rows = new ArrayList<>();
    for (int from = 0; from < table.rows().size(); from += times) {
      List<String> row = new ArrayList<>();
      table.rows().subList(from, Math.min(from + times, table.rows().size())).forEach(row::addAll);
      row.addAll(Collections.nCopies(table.head().size() * times - row.size(), ""));
      rows.add(row);
    }
    return new Spread(
        repeated(table.head(), times),
        rows,
        repeated(Columns.widths(table), times).stream().map(width -> width / times).toList(),
        table.head().size());
  }

  /** Whether a column tells what its row is about. */
  public boolean isFirst(int column) {
    return column % columns == 0;
  }

  /** Whether the head may stand on each page: one that fills a page cannot. */
  public boolean isHeadRepeated() {
    return head.stream().allMatch(cell -> cell.length() <= HEAD_THAT_REPEATS);
  }

  /** The same in two if it is long, so that its end can be kept together with what follows. */
  public List<Spread> endApart() {
    if (rows.size() <= FEW_ROWS) {
      return List.of(this);
    }
    int end = rows.size() - ROWS_OF_AN_END;
    return List.of(
        new Spread(head, rows.subList(0, end), widths, columns),
        new Spread(head, rows.subList(end, rows.size()), widths, columns));
  }

  private static int times(Table table) {
    int letters =
        IntStream.range(0, table.head().size())
            .map(column -> letters(table, column))
            .reduce(0, Math::addExact);
    int times = letters > LETTERS_BESIDE_ONE ? 1 : letters > LETTERS_BESIDE_TWO ? 2 : 3;
    return table.rows().size() >= times * ROWS_WORTH_IT ? times : 1;
  }

  private static int letters(Table table, int column) {
    return Stream.concat(Stream.of(table.head()), table.rows().stream())
        .mapToInt(row -> row.get(column).length())
        .max()
        .orElse(0);
  }

  private static <T> List<T> repeated(List<T> of, int times) {
    return Collections.nCopies(times, of).stream().flatMap(List::stream).toList();
  }
}
