package org.daybook.web.pages.board;

import java.util.List;
import org.daybook.web.pages.template.SafeHtml;

/**
 * The first page of the board.
 *
 * @param waiting notices that nobody has acknowledged
 * @param more how many there are besides, in words; blank if none
 * @param seen notices that were acknowledged and still stand
 * @param month which the figures are of; blank if they are not for the reader
 * @param figures of that month; empty if they are not there at the moment
 * @param figuresHref address of all figures
 * @param today what goes on; blank if it is not for the reader
 */
public record BoardView(
    boolean all,
    List<NoticeView> waiting,
    String more,
    List<NoticeView> seen,
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
