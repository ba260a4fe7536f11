package org.daybook.web.pages.board.disputes;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daybook.api.directory.Contact;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.dispute.Penalty;
import org.daybook.api.task.Task;
import org.daybook.api.visit.Visit;
import org.daybook.web.pages.board.DetailView;
import org.daybook.web.pages.board.Details;
import org.daybook.web.pages.board.Fact;
import org.daybook.web.pages.board.Facts;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Own;
import org.daybook.web.pages.board.Tried;
import org.daybook.web.pages.board.Words;

/** The page about a dispute: what the client misses, what the engineer says, what was decided. */
final class DisputePage {
  private DisputePage() {}

  /**
   * The page with what its reader may do.
   *
   * @param tried what was just refused
   */
  static DetailView of(Look look, String id, String root, Tried tried) {
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
            Details.notices("/board/disputes/" + id, look, root))
        .withActions(DisputeActions.of(look, root, dispute, tried));
  }

  private static List<Fact> facts(Look look, Dispute dispute) {
    Words words = look.words();
    Optional<Visit> visit = look.tx().visits().find(dispute.visitId());
    Optional<Task> task = look.tx().tasks().find(dispute.taskId());
    return new Facts(look.in(look.words().of(DisputePage.class)), dispute.clientId())
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
        .add("fact.penalty.what", dispute.penalty().map(penalty -> what(penalty, look)))
        .add("fact.penalty.why", dispute.penalty().flatMap(Penalty::decisionReason))
        .all();
  }

  private static String what(Penalty penalty, Look look) {
    String kind = look.words().of(DisputePage.class).get("penalty.kind." + penalty.kind());
    String amount =
        penalty
            .amount()
            .map(sum -> sum.toPlainString() + " " + penalty.currency().orElse(""))
            .orElse("");
    return Stream.of(kind, amount.strip(), penalty.note())
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining(", "));
  }
}
