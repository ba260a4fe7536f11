package org.daybook.rendering.velocity;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.daybook.api.report.Block.Cell;
import org.daybook.api.report.Block.Table;
import org.daybook.api.report.Block.TaskItem;

/** What templates ask while they show a value. */
public final class Show {
  /** A table with more columns does not fit on a phone and is shown row by row. */
  private static final int COLUMNS_ON_A_PHONE = 3;

  private static final int BRIEF = 25;

  private static final char NO_BREAK = '\u00A0';

  /** A head that fills a page cannot stand on each. */
  private static final int HEAD_THAT_REPEATS = 100;

  private static final int ROWS_OF_A_LONG_TABLE = 40;

  private static final int LITTLE_ROOM = 60;

  private final UnaryOperator<String> escape;

  Show(UnaryOperator<String> escape) {
    this.escape = escape;
  }

  /** How a tone or a status looks. */
  public Look look(Object toneOrStatus) {
    return Look.of(toneOrStatus);
  }

  /** How what is to be watched looks. */
  public Look watch() {
    return Look.WARNING;
  }

  /** Text with its line breaks. */
  public SafeHtml lines(String text) {
    return new SafeHtml(escape.apply(text.strip()).replace("\n", "<br/>"));
  }

  public boolean isWide(Table table) {
    return isRowByRow(table);
  }

  static boolean isRowByRow(Table table) {
    return table.head().size() > COLUMNS_ON_A_PHONE;
  }

  /** Whether the head of a table may stand on each of its pages. */
  public boolean isRepeated(Table table) {
    return table.head().stream().allMatch(cell -> cell.length() <= HEAD_THAT_REPEATS);
  }

  /** A table across the width of a sheet of paper. */
  public Spread spread(Table table) {
    return Spread.of(table);
  }

  /** Whether a table says little of many things. */
  public boolean isLong(Table table) {
    return table.rows().size() > ROWS_OF_A_LONG_TABLE;
  }

  /** The widths of a table's columns in percent. */
  public List<Integer> widths(Table table) {
    return Columns.widths(table);
  }

  /** Whether a task says so little that its facts can stand behind its result. */
  public boolean isBrief(TaskItem task) {
    return Tasks.isPlain(task) && task.details().stream().allMatch(this::isShort);
  }

  /** Whether a text can stand in a line with others. */
  public boolean isShort(String text) {
    return text.length() <= BRIEF && !text.contains("\n");
  }

  /** Short facts in one line. */
  public String inOneLine(List<String> facts) {
    return String.join(" · ", facts);
  }

  /** The same, marked up so that no line ends within a short one or starts with what parts them. */
  public SafeHtml facts(List<String> facts) {
    return lines(
        facts.stream()
            .map(fact -> isShort(fact) ? fact.strip().replace(' ', NO_BREAK) : fact)
            .collect(Collectors.joining(NO_BREAK + "· ")));
  }

  /** A value in which a number keeps its percent sign beside it. */
  public String figure(String value) {
    return value.replace(" %", NO_BREAK + "%");
  }

  /** A label with its value, or with what follows it. */
  public String labelled(String label, String value) {
    return value.isEmpty() ? label + ":" : label + ": " + value;
  }

  /** A title with what belongs to it. */
  public String titled(String title, String more) {
    return title + " — " + more;
  }

  /** A sentence with the facts that belong to it. */
  public String followed(String sentence, String facts) {
    return facts.isEmpty() ? sentence : sentence.strip() + " " + facts;
  }

  /** A statement as a question. */
  public String asked(String statement) {
    return statement + "?";
  }

  public String numbered(int number, String title) {
    return number + ". " + title;
  }

  /** A cell of a grid in one line. */
  public String cell(Cell cell) {
    String line = titled(cell.label(), cell.word());
    return cell.change().map(change -> line + " (" + change + ")").orElse(line);
  }

  /** As much of a text as fits where there is little room. */
  public String start(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.codePointCount(0, line.length()) <= LITTLE_ROOM
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LITTLE_ROOM - 1)) + "…";
  }

  /** Lines of plain text. */
  public TextLines text() {
    return new TextLines();
  }
}
