package org.daybook.web.pages.board.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.Site;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitDraft;
import org.daybook.api.visit.VisitKind;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.form.Field;
import org.daybook.web.pages.board.form.FormErrors;
import org.daybook.web.pages.board.form.FormView;
import org.daybook.web.pages.http.Form;

/** A planned visit. */
final class PlannedForm implements NewVisit {
  private static final LocalTime MORNING = LocalTime.of(9, 0);

  private final Parts parts;

  PlannedForm(Parts parts) {
    this.parts = parts;
  }

  @Override
  public String name() {
    return "plan";
  }

  @Override
  public String path() {
    return "board/visits";
  }

  @Override
  public boolean needsSite() {
    return false;
  }

  @Override
  public void fields(
      FormView.Builder form, Look look, Client client, List<Site> sites, Form asked) {
    NewVisits.site(form, sites, asked);
    form.required("plannedFor", Field.Kind.MOMENT, Wall.field(proposed(look, client, asked)));
    String asks = asked.get("engineer");
    String engineer = asks.isBlank() ? client.engineerId().orElse("") : asks;
    form.choice("engineer", Engineers.options(look, engineer), engineer);
  }

  private static ZonedDateTime proposed(Look look, Client client, Form asked) {
    LocalDate tomorrow = look.now().atZone(client.zone()).toLocalDate().plusDays(1);
    try {
      return LocalDate.parse(asked.get("day")).atTime(MORNING).atZone(client.zone());
    } catch (DateTimeException e) {
      return tomorrow.atTime(MORNING).atZone(client.zone());
    }
  }

  @Override
  public Visit send(Actor actor, Form sent, ZoneId zone) {
    String typed = sent.get("plannedFor");
    if (!typed.isBlank() && Wall.moment(typed, zone).isEmpty()) {
      throw new InvalidInputException("plannedFor", FormErrors.NO_MOMENT);
    }
    return parts
        .visits()
        .schedule(
            actor,
            VisitDraft.builder()
                .kind(VisitKind.PLANNED)
                .client(sent.get("client"))
                .site(Optional.of(sent.get("site")).filter(id -> !id.isBlank()))
                .engineer(Optional.of(sent.get("engineer")).filter(id -> !id.isBlank()))
                .plannedFor(Wall.moment(typed, zone))
                .build());
  }
}
