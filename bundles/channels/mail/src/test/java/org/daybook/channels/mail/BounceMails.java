package org.daybook.channels.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.daybook.api.delivery.ReturnedMail;

/** Returned mail as servers send it. */
final class BounceMails {
  private BounceMails() {}

  /** Captured from Postfix; it came to {@code engineer@daybook.test}. */
  static byte[] captured(String name) throws IOException {
    try (InputStream in = BounceMails.class.getResourceAsStream("/mail/" + name)) {
      return in.readAllBytes();
    }
  }

  /** The captured bounce, as if the message had been sent under another envelope sender. */
  static byte[] bounceOf(String sender) throws IOException {
    String text = new String(captured("dsn-failed.eml"), StandardCharsets.ISO_8859_1);
    return text.replace("engineer@daybook.test", sender).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** A notification with one group of fields for the recipient. */
  static byte[] report(String sender, String fields) {
    return mail(
        """
        Return-Path: <>
        Delivered-To: %s
        From: Mail Delivery Subsystem <mailer-daemon@mx.example.com>
        To: %s
        Subject: Delivery Status Notification
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: text/plain

        About your message.
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example.com

        Final-Recipient: rfc822; anna@romashka.test
        %s
        --b--
        """
            .formatted(sender, sender, fields));
  }

  /** A message of a person's to an address. */
  static byte[] letter(String to, String subject) {
    return mail(
        """
        Return-Path: <ivan@example.org>
        Delivered-To: %s
        From: Ivan <ivan@example.org>
        To: %s
        Subject: %s
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8

        Hello.
        """
            .formatted(to, to, subject));
  }

  static byte[] mail(String text) {
    return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  static Optional<ReturnedMail> read(byte[] mail) throws Exception {
    return BounceReader.read(new ByteArrayInputStream(mail));
  }
}
