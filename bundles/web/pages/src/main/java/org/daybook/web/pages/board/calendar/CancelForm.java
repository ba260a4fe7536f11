package org.daybook.web.pages.board.calendar;

import java.time.ZoneId;
import java.util.Set;
import org.daybook.api.access.Role;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitEvent;
import org.daybook.api.visit.VisitState;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.board.Asked;
import org.daybook.web.pages.board.BoardRoute;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.form.Field;
import org.daybook.web.pages.board.form.FormView;

/** Calls a visit off; takes one that is only proposed out of its plan. */
final class CancelForm implements VisitAction {
  private final Parts parts;

  CancelForm(Parts parts) {
    this.parts = parts;
  }

  @Override
  public String name() {
    return "cancel";
  }

  @Override
  public Set<Role> roles() {
    return BoardRoute.OFFICE;
  }

  @Override
  public boolean fits(Visit visit, Look look) {
    return visit.state().on(VisitEvent.CANCEL).isPresent();
  }

  @Override
  public void fields(FormView.Builder form, Look look, Visit visit, Asked asked) {
    if (!isDraft(visit)) {
      form.required("reason", Field.Kind.TEXT, "");
    }
  }

  @Override
  public String send(Asked asked, Visit visit, ZoneId zone) {
    if (isDraft(visit)) {
      parts.planning().drop(asked.visitor().actor(), visit.id(), VisitForms.version(asked));
      return "dropped";
    }
    parts
        .visits()
        .cancel(
            asked.visitor().actor(),
            visit.id(),
            VisitForms.version(asked),
            asked.sent().get("reason"));
    return "cancelled";
  }

  private static boolean isDraft(Visit visit) {
    return visit.state() == VisitState.DRAFT && visit.planId().isPresent();
  }
}
