package org.daybook.web.pages.board.deliveries;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.delivery.OutgoingLetter;
import org.daybook.api.store.ReportLinkQuery;
import org.daybook.web.pages.board.Look;

/** The link that a delivery or a letter carried to its recipient. */
final class CarriedLink {
  private CarriedLink() {}

  static boolean isOpen(Look look, Delivery delivery) {
    return isOpen(look, delivery.id());
  }

  static boolean isOpen(Look look, OutgoingLetter letter) {
    return isOpen(look, sha256(letter.key()));
  }

  /** Whether there is one that still opens something, so that it can be taken back. */
  private static boolean isOpen(Look look, String carrier) {
    ReportLinkQuery carried = ReportLinkQuery.builder().deliveryId(carrier).build();
    return look.tx().reportLinks().all(carried).stream()
        .anyMatch(link -> link.revokedAt().isEmpty() && link.expiresAt().isAfter(look.now()));
  }

  private static String sha256(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
