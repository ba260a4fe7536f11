package org.daybook.web.pages.board.calendar;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.Site;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.source.TaskRequest;
import org.daybook.api.task.Priority;
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
  /** Through which entrance what happened comes in. */
  private static final String MANAGERS = "managers";

  private static final String REMOTE = "remote";

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
    form.required("title", Field.Kind.LINE, "");
    form.optional("description", Field.Kind.TEXT, "");
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
    Visit visit =
        parts
            .visits()
            .schedule(
                actor,
                VisitDraft.builder()
                    .kind(VisitKind.EMERGENCY)
                    .client(sent.get("client"))
                    .site(sent.said("site"))
                    .engineer(sent.said("engineer"))
                    .requestedAt(Wall.moment(typed, zone))
                    .build());
    tell(actor, sent, visit);
    return visit;
  }

  /** What happened is a task: the engineer sees it before setting out, the client in the report. */
  private void tell(Actor actor, Form sent, Visit visit) {
    Client client =
        parts.store().<Client>read(tx -> tx.clients().find(visit.clientId()).orElseThrow());
    parts
        .intake()
        .submit(
            actor.role() == Role.SUPPORT ? REMOTE : MANAGERS,
            TaskRequest.builder()
                .client(client.code())
                .title(sent.said("title"))
                .description(sent.said("description"))
                .priority(Priority.URGENT)
                .visitId(visit.id())
                .build(),
            actor);
  }
}
