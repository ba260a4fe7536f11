package org.daybook.web.pages.board.disputes;

import java.util.List;
import org.daybook.web.pages.board.Part;
import org.daybook.web.pages.board.Section;
import org.daybook.web.pages.board.Tab;

/**
 * The disputes.
 *
 * @param own whether its reader sees only what concerns them
 * @param waiting whether those that are shown wait for somebody
 * @param none what is said if there are none
 * @param count how many there are, in words
 */
public record DisputesView(
    boolean own,
    List<Tab> tabs,
    boolean waiting,
    String none,
    String count,
    Part<Section.Line> part) {
  public DisputesView {
    tabs = List.copyOf(tabs);
  }
}
