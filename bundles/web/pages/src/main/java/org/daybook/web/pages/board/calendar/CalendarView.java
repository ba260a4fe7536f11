package org.daybook.web.pages.board.calendar;

import java.util.List;
import org.daybook.web.pages.board.form.Field;

/**
 * The calendar.
 *
 * @param title what is shown: a month, or a week
 * @param heads the days of the week; with dates if it is one week
 * @param rows weeks of a month, or engineers of a week
 * @param engineers who may be chosen
 * @param engineer who is
 * @param monthPlan address of the page about the plan of the month
 * @param script address of the script that lets visits be dragged
 */
public record CalendarView(
    String title,
    boolean week,
    String view,
    String from,
    List<Head> heads,
    List<Row> rows,
    List<Field.Option> engineers,
    String engineer,
    String before,
    String today,
    String after,
    String byMonth,
    String byWeek,
    String plan,
    String emergency,
    String monthPlan,
    boolean empty,
    String script) {
  public CalendarView {
    heads = List.copyOf(heads);
    rows = List.copyOf(rows);
    engineers = List.copyOf(engineers);
  }

  /** Whether there is something before today that a phone leaves out until it is asked for. */
  public boolean earlier() {
    return rows.stream()
        .flatMap(row -> row.cells().stream())
        .anyMatch(cell -> cell.past() && !cell.empty());
  }

  /**
   * A column.
   *
   * @param free whether the company does not work then
   */
  public record Head(String label, boolean free, boolean today) {}

  /**
   * A row.
   *
   * @param name of the engineer; blank in a month
   */
  public record Row(String name, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }
}
