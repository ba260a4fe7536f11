package org.daybook.web.pages.board;

import java.util.List;
import org.daybook.web.pages.template.SafeHtml;

/**
 * The page of the figures of a month.
 *
 * @param tasks by source and outcome
 * @param bySource the same for each source, by client or engineer
 * @param promises by age; without rows if none is open
 * @param chart blank if there is nothing to draw
 * @param previous address of the month before; blank if there is none
 * @param next address of the month after; blank if it has not begun
 * @param csv address of the same as comma-separated values
 * @param pictures more of them; empty if there is nothing to be seen
 */
public record FiguresView(
    String month,
    boolean byClient,
    Table table,
    Table tasks,
    List<Table> bySource,
    Table promises,
    SafeHtml chart,
    String chartTitle,
    String chartNote,
    String previous,
    String next,
    String clients,
    String engineers,
    String csv,
    List<SafeHtml> pictures) {
  public FiguresView {
    bySource = List.copyOf(bySource);
    pictures = List.copyOf(pictures);
  }

  /**
   * A table of numbers.
   *
   * @param id of its caption in the page
   * @param first name of the first column
   * @param heads names of the columns after it
   * @param sums what the rows come to
   */
  public record Table(
      String id,
      String caption,
      String first,
      List<String> heads,
      List<Row> rows,
      List<String> sums) {
    public Table {
      heads = List.copyOf(heads);
      rows = List.copyOf(rows);
      sums = List.copyOf(sums);
    }
  }

  /**
   * One client, engineer or source.
   *
   * @param href their page; blank if there is none
   */
  public record Row(String name, String href, List<String> values) {
    public Row {
      values = List.copyOf(values);
    }
  }
}
