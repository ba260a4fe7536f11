package org.daybook.web.pages.board.calendar;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.access.Role;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.board.Asked;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Own;
import org.daybook.web.pages.board.form.Field;
import org.daybook.web.pages.board.form.FormView;

/** Hands a visit to another engineer at the time that it has. */
final class AssignForm implements VisitAction {
  private final Parts parts;

  AssignForm(Parts parts) {
    this.parts = parts;
  }

  @Override
  public String name() {
    return "assign";
  }

  @Override
  public Set<Role> roles() {
    return CalendarChapter.DESK;
  }

  @Override
  public boolean fits(Visit visit, Look look) {
    boolean theirs = visit.kind() == VisitKind.EMERGENCY || Own.seesAll(look.actor());
    return theirs && visit.state() == VisitState.SCHEDULED;
  }

  @Override
  public void fields(FormView.Builder form, Look look, Visit visit, Asked asked) {
    String now = visit.engineerId();
    form.choice(
        "engineer",
        visit.kind() == VisitKind.EMERGENCY
            ? Engineers.with(soonest(look, visit), now, look)
            : Engineers.options(look, now),
        now);
  }

  /** By name where nobody is a candidate any more: the contract has ended, the visit stands. */
  private List<Field.Option> soonest(Look look, Visit visit) {
    try {
      return Engineers.options(
          parts
              .visits()
              .candidates(look.actor(), Optional.of(visit.clientId()), Optional.of(visit.siteId())),
          look.words().of(AssignForm.class));
    } catch (InvalidInputException ended) {
      return Engineers.options(look, visit.engineerId());
    }
  }

  @Override
  public String send(Asked asked, Visit visit, ZoneId zone) {
    parts
        .visits()
        .assign(
            asked.visitor().actor(),
            visit.id(),
            VisitForms.version(asked),
            asked.sent().get("engineer"));
    return "assigned";
  }
}
