package org.daybook.web.pages.board;

import java.util.List;
import org.daybook.web.pages.template.SafeHtml;

/**
 * The page of the figures of a month.
 *
 * @param heads names of the columns after the first
 * @param sums what the rows come to; empty if there are no rows
 * @param chart blank if there is nothing to draw
 * @param previous address of the month before; blank if there is none
 * @param next address of the month after; blank if it has not begun
 * @param csv address of the same as comma-separated values
 * @param pictures more of them; empty if there is nothing to be seen
 */
public record FiguresView(
    String month,
    boolean byClient,
    String first,
    List<String> heads,
    List<Row> rows,
    List<String> sums,
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
    heads = List.copyOf(heads);
    rows = List.copyOf(rows);
    sums = List.copyOf(sums);
    pictures = List.copyOf(pictures);
  }

  /**
   * One client or engineer.
   *
   * @param href their page; blank if there is none
   */
  public record Row(String name, String href, List<String> values) {
    public Row {
      values = List.copyOf(values);
    }
  }
}
