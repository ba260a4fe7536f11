package org.daybook.core.control;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.dispute.DisputeState;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.notice.Notices;
import org.daybook.api.store.Transaction;
import org.daybook.api.visit.Visit;

/** Who is told of a dispute, and until when. */
final class DisputeNotices {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm (VV)", Locale.ROOT);

  private final Notices notices;

  DisputeNotices(Notices notices) {
    this.notices = notices;
  }

  void opened(Transaction tx, Dispute dispute) {
    String what = what(tx, dispute);
    notices.raise(
        NoticeKind.DISPUTE_OPENED,
        key(dispute),
        what + " Take it up and decide.",
        manager(tx, dispute));
    notices.raise(
        NoticeKind.DISPUTE_OPENED,
        keyOfEngineer(dispute),
        what + " Say what happened.",
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
    String may =
        dispute.answer().isPresent()
            ? "You may change your answer until the penalty is decided."
            : "You may answer until " + moment(tx, dispute, until) + "; it is not applied before.";
    // A new notice: one that was acknowledged would not be seen again.
    notices.withdraw(NoticeKind.DISPUTE_OPENED, keyOfEngineer(dispute));
    notices.raise(
        NoticeKind.DISPUTE_OPENED,
        keyOfEngineer(dispute),
        what(tx, dispute) + " It was upheld, and a penalty is proposed. " + may,
        Optional.of(dispute.engineerId()));
  }

  void penaltySettled(Dispute dispute) {
    notices.withdraw(NoticeKind.DISPUTE_OPENED, keyOfEngineer(dispute));
  }

  void waiting(Transaction tx, Dispute dispute, long hours) {
    // A new notice: one that was acknowledged would not be seen again.
    notices.withdraw(NoticeKind.DISPUTE_WAITING, key(dispute));
    notices.raise(
        NoticeKind.DISPUTE_WAITING,
        key(dispute),
        what(tx, dispute) + " Nobody has decided for " + hours + " hours.",
        manager(tx, dispute));
  }

  void decided(Dispute dispute) {
    takenUp(dispute);
    // A penalty may follow, so whoever it may hit goes on being asked.
    if (dispute.decision().filter(DisputeState.UPHELD::equals).isEmpty()) {
      answered(dispute);
    }
    notices.withdraw(NoticeKind.DISPUTE_WAITING, key(dispute));
  }

  private static String what(Transaction tx, Dispute dispute) {
    Optional<Client> client = tx.clients().find(dispute.clientId());
    String name = client.map(Client::name).orElse("A client");
    String on =
        tx.visits()
            .find(dispute.visitId())
            .flatMap(Visit::arrivedAt)
            .flatMap(at -> client.map(c -> at.atZone(c.zone()).toLocalDate()))
            .map(LocalDate::toString)
            .map(day -> " of the visit on " + day)
            .orElse("");
    return "%s misses a task in the report%s: %s."
        .formatted(name, on, dispute.title().replaceAll("\\s+", " "));
  }

  private static String moment(Transaction tx, Dispute dispute, Instant at) {
    ZoneId zone = tx.clients().find(dispute.clientId()).map(Client::zone).orElse(ZoneOffset.UTC);
    return MOMENT.format(at.atZone(zone));
  }

  /** The engineer's manager, else the client's, else the operators; never the engineer. */
  private static Optional<String> manager(Transaction tx, Dispute dispute) {
    return tx.staff()
        .find(dispute.engineerId())
        .flatMap(StaffMember::managerId)
        .filter(id -> canDecide(tx, dispute, id))
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

  private static String key(Dispute dispute) {
    return "dispute:" + dispute.id();
  }

  private static String keyOfEngineer(Dispute dispute) {
    return key(dispute) + ":engineer";
  }
}
