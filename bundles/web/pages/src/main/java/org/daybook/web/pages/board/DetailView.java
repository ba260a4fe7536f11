package org.daybook.web.pages.board;

import java.util.List;

/**
 * A page about one thing.
 *
 * @param eyebrow what kind of thing it is
 * @param tone of the state
 * @param text what somebody wrote; may be blank
 */
public record DetailView(
    String eyebrow,
    String title,
    String state,
    String tone,
    String text,
    List<Fact> facts,
    List<Section> sections,
    List<NoticeView> notices) {
  public DetailView {
    facts = List.copyOf(facts);
    sections = List.copyOf(sections);
    notices = List.copyOf(notices);
  }
}
