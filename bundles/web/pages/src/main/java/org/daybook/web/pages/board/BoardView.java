package org.daybook.web.pages.board;

import java.util.List;
import org.daybook.web.pages.template.SafeHtml;

/**
 * The first page of the board.
 *
 * @param count how many notices nobody has acknowledged
 * @param waiting the first of them
 * @param seen the first of those that were acknowledged and still stand
 * @param noticesHref address of all notices
 * @param month which the figures are of; blank if they are not for the reader
 * @param figures of that month; empty if they are not there at the moment
 * @param figuresHref address of all figures
 * @param today what goes on; blank if it is not for the reader
 */
public record BoardView(
    boolean all,
    long count,
    List<NoticeView> waiting,
    List<NoticeView> seen,
    String noticesHref,
    String month,
    List<Fact> figures,
    String figuresHref,
    SafeHtml today) {
  public BoardView {
    waiting = List.copyOf(waiting);
    seen = List.copyOf(seen);
    figures = List.copyOf(figures);
  }
}
