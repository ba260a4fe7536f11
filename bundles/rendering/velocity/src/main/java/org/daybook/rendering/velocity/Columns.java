package org.daybook.rendering.velocity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.daybook.api.report.Block.Table;

/** How wide the columns of a table should be: more text gets more room, and most words fit. */
final class Columns {
  private static final int WORD_THAT_MAY_BREAK = 16;
  private static final int ROOM = 3;

  /** What is longer still gets no more: words beside it must not be broken for it. */
  private static final int LONG_TEXT = 150;

  /** The larger, the more a long text gets for its length, and the fewer its lines. */
  private static final double LINES = 3.2;

  private Columns() {}

  /** The widths in percent, 100 in all. */
  static List<Integer> widths(Table table) {
    List<Double> weights = new ArrayList<>();
    for (int column = 0; column < table.head().size(); column++) {
      weights.add(weight(table, column));
    }
    double all = weights.stream().mapToDouble(weight -> weight).sum();
    List<Integer> widths = new ArrayList<>();
    int left = 100;
    for (Double weight : weights.subList(0, Math.max(0, weights.size() - 1))) {
      int width = (int) Math.floor(weight * 100 / all);
      widths.add(width);
      left -= width;
    }
    if (!weights.isEmpty()) {
      widths.add(left);
    }
    return widths;
  }

  private static double weight(Table table, int column) {
    List<String> cells =
        Stream.concat(
                Stream.of(table.head().get(column)), table.rows().stream().map(r -> r.get(column)))
            .toList();
    int longestWord =
        cells.stream()
            .flatMap(cell -> Stream.of(cell.split("\\s+")))
            .mapToInt(String::length)
            .max()
            .orElse(0);
    double longestText = cells.stream().mapToInt(String::length).max().orElse(0);
    double words = Math.min(longestWord, WORD_THAT_MAY_BREAK) + ROOM;
    return Math.max(words, LINES * Math.sqrt(Math.min(longestText, LONG_TEXT)));
  }
}
