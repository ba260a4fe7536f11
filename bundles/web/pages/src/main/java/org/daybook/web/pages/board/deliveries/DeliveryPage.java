package org.daybook.web.pages.board.deliveries;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.directory.Contact;
import org.daybook.api.report.VisitReport;
import org.daybook.api.visit.Visit;
import org.daybook.web.pages.board.DetailView;
import org.daybook.web.pages.board.Details;
import org.daybook.web.pages.board.Fact;
import org.daybook.web.pages.board.Facts;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Tried;
import org.daybook.web.pages.board.Words;

/** The page about a delivery: to whom, how often it was tried, what was answered. */
final class DeliveryPage {
  private DeliveryPage() {}

  /**
   * The page with what its reader may do.
   *
   * @param tried what was just refused
   */
  static DetailView of(Look look, String id, String root, Tried tried) {
    Delivery delivery = Details.require(look.tx().deliveries().find(id), found -> true);
    return new DetailView(
            look.words().get("delivery"),
            delivery.recipient(),
            look.words().get("delivery." + delivery.state()),
            Details.tone(delivery.state()),
            "",
            facts(look, delivery),
            List.of(),
            Details.notices("/board/deliveries/" + id, look, root))
        .withActions(
            PostActions.of(
                look,
                root,
                tried,
                "deliveries",
                id,
                delivery.state(),
                delivery.version(),
                CarriedLink.isOpen(look, delivery)));
  }

  private static List<Fact> facts(Look look, Delivery delivery) {
    Words words = look.words();
    Optional<VisitReport> report = look.tx().reports().find(delivery.reportId());
    Optional<Visit> visit = report.map(VisitReport::visitId).flatMap(look.tx().visits()::find);
    Optional<Contact> contact = look.tx().contacts().find(delivery.contactId());
    Facts facts =
        new Facts(look, delivery.clientId())
            .client()
            .add("fact.contact", contact.map(Contact::name));
    contact.flatMap(Contact::phone).ifPresent(phone -> facts.phone("fact.contact.phone", phone));
    return facts
        .add(
            "fact.report",
            report.map(
                found ->
                    words.fill(
                        "report.name",
                        Map.of(
                            "number",
                            found.number(),
                            "revision",
                            String.valueOf(found.revision())))))
        .linked(
            "fact.visit",
            look.moment(visit.map(Visit::plannedFor), delivery.clientId()),
            "/board/visits/" + visit.map(Visit::id).orElse(""))
        .add("fact.channel", words.getOr("channel." + delivery.channel(), delivery.channel()))
        .add("fact.went", Went.of(words, delivery.channel(), delivery.state()))
        .small("fact.answered.server", delivery.lastAnswer())
        .add("fact.attempts", String.valueOf(delivery.attempts()))
        .moment("fact.queued", Optional.of(delivery.queuedAt()))
        .moment("fact.firstTried", delivery.firstTriedAt())
        .moment("fact.nextAttempt", delivery.nextAttemptAt())
        .moment("fact.sent", delivery.sentAt())
        .moment("fact.acknowledged", delivery.acknowledgedAt())
        .all();
  }
}
