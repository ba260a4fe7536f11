package org.daybook.web.pages.board.calendar;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.daybook.api.access.Role;
import org.daybook.api.visit.OpenItem;
import org.daybook.api.visit.Visit;
import org.daybook.web.pages.board.Asked;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Words;
import org.daybook.web.pages.board.form.FormView;

/** Something that is done with one visit by a form of its own. Called on many threads. */
interface VisitAction {
  /**
   * The last part of its address, the purpose of its form, and the end of the keys of its words.
   */
  String name();

  /** Who is offered it; who may is said by the service behind it. */
  Set<Role> roles();

  /** Whether it can be done as the visit stands, so that a button is worth showing. */
  boolean fits(Visit visit, Look look);

  /** Its fields; what was typed before is put in by the form. */
  void fields(FormView.Builder form, Look look, Visit visit, Asked asked);

  /** What its reader should know before; blank if nothing. */
  default String note(Look look, Visit visit, Asked asked, Words words) {
    return "";
  }

  /** What keeps it from being done; empty if nothing does, or nobody can tell before. */
  default List<OpenItem> missing(Visit visit) {
    return List.of();
  }

  /**
   * Does it.
   *
   * @param visit as it stands
   * @param zone of its client
   * @return which of the texts {@code done.…} says what was done
   */
  String send(Asked asked, Visit visit, ZoneId zone);
}
