package org.daybook.web.pages.board;

import java.util.List;
import java.util.Optional;
import org.daybook.api.directory.Contact;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.task.Task;
import org.daybook.api.visit.Visit;

/** The page about a dispute: what the client misses, what the engineer says, what was decided. */
final class DisputePage {
  private DisputePage() {}

  static DetailView of(Look look, String id, String root) {
    Dispute dispute =
        Details.require(look.tx().disputes().find(id), found -> Own.isOf(look.actor(), found));
    return new DetailView(
        look.words().get("dispute"),
        dispute.title(),
        look.words().get("dispute." + dispute.state()),
        Details.tone(dispute),
        dispute.text(),
        facts(look, dispute),
        List.of(),
        Details.notices("/board/disputes/" + id, look, root));
  }

  private static List<Fact> facts(Look look, Dispute dispute) {
    Words words = look.words();
    Optional<Visit> visit = look.tx().visits().find(dispute.visitId());
    Optional<Task> task = look.tx().tasks().find(dispute.taskId());
    return new Facts(look, dispute.clientId())
        .client()
        .add(
            "fact.contact",
            dispute.contactId().flatMap(look.tx().contacts()::find).map(Contact::name))
        .linked(
            "fact.visit",
            look.moment(visit.map(Visit::plannedFor), dispute.clientId()),
            "/board/visits/" + dispute.visitId())
        .add("fact.revision", String.valueOf(dispute.revision()))
        .linked(
            "fact.task",
            task.map(found -> found.title() + " (" + words.get("task." + found.state()) + ")")
                .orElse(""),
            "/board/tasks/" + dispute.taskId())
        .person("fact.engineer", Optional.of(dispute.engineerId()))
        .moment("fact.opened", Optional.of(dispute.openedAt()))
        .moment("fact.answered", dispute.answeredAt())
        .add("fact.answer", dispute.answer())
        .add("fact.decision", dispute.decision().map(state -> words.get("dispute." + state)))
        .moment("fact.decided", dispute.decidedAt())
        .add("fact.decidedBy", dispute.decidedBy().map(look::nameOf))
        .add("fact.outcome", dispute.outcome())
        .add(
            "fact.penalty",
            dispute.penalty().map(penalty -> words.get("penalty." + penalty.state())))
        .all();
  }
}
