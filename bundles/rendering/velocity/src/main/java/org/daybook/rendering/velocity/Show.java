package org.daybook.rendering.velocity;

import java.util.List;
import java.util.function.UnaryOperator;
import org.daybook.api.report.Block.Cell;
import org.daybook.api.report.Block.Table;
import org.daybook.api.report.Block.TaskItem;

/** What templates ask while they show a value. */
public final class Show {
  /** A table with more columns does not fit on a phone and is shown row by row. */
  private static final int COLUMNS_ON_A_PHONE = 3;

  private static final int BRIEF = 25;

  /** A head that fills a page cannot stand on each. */
  private static final int HEAD_THAT_REPEATS = 100;

  private final UnaryOperator<String> escape;

  Show(UnaryOperator<String> escape) {
    this.escape = escape;
  }

  /** How a tone or a status looks. */
  public Look look(Object toneOrStatus) {
    return Look.of(toneOrStatus);
  }

  /** Text with its line breaks. */
  public SafeHtml lines(String text) {
    return new SafeHtml(escape.apply(text.strip()).replace("\n", "<br/>"));
  }

  public boolean isWide(Table table) {
    return table.head().size() > COLUMNS_ON_A_PHONE;
  }

  /** Whether the head of a table may stand on each of its pages. */
  public boolean isRepeated(Table table) {
    return table.head().stream().allMatch(cell -> cell.length() <= HEAD_THAT_REPEATS);
  }

  /** The widths of a table's columns in percent. */
  public List<Integer> widths(Table table) {
    return Columns.widths(table);
  }

  /** Whether a task says so little that its facts can stand behind its result. */
  public boolean isBrief(TaskItem task) {
    return task.result().isPresent()
        && task.reason().isEmpty()
        && task.next().isEmpty()
        && task.details().stream().allMatch(fact -> fact.length() <= BRIEF);
  }

  /** Short facts in one line. */
  public String inOneLine(List<String> facts) {
    return String.join(" · ", facts);
  }

  /** A label with its value, or with what follows it. */
  public String labelled(String label, String value) {
    return value.isEmpty() ? label + ":" : label + ": " + value;
  }

  /** A title with what belongs to it. */
  public String titled(String title, String more) {
    return title + " — " + more;
  }

  public String numbered(int number, String title) {
    return number + ". " + title;
  }

  /** A cell of a grid in one line. */
  public String cell(Cell cell) {
    String line = titled(cell.label(), cell.word());
    return cell.change().map(change -> line + " (" + change + ")").orElse(line);
  }

  /** Lines of plain text. */
  public TextLines text() {
    return new TextLines();
  }
}
