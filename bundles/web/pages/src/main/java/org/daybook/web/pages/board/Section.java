package org.daybook.web.pages.board;

import java.util.List;

/**
 * A list on a page.
 *
 * @param id unique on the page
 * @param intro what is said before; may be blank
 */
public record Section(String id, String title, String intro, List<Line> lines) {
  public Section {
    lines = List.copyOf(lines);
  }

  /**
   * One entry.
   *
   * @param href where to read more; blank for nowhere
   * @param state in a word; may be blank
   * @param tone of the state
   * @param note in smaller letters; may be blank
   */
  public record Line(String title, String href, String state, String tone, String note) {}
}
