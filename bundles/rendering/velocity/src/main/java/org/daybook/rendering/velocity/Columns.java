package org.daybook.rendering.velocity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.daybook.api.report.Block.Table;

/** How wide the columns of a table should be: more text gets more room, and most words fit. */
final class Columns {
  private static final int WORD_THAT_MAY_BREAK = 16;
  private static final int ROOM = 3;

  /** Of a sheet of 620 points: what a letter and the space between two columns take, in percent. */
  private static final double PER_LETTER = 1.4;

  private static final double PER_COLUMN = 2.5;

  /** What is longer still gets no more: words beside it must not be broken for it. */
  private static final int LONG_TEXT = 150;

  /** The larger, the more a long text gets for its length, and the fewer its lines. */
  private static final double LINES = 3.2;

  private Columns() {}

  /** The widths in percent, 100 in all. */
  static List<Integer> widths(Table table) {
    List<Double> least = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (int column = 0; column < table.head().size(); column++) {
      least.add(PER_LETTER * longestWord(table, column) + PER_COLUMN);
      weights.add(weight(table, column));
    }
    double needed = sum(least);
    List<Integer> widths = new ArrayList<>();
    int left = 100;
    for (int column = 0; column < least.size() - 1; column++) {
      double weight = weights.get(column) / sum(weights);
      // Where the words of all columns fit, none is broken; who has most to say gets what is left.
      double width = needed > 100 ? 100 * weight : least.get(column) + (100 - needed) * weight;
      widths.add((int) Math.floor(width));
      left -= widths.get(column);
    }
    if (!least.isEmpty()) {
      widths.add(left);
    }
    return widths;
  }

  private static double sum(List<Double> values) {
    return values.stream().mapToDouble(value -> value).sum();
  }

  private static double weight(Table table, int column) {
    double longestText = cells(table, column).stream().mapToInt(String::length).max().orElse(0);
    double words = Math.min(longestWord(table, column), WORD_THAT_MAY_BREAK) + ROOM;
    return Math.max(words, LINES * Math.sqrt(Math.min(longestText, LONG_TEXT)));
  }

  private static int longestWord(Table table, int column) {
    return cells(table, column).stream()
        .flatMap(cell -> Stream.of(cell.split("\\s+")))
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }

  private static List<String> cells(Table table, int column) {
    return Stream.concat(
            Stream.of(table.head().get(column)), table.rows().stream().map(r -> r.get(column)))
        .toList();
  }
}
