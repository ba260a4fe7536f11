package org.daybook.rendering.velocity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.daybook.api.report.Block.Table;

/**
 * Lays plain text out in lines of at most 78 characters (RFC 5322, 2.1.1); long words stay whole.
 */
public final class TextLines {
  private static final int WIDTH = 78;
  private static final int BAR_WIDTH = 30;
  private static final String GAP = "   ";

  /** A heading of the document. */
  public String banner(String text) {
    return underlined(text, '=');
  }

  /** A heading of a section. */
  public String heading(String text) {
    return underlined(text, '-');
  }

  private String underlined(String text, char line) {
    String wrapped = wrap("", text);
    int width = wrapped.lines().mapToInt(String::length).max().orElse(0);
    return wrapped + "\n" + String.valueOf(line).repeat(Math.min(WIDTH, width));
  }

  /** Wraps running text; what follows the first line of each paragraph stands under its text. */
  public String wrap(String lead, String text) {
    List<String> lines = new ArrayList<>();
    String hanging = " ".repeat(lead.length());
    String start = lead;
    for (String paragraph : PlainText.clean(text).strip().split("\n", -1)) {
      fill(start, hanging, paragraph, lines);
      start = hanging;
    }
    return String.join("\n", lines);
  }

  private static void fill(String lead, String hanging, String text, List<String> lines) {
    StringBuilder line = new StringBuilder(lead);
    boolean empty = true;
    for (String word : text.strip().split("\\s+")) {
      if (!empty && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder(hanging);
        empty = true;
      }
      if (!empty) {
        line.append(' ');
      }
      line.append(word);
      empty = false;
    }
    lines.add(line.toString().stripTrailing());
  }

  /** A mark, if there is one, and what it marks. */
  public String marked(String lead, Look look, String text) {
    return wrap(look.mark().isEmpty() ? lead : lead + "%-5s".formatted(look.mark()), text);
  }

  /** A table in columns if every row fits on a line, else row by row. */
  public String table(Table table) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(oneLine(table.head()));
    table.rows().forEach(row -> rows.add(oneLine(row)));
    int[] widths = widths(rows, table.head().size());
    int total = IntStream.of(widths).sum() + GAP.length() * (widths.length - 1);
    return total <= WIDTH ? columns(rows, widths) : records(rows, Show.isRowByRow(table));
  }

  private static List<String> oneLine(List<String> cells) {
    return cells.stream()
        .map(cell -> PlainText.clean(cell).strip().replaceAll("\\s+", " "))
        .toList();
  }

  private static int[] widths(List<List<String>> rows, int columns) {
    return IntStream.range(0, columns)
        .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
        .toArray();
  }

  private static String columns(List<List<String>> rows, int[] widths) {
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < widths.length; column++) {
        String cell = row.get(column);
        line.append(cell).append(" ".repeat(widths[column] - cell.length())).append(GAP);
      }
      lines.add(line.toString().stripTrailing());
    }
    lines.add(1, "-".repeat(IntStream.of(widths).sum() + GAP.length() * (widths.length - 1)));
    return String.join("\n", lines);
  }

  /** The rows one by one; where HTML shows them so, the first cell is the heading of its row. */
  private String records(List<List<String>> rows, boolean headed) {
    List<String> head = rows.get(0);
    List<String> records = new ArrayList<>();
    for (List<String> row : rows.subList(1, rows.size())) {
      List<String> lines = new ArrayList<>();
      lines.add(wrap("* ", headed ? row.get(0) : head.get(0) + ": " + row.get(0)));
      for (int column = 1; column < head.size(); column++) {
        lines.add(wrap("  ", head.get(column) + ": " + row.get(column)));
      }
      records.add(String.join("\n", lines));
    }
    return String.join("\n\n", records);
  }

  /** A bar of the chart, drawn. */
  public String bar(Chart.Bar bar) {
    String drawn = "#".repeat(Math.max(1, bar.percent() * BAR_WIDTH / 100));
    return wrap("  ", bar.label() + ": " + bar.value() + " " + drawn);
  }
}
