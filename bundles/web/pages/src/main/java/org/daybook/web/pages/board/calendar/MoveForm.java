package org.daybook.web.pages.board.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.plan.Absence;
import org.daybook.api.store.AbsenceQuery;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitEvent;
import org.daybook.api.visit.VisitState;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.board.Asked;
import org.daybook.web.pages.board.BoardRoute;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Words;
import org.daybook.web.pages.board.form.Field;
import org.daybook.web.pages.board.form.FormErrors;
import org.daybook.web.pages.board.form.FormView;

/** Another time for a visit, or another engineer, or both. */
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
    String engineer = engineer(visit, asked);
    form.choice("engineer", Engineers.options(look, engineer), engineer);
    if (visit.state() != VisitState.DRAFT) {
      form.required("reason", Field.Kind.TEXT, "");
    }
  }

  /** What was typed; else the day where it was dropped, at the time of the day that it has. */
  private static ZonedDateTime proposed(Look look, Visit visit, Asked asked) {
    ZonedDateTime now = Wall.of(look, visit);
    Optional<Instant> typed = Wall.moment(asked.sent().get("plannedFor"), now.getZone());
    if (typed.isPresent()) {
      return typed.get().atZone(now.getZone());
    }
    try {
      return now.with(LocalDate.parse(asked.sent().get("day")));
    } catch (DateTimeException e) {
      return now;
    }
  }

  /** In whose row it was dropped; else whose it is. */
  private static String engineer(Visit visit, Asked asked) {
    String chosen = asked.sent().get("engineer");
    return chosen.isBlank() ? visit.engineerId() : chosen;
  }

  /** What speaks against it. It may be right all the same: managers know what was agreed. */
  @Override
  public String note(Look look, Visit visit, Asked asked, Words words) {
    ZonedDateTime when = proposed(look, visit, asked);
    String engineer = engineer(visit, asked);
    boolean same = when.toInstant().equals(visit.plannedFor());
    if (same && engineer.equals(visit.engineerId())) {
      return "";
    }
    List<String> notes = new ArrayList<>();
    if (when.toInstant().isBefore(look.now())) {
      notes.add(words.get("move.past"));
    }
    absence(look, engineer, when.toLocalDate())
        .map(absence -> Map.of("who", look.nameOf(engineer), "why", absence.reason()))
        .ifPresent(known -> notes.add(words.fill("move.away", known)));
    if (!parts.isWorking(when.toLocalDate())) {
      notes.add(words.get("move.free"));
    }
    return String.join(" ", notes);
  }

  private static Optional<Absence> absence(Look look, String engineer, LocalDate day) {
    return look.tx()
        .absences()
        .first(
            AbsenceQuery.builder().staffId(engineer).from(day).until(day).removed(false).build());
  }

  @Override
  public String send(Asked asked, Visit visit, ZoneId zone) {
    Instant plannedFor =
        Wall.moment(asked.sent().get("plannedFor"), zone)
            .orElseThrow(() -> new InvalidInputException("plannedFor", FormErrors.NO_MOMENT));
    Optional<String> another =
        Optional.of(engineer(visit, asked)).filter(id -> !id.equals(visit.engineerId()));
    if (visit.state() == VisitState.DRAFT) {
      parts
          .planning()
          .move(
              asked.visitor().actor(),
              visit.id(),
              VisitForms.version(asked),
              another,
              Optional.of(plannedFor));
    } else {
      reschedule(asked, visit, plannedFor, another);
    }
    return "moved";
  }

  /** Both or nothing. */
  private void reschedule(
      Asked asked, Visit visit, Instant plannedFor, Optional<String> anotherEngineer) {
    Actor actor = asked.visitor().actor();
    OptionalLong seen = VisitForms.version(asked);
    parts
        .store()
        .inTransaction(
            actor,
            tx -> {
              String reason = asked.sent().get("reason");
              Visit moved = parts.visits().reschedule(actor, visit.id(), seen, plannedFor, reason);
              return anotherEngineer
                  .map(id -> parts.visits().assign(actor, visit.id(), OptionalLong.empty(), id))
                  .orElse(moved);
            });
  }
}
