package org.daybook.web.pages.board.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.access.Role;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitEvent;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.board.Asked;
import org.daybook.web.pages.board.BoardRoute;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Words;
import org.daybook.web.pages.board.form.Field;
import org.daybook.web.pages.board.form.FormErrors;
import org.daybook.web.pages.board.form.FormView;

/** Another time for a visit; for one that is only proposed, another engineer as well. */
final class MoveForm implements VisitAction {
  private final Parts parts;

  MoveForm(Parts parts) {
    this.parts = parts;
  }

  static boolean moves(Visit visit) {
    return visit.state() == VisitState.DRAFT
        ? visit.planId().isPresent()
        : visit.state() == VisitState.RESCHEDULED
            || visit.state().on(VisitEvent.RESCHEDULE).isPresent();
  }

  @Override
  public String name() {
    return "move";
  }

  @Override
  public Set<Role> roles() {
    return BoardRoute.OFFICE;
  }

  @Override
  public boolean fits(Visit visit, Look look) {
    return moves(visit);
  }

  @Override
  public void fields(FormView.Builder form, Look look, Visit visit, Asked asked) {
    form.required("plannedFor", Field.Kind.MOMENT, Wall.field(proposed(look, visit, asked)));
    if (visit.state() == VisitState.DRAFT) {
      String engineer = asked.sent().get("engineer");
      form.choice(
          "engineer", Engineers.options(look), engineer.isBlank() ? visit.engineerId() : engineer);
    } else {
      form.required("reason", Field.Kind.TEXT, "");
    }
  }

  /** The day where it was dropped, at the time of the day that it has. */
  private static ZonedDateTime proposed(Look look, Visit visit, Asked asked) {
    ZonedDateTime now = Wall.of(look, visit);
    try {
      return now.with(LocalDate.parse(asked.sent().get("day")));
    } catch (DateTimeException e) {
      return now;
    }
  }

  @Override
  public String note(Look look, Visit visit, Asked asked, Words words) {
    String engineer = asked.sent().get("engineer");
    boolean another = !engineer.isBlank() && !engineer.equals(visit.engineerId());
    if (!another || visit.state() == VisitState.DRAFT) {
      return "";
    }
    return words.get(
        visit.kind() == VisitKind.EMERGENCY ? "move.assign" : "move.engineer",
        look.nameOf(visit.engineerId()));
  }

  @Override
  public String send(Asked asked, Visit visit, ZoneId zone) {
    Instant plannedFor =
        Wall.moment(asked.sent().get("plannedFor"), zone)
            .orElseThrow(() -> new InvalidInputException("plannedFor", FormErrors.NO_MOMENT));
    if (visit.state() == VisitState.DRAFT) {
      parts
          .planning()
          .move(
              asked.visitor().actor(),
              visit.id(),
              VisitForms.version(asked),
              Optional.of(asked.sent().get("engineer")).filter(id -> !id.isBlank()),
              Optional.of(plannedFor));
    } else {
      parts
          .visits()
          .reschedule(
              asked.visitor().actor(),
              visit.id(),
              VisitForms.version(asked),
              plannedFor,
              asked.sent().get("reason"));
    }
    return "moved";
  }
}
