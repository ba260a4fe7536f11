package org.daybook.web.pages.board.calendar;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.Site;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.visit.Candidate;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitDraft;
import org.daybook.api.visit.VisitKind;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.form.Field;
import org.daybook.web.pages.board.form.FormErrors;
import org.daybook.web.pages.board.form.FormView;
import org.daybook.web.pages.http.Form;

/** An emergency: who can be there soonest goes. */
final class EmergencyForm implements NewVisit {
  private final Parts parts;

  EmergencyForm(Parts parts) {
    this.parts = parts;
  }

  @Override
  public String name() {
    return "emergency";
  }

  @Override
  public String path() {
    return "board/emergencies";
  }

  @Override
  public boolean needsSite() {
    return true;
  }

  @Override
  public void fields(
      FormView.Builder form, Look look, Client client, List<Site> sites, Form asked) {
    String site = sites.size() == 1 ? sites.get(0).id() : asked.get("site");
    form.hidden("site", site);
    form.required("requestedAt", Field.Kind.MOMENT, Wall.field(look.now().atZone(client.zone())));
    List<Candidate> candidates =
        parts
            .visits()
            .candidates(
                look.actor(),
                Optional.of(client.id()),
                Optional.of(site).filter(id -> !id.isBlank()));
    form.choice(
        "engineer",
        Engineers.options(candidates, look.words().of(EmergencyForm.class)),
        candidates.stream().findFirst().map(Candidate::engineerId).orElse(""));
  }

  @Override
  public Visit send(Actor actor, Form sent, ZoneId zone) {
    String typed = sent.get("requestedAt");
    if (!typed.isBlank() && Wall.moment(typed, zone).isEmpty()) {
      throw new InvalidInputException("requestedAt", FormErrors.NO_MOMENT);
    }
    return parts
        .visits()
        .schedule(
            actor,
            VisitDraft.builder()
                .kind(VisitKind.EMERGENCY)
                .client(sent.get("client"))
                .site(Optional.of(sent.get("site")).filter(id -> !id.isBlank()))
                .engineer(Optional.of(sent.get("engineer")).filter(id -> !id.isBlank()))
                .requestedAt(Wall.moment(typed, zone))
                .build());
  }
}
