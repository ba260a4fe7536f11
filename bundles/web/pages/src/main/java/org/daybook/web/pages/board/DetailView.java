package org.daybook.web.pages.board;

import java.util.ArrayList;
import java.util.List;
import org.daybook.web.pages.template.SafeHtml;

/**
 * A page about one thing.
 *
 * @param eyebrow what kind of thing it is
 * @param tone of the state
 * @param text what somebody wrote; may be blank
 * @param actions what its reader may do about it
 * @param pieces what only pages of this kind have, after the facts
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
    List<Action> actions,
    List<SafeHtml> pieces) {
  public DetailView {
    facts = List.copyOf(facts);
    sections = List.copyOf(sections);
    notices = List.copyOf(notices);
    actions = List.copyOf(actions);
    pieces = List.copyOf(pieces);
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
    this(eyebrow, title, state, tone, text, facts, sections, notices, List.of(), List.of());
  }

  /** The same page with what its reader may do there. */
  public DetailView withActions(List<Action> actions) {
    return new DetailView(
        eyebrow, title, state, tone, text, facts, sections, notices, actions, pieces);
  }

  /** The same page with one more piece. */
  public DetailView withPiece(SafeHtml piece) {
    List<SafeHtml> all = new ArrayList<>(pieces);
    all.add(piece);
    return new DetailView(
        eyebrow, title, state, tone, text, facts, sections, notices, actions, all);
  }
}
