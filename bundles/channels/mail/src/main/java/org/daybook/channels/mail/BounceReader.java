package org.daybook.channels.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.daybook.api.delivery.ReturnedMail;

/**
 * Reads delivery status notifications (RFC 3464, RFC 6522, RFC 6533), and what old servers send in
 * their place. Everything in them is anybody's to forge: nothing is done with it but to quote it.
 */
final class BounceReader {
  /** What tells stands before the returned message, which may be big. */
  private static final int LONGEST = 512 * 1024;

  private static final int DEEPEST = 5;

  private BounceReader() {}

  /** What a message says of one of ours; empty if it is no bounce. */
  static Optional<ReturnedMail> read(InputStream in) throws MessagingException, IOException {
    byte[] bytes = in.readNBytes(LONGEST);
    return read(
        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)));
  }

  private static Optional<ReturnedMail> read(MimeMessage message)
      throws MessagingException, IOException {
    List<Part> leaves = new ArrayList<>();
    collect(message, leaves, 0);
    Set<String> recipients = new LinkedHashSet<>(BounceSigns.recipients(message));
    for (Part part : leaves) {
      if (part.isMimeType("message/delivery-status")
          || part.isMimeType("message/global-delivery-status")) {
        StatusReport report = StatusReport.of(part.getInputStream().readNBytes(LONGEST));
        recipients.addAll(report.senders());
        recipients.addAll(returnPaths(leaves));
        return report.said(List.copyOf(recipients));
      }
    }
    if (BounceSigns.isReport(message) || !BounceSigns.isOldBounce(message)) {
      // A report of another kind, such as a read receipt (RFC 8098).
      return Optional.empty();
    }
    return Optional.of(OldBounce.read(message, leaves, List.copyOf(recipients)));
  }

  private static void collect(Part part, List<Part> leaves, int depth) throws MessagingException {
    if (!part.isMimeType("multipart/*") || depth >= DEEPEST) {
      leaves.add(part);
      return;
    }
    MimeMultipart parts = new MimeMultipart(part.getDataHandler().getDataSource());
    for (int i = 0; i < parts.getCount(); i++) {
      collect(parts.getBodyPart(i), leaves, depth + 1);
    }
  }

  /** Our envelope sender, as the server that returned the message saw it. */
  private static List<String> returnPaths(List<Part> leaves)
      throws MessagingException, IOException {
    List<String> paths = new ArrayList<>();
    for (Part part : leaves) {
      if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
        MimeMessage returned =
            new MimeMessage(Session.getInstance(new Properties()), part.getInputStream());
        for (String path : BounceSigns.all(returned, "Return-Path")) {
          paths.addAll(BounceSigns.addresses(path));
        }
      }
    }
    return paths;
  }
}
