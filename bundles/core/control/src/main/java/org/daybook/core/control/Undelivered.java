package org.daybook.core.control;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.delivery.OutgoingLetter;
import org.daybook.api.directory.Client;
import org.daybook.api.notice.Notice;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.report.ReportState;
import org.daybook.api.report.VisitReport;
import org.daybook.api.store.DeliveryQuery;
import org.daybook.api.store.LetterQuery;

/**
 * A report or another letter did not get to its reader: it was refused, tried for too long, or came
 * back. It goes away when it is on its way again. A report that a later revision took the place of
 * is nothing that anybody should mend.
 */
final class Undelivered implements Rule {
  /**
   * What came about before is history, which nobody searches every minute; longer than anything is
   * down, and than what was seen stays on the board.
   */
  private static final Duration LOOKED_BACK = Duration.ofDays(90);

  private static final String DELIVERY = "delivery:";
  private static final String LETTER = "letter:";

  private final NoticeKind kind;
  private final DeliveryState state;

  private Undelivered(NoticeKind kind, DeliveryState state) {
    this.kind = kind;
    this.state = state;
  }

  static Undelivered failed() {
    return new Undelivered(NoticeKind.DELIVERY_FAILED, DeliveryState.FAILED);
  }

  static Undelivered bounced() {
    return new Undelivered(NoticeKind.DELIVERY_BOUNCED, DeliveryState.BOUNCED);
  }

  @Override
  public NoticeKind kind() {
    return kind;
  }

  @Override
  public List<Fact> facts(Look look) {
    Instant from = look.now().minus(LOOKED_BACK);
    DeliveryQuery reports = DeliveryQuery.builder().addStates(state).changedFrom(from).build();
    LetterQuery letters = LetterQuery.builder().addStates(state).changedFrom(from).build();
    return Stream.concat(
            look.tx().deliveries().all(reports).stream()
                .flatMap(delivery -> fact(look, delivery).stream()),
            look.tx().letters().all(letters).stream().map(letter -> fact(look, letter)))
        .toList();
  }

  /** It stands for as long as nobody has seen it, however long ago it came about. */
  @Override
  public Optional<Fact> still(Look look, Notice told) {
    if (look.isPast(told)) {
      return Optional.empty();
    }
    String id = Fact.id(told.key());
    return told.key().startsWith(LETTER)
        ? look.tx()
            .letters()
            .find(id)
            .filter(letter -> letter.state() == state)
            .map(letter -> fact(look, letter))
        : look.tx()
            .deliveries()
            .find(id)
            .filter(delivery -> delivery.state() == state)
            .flatMap(delivery -> fact(look, delivery));
  }

  private Optional<Fact> fact(Look look, Delivery delivery) {
    return look.tx()
        .reports()
        .find(delivery.reportId())
        .filter(report -> report.state() != ReportState.SUPERSEDED)
        .map(report -> fact(look, delivery, report));
  }

  private Fact fact(Look look, Delivery delivery, VisitReport report) {
    Words.Sentence sentence =
        sentence(look, "delivery.", delivery.attempts(), delivery.lastAnswer())
            .with("number", report.number())
            .with("recipient", delivery.recipient())
            .with("client", look.clientName(delivery.clientId()))
            .with("delivery", delivery.id());
    return new Fact(
        DELIVERY + delivery.id(),
        sentence.toString(),
        look.client(delivery.clientId()).flatMap(Client::managerId));
  }

  private Fact fact(Look look, OutgoingLetter letter) {
    Words.Sentence sentence =
        sentence(look, "letter.", letter.attempts(), letter.lastAnswer())
            .with("subject", letter.subject())
            .with("recipient", letter.recipient())
            .with("letter", letter.id());
    return new Fact(LETTER + letter.id(), sentence.toString(), letter.overseerId());
  }

  private Words.Sentence sentence(Look look, String what, int attempts, Optional<String> answer) {
    String said = answer.map(String::strip).orElse("");
    String reason =
        state == DeliveryState.FAILED ? Reasons.ofFailure(said, attempts) : Reasons.of(said);
    return look.words()
        .sentence(what + state)
        .with("reason", look.words().say("reason." + reason))
        .with("said", said.isEmpty() ? "—" : said);
  }
}
