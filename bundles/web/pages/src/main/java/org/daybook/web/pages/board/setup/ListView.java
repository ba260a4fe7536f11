package org.daybook.web.pages.board.setup;

import java.util.List;
import org.daybook.web.pages.board.Section;

/**
 * A list with a search.
 *
 * @param up where one came from
 * @param here the address of the list, for the search
 * @param client whose things these are; blank for anybody's
 * @param search what was looked for; may be blank
 * @param searched whether it can be searched at all
 * @param all whether those that are no longer used are shown as well
 */
public record ListView(
    Link up,
    String title,
    String intro,
    String here,
    String client,
    String search,
    boolean searched,
    boolean all,
    List<Section.Line> lines,
    List<Link> links) {
  public ListView {
    lines = List.copyOf(lines);
    links = List.copyOf(links);
  }
}
