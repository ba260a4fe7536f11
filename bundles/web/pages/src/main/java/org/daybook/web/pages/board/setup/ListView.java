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
 * @param ended whether some of them are no longer used
 * @param all whether those are shown as well
 */
public record ListView(
    Link up,
    String title,
    String intro,
    String here,
    String client,
    String search,
    boolean searched,
    boolean ended,
    boolean all,
    List<Section.Line> lines,
    List<Link> links) {
  /** A list that is short enough to be read. */
  static ListView plain(
      Link up, String title, String intro, List<Section.Line> lines, List<Link> links) {
    return new ListView(up, title, intro, "", "", "", false, false, true, lines, links);
  }

  public ListView {
    lines = List.copyOf(lines);
    links = List.copyOf(links);
  }
}
