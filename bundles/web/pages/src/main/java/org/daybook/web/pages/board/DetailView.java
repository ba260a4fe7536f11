package org.daybook.web.pages.board;

import java.util.List;

/**
 * A page about one thing.
 *
 * @param eyebrow what kind of thing it is
 * @param tone of the state
 * @param text what somebody wrote; may be blank
 * @param actions what its reader may do about it
 */
public record DetailView(
    String eyebrow,
    String title,
    String state,
    String tone,
    String text,
    List<Fact> facts,
    List<Section> sections,
    List<NoticeView> notices,
    List<Action> actions) {
  public DetailView {
    facts = List.copyOf(facts);
    sections = List.copyOf(sections);
    notices = List.copyOf(notices);
    actions = List.copyOf(actions);
  }

  /** A page on which nothing can be done. */
  public DetailView(
      String eyebrow,
      String title,
      String state,
      String tone,
      String text,
      List<Fact> facts,
      List<Section> sections,
      List<NoticeView> notices) {
    this(eyebrow, title, state, tone, text, facts, sections, notices, List.of());
  }

  /** The same page with what its reader may do there. */
  public DetailView withActions(List<Action> actions) {
    return new DetailView(eyebrow, title, state, tone, text, facts, sections, notices, actions);
  }
}
