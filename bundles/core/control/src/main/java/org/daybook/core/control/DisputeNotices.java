package org.daybook.core.control;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.dispute.DisputeState;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.notice.Notices;
import org.daybook.api.store.Transaction;
import org.daybook.api.visit.Visit;

/** Who is told of what somebody does with a dispute. That nobody does is a {@link Rule}. */
final class DisputeNotices {
  private final Notices notices;
  private final Words words;

  DisputeNotices(Notices notices, Words words) {
    this.notices = notices;
    this.words = words;
  }

  void opened(Transaction tx, Dispute dispute) {
    notices.raise(
        NoticeKind.DISPUTE_OPENED,
        key(dispute),
        sentence("dispute.opened", tx, dispute).toString(),
        manager(tx, dispute));
    notices.raise(
        NoticeKind.DISPUTE_OPENED,
        keyOfEngineer(dispute),
        sentence("dispute.opened.engineer", tx, dispute).toString(),
        Optional.of(dispute.engineerId()));
  }

  void takenUp(Dispute dispute) {
    notices.withdraw(NoticeKind.DISPUTE_OPENED, key(dispute));
  }

  void answered(Dispute dispute) {
    notices.withdraw(NoticeKind.DISPUTE_OPENED, keyOfEngineer(dispute));
  }

  /** The engineer may answer, although it was decided and whatever they have answered before. */
  void penaltyProposed(Transaction tx, Dispute dispute, Instant until) {
    String key =
        dispute.answer().isPresent() ? "dispute.penalty.answered" : "dispute.penalty.unanswered";
    ZoneId zone =
        tx.clients().find(dispute.clientId()).map(Client::zone).orElseGet(() -> words.zone());
    // A new notice: one that was acknowledged would not be seen again.
    notices.withdraw(NoticeKind.DISPUTE_OPENED, keyOfEngineer(dispute));
    notices.raise(
        NoticeKind.DISPUTE_OPENED,
        keyOfEngineer(dispute),
        sentence(key, tx, dispute).with("until", words.moment(until, zone)).toString(),
        Optional.of(dispute.engineerId()));
  }

  void penaltySettled(Dispute dispute) {
    notices.withdraw(NoticeKind.DISPUTE_OPENED, keyOfEngineer(dispute));
  }

  void decided(Dispute dispute) {
    takenUp(dispute);
    // A penalty may follow, so whoever it may hit goes on being asked.
    if (dispute.decision().filter(DisputeState.UPHELD::equals).isEmpty()) {
      answered(dispute);
    }
  }

  private Words.Sentence sentence(String key, Transaction tx, Dispute dispute) {
    return about(words, key, tx, dispute);
  }

  /** The beginning of a sentence about a dispute. */
  static Words.Sentence about(Words words, String key, Transaction tx, Dispute dispute) {
    Optional<Client> client = tx.clients().find(dispute.clientId());
    Optional<String> day =
        tx.visits()
            .find(dispute.visitId())
            .flatMap(Visit::arrivedAt)
            .flatMap(at -> client.map(c -> words.day(at, c.zone())));
    return words
        .sentence(key)
        .with("client", client.map(Client::name).orElseGet(() -> words.say("client")))
        .with("title", dispute.title())
        .with("dated", day.isPresent() ? "yes" : "no")
        .with("day", day.orElse(""));
  }

  /** The engineer's manager, else the client's, else the operators; never the engineer. */
  private static Optional<String> manager(Transaction tx, Dispute dispute) {
    return new Chain(tx.staff()::find)
        .above(dispute.engineerId())
        .or(
            () ->
                tx.clients()
                    .find(dispute.clientId())
                    .flatMap(Client::managerId)
                    .filter(id -> canDecide(tx, dispute, id)));
  }

  private static boolean canDecide(Transaction tx, Dispute dispute, String staffId) {
    return !staffId.equals(dispute.engineerId())
        && tx.staff().find(staffId).filter(StaffMember::active).isPresent();
  }

  static String key(Dispute dispute) {
    return "dispute:" + dispute.id();
  }

  private static String keyOfEngineer(Dispute dispute) {
    return key(dispute) + Fact.FOR_ENGINEER;
  }
}
