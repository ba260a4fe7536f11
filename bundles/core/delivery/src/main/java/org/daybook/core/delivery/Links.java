package org.daybook.core.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.delivery.ReportLink;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.report.VisitReport;
import org.daybook.api.store.ReportLinkQuery;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;

/** The links that letters carry. */
final class Links {
  private static final String KEY_FAULT = "links:key";
  private static final Actor PLATFORM = Actor.system("delivery");

  private final Store store;
  private final Clock clock;
  private final Settings settings;
  private final PlatformFaults faults;
  private final LinkKey key;

  Links(Store store, Clock clock, Settings settings, PlatformFaults faults, LinkKey key) {
    this.store = store;
    this.clock = clock;
    this.settings = settings;
    this.faults = faults;
    this.key = key;
  }

  /** The address that the letter of a delivery carries; stores nothing. */
  String addressFor(Delivery delivery) {
    return settings.pageAddress(token(delivery));
  }

  /** What was taken back opens nothing for good: whoever is written to after that gets another. */
  private String token(Delivery delivery) {
    long takenBack =
        store.read(
            tx ->
                tx
                    .reportLinks()
                    .all(ReportLinkQuery.builder().deliveryId(delivery.id()).build())
                    .stream()
                    .filter(link -> link.revokedAt().isPresent())
                    .count());
    return key.tokenOf(takenBack == 0 ? delivery.id() : delivery.id() + ":" + takenBack);
  }

  /** An address that opens nothing, for a letter that is only looked at. */
  String addressOfNobody() {
    return settings.pageAddress("only-in-the-letter-itself");
  }

  /**
   * Makes sure that what the letter carries opens the report by the time it is read.
   *
   * @return why it cannot, a trouble that the operators are told of
   */
  Optional<String> prepare(Delivery delivery, VisitReport report) {
    String token;
    try {
      token = token(delivery);
    } catch (UnavailableException e) {
      String sentence = e.getMessage() + " Reports wait for it.";
      faults.failed(NoticeKind.CHANNEL_FAULT, KEY_FAULT, sentence);
      return Optional.of(sentence);
    }
    faults.worked(NoticeKind.CHANNEL_FAULT, KEY_FAULT);
    keep(hash(token), delivery, report);
    return Optional.empty();
  }

  private void keep(String hash, Delivery delivery, VisitReport report) {
    Optional<ReportLink> there = store.read(tx -> find(tx, hash));
    if (there.isEmpty()) {
      store.inTransaction(PLATFORM, tx -> insert(tx, hash, delivery, report));
    } else if (isOld(there.get())) {
      store.inTransaction(
          PLATFORM,
          tx -> tx.reportLinks().update(there.get().toBuilder().expiresAt(expiry()).build()));
    }
  }

  /** What a token is found by; the token itself is kept nowhere. */
  static String hash(String token) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** What a link of a letter is kept under in the place of a delivery's id: keys may be longer. */
  static String carrier(String letterKey) {
    return hash(letterKey);
  }

  static Optional<ReportLink> find(Transaction tx, String hash) {
    return tx.reportLinks().first(ReportLinkQuery.builder().hash(hash).build());
  }

  /** The link behind a token, if it still opens what is asked for. */
  static Optional<ReportLink> valid(
      Transaction tx, String token, ReportLink.Purpose purpose, Instant now) {
    return find(tx, hash(token == null ? "" : token))
        .filter(link -> link.purpose() == purpose)
        .filter(link -> link.revokedAt().isEmpty() && link.expiresAt().isAfter(now));
  }

  /** The link with when it was opened first, which is now if it never was. */
  static ReportLink opened(Transaction tx, ReportLink valid, Instant now) {
    ReportLink link = tx.reportLinks().findForUpdate(valid.id()).orElse(valid);
    return link.openedAt().isPresent()
        ? link
        : tx.reportLinks().update(link.toBuilder().openedAt(now).build());
  }

  /** Who reads, for the audit trail: a person, though one without an account. */
  static Actor reader(String contactId, String name) {
    return new Actor("contact:" + contactId, name, Role.ADMIN);
  }

  static void requireManager(Actor actor) {
    if (!actor.isAny(Role.ADMIN, Role.MANAGER)) {
      throw new ForbiddenException("Only a manager may take a link back.");
    }
  }

  /** Takes back every link that a delivery or a letter carried. */
  static void revoke(Transaction tx, String carrier, Instant now) {
    tx.reportLinks().all(ReportLinkQuery.builder().deliveryId(carrier).build()).stream()
        .filter(link -> link.revokedAt().isEmpty())
        .forEach(link -> tx.reportLinks().update(link.toBuilder().revokedAt(now).build()));
  }

  private ReportLink insert(Transaction tx, String hash, Delivery delivery, VisitReport report) {
    return tx.reportLinks()
        .insert(
            ReportLink.builder()
                .id(tx.newId())
                .hash(hash)
                .deliveryId(delivery.id())
                .visitId(report.visitId())
                .clientId(report.clientId())
                .contactId(delivery.contactId())
                .createdAt(clock.instant())
                .expiresAt(expiry())
                .build());
  }

  /** A letter that is sent late, by hand, must not carry a link that is about to end. */
  private boolean isOld(ReportLink link) {
    Instant half = clock.instant().plus(settings.linkLife().dividedBy(2));
    return link.revokedAt().isEmpty() && link.expiresAt().isBefore(half);
  }

  private Instant expiry() {
    return clock.instant().plus(settings.linkLife());
  }
}
