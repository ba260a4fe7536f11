package org.daybook.channels.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.daybook.api.delivery.ReturnedMail;
import org.daybook.api.delivery.ReturnedMail.Kind;
import org.junit.Test;

public class BounceReaderTest {
  private static final String SENDER = "bounces+d-1@service.test";

  @Test
  public void aCapturedBounceOfPostfixIsRead() throws Exception {
    ReturnedMail bounce = BounceMails.read(BounceMails.captured("dsn-failed.eml")).orElseThrow();
    assertThat(bounce.kind()).isEqualTo(Kind.FAILED);
    assertThat(bounce.status()).isEqualTo("5.1.1");
    assertThat(bounce.diagnostic())
        .isEqualTo(
            "550 5.1.1 <user>: Recipient address rejected: User unknown / пользователь не найден");
    assertThat(bounce.recipients()).containsExactly("engineer@daybook.test");
  }

  @Test
  public void aCapturedAbsenceNoteIsNoBounce() throws Exception {
    assertThat(BounceMails.read(BounceMails.captured("auto-reply.eml"))).isEmpty();
  }

  @Test
  public void theActionTellsWhatBecameOfIt() throws Exception {
    assertThat(kind("Action: failed\nStatus: 5.1.1")).contains(Kind.FAILED);
    assertThat(kind("Action: Failed (expired)\nStatus: 4.4.7")).contains(Kind.FAILED);
    assertThat(kind("Action: delayed\nStatus: 4.4.1")).contains(Kind.DELAYED);
    assertThat(kind("Action: delivered\nStatus: 2.0.0")).contains(Kind.DELIVERED);
    assertThat(kind("Action: relayed\nStatus: 2.0.0")).contains(Kind.DELIVERED);
    assertThat(kind("Action: expanded\nStatus: 2.0.0")).contains(Kind.DELIVERED);
    assertThat(kind("Status: 5.2.2")).contains(Kind.FAILED);
    assertThat(kind("Status: 4.2.2")).contains(Kind.DELAYED);
    assertThat(kind("Action: unheard-of")).isEmpty();
  }

  @Test
  public void ofSeveralRecipientsTheGravestCounts() throws Exception {
    Optional<ReturnedMail> bounce =
        BounceMails.read(
            BounceMails.report(
                SENDER,
                "Action: delivered\nStatus: 2.0.0\n\nFinal-Recipient: rfc822; b@romashka.test\n"
                    + "Action: failed\nStatus: 5.2.2\nDiagnostic-Code: smtp; 552 full"));
    assertThat(bounce)
        .contains(new ReturnedMail(List.of(SENDER), Kind.FAILED, "5.2.2", "552 full"));
  }

  @Test
  public void foldedFieldsAreOne() throws Exception {
    Optional<ReturnedMail> bounce =
        BounceMails.read(
            BounceMails.report(
                SENDER,
                "Action: failed\nStatus: 5.7.1\nDiagnostic-Code: smtp; 554 5.7.1 refused,\n"
                    + "    come never\n\tagain"));
    assertThat(bounce.orElseThrow().diagnostic()).isEqualTo("554 5.7.1 refused, come never again");
  }

  @Test
  public void theEnvelopeSenderIsFoundInTheReturnedMessageToo() throws Exception {
    byte[] mail =
        BounceMails.mail(
            """
            From: postmaster@mx.example.com
            To: catch-all@service.test
            Content-Type: multipart/mixed; boundary="a"

            --a
            Content-Type: multipart/report; boundary="b"

            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example.com

            Final-Recipient: rfc822; anna@romashka.test
            Action: failed
            Status: 5.1.1

            --b
            Content-Type: text/rfc822-headers

            Return-Path: <bounces+d-1@service.test>
            Subject: Report

            --b--

            --a
            Content-Type: text/plain

            A footer of a mailing list.
            --a--
            """);
    assertThat(BounceMails.read(mail).orElseThrow().recipients())
        .containsExactly("catch-all@service.test", SENDER);
  }

  @Test
  public void reportsOfAnotherKindAreNoBounces() throws Exception {
    byte[] receipt =
        BounceMails.mail(
            """
            From: postmaster@mx.example.com
            To: bounces+d-1@service.test
            Subject: Read: Report
            Content-Type: multipart/report; report-type=disposition-notification; boundary="b"

            --b
            Content-Type: message/disposition-notification

            Final-Recipient: rfc822; anna@romashka.test
            Disposition: manual-action/MDN-sent-manually; displayed

            --b--
            """);
    assertThat(BounceMails.read(receipt)).isEmpty();
  }

  @Test
  public void bouncesInPlainWordsAreUnderstood() throws Exception {
    ReturnedMail qmail =
        BounceMails.read(
                BounceMails.mail(
                    """
                    Return-Path: <>
                    Delivered-To: bounces+d-1@service.test
                    From: MAILER-DAEMON@mx.example.com
                    To: bounces+d-1@service.test
                    Subject: failure notice

                    Hi. This is the qmail-send program at mx.example.com.
                    I'm afraid I wasn't able to deliver your message to the following addresses.

                    <anna@romashka.test>:
                    192.0.2.25 does not like recipient.
                    Remote host said: 550 5.1.1 No such user
                    Giving up on 192.0.2.25.

                    --- Below this line is a copy of the message.

                    Subject: delayed is a word of ours
                    """))
            .orElseThrow();
    assertThat(qmail.kind()).isEqualTo(Kind.FAILED);
    assertThat(qmail.status()).isEqualTo("5.1.1");
    assertThat(qmail.diagnostic()).isEqualTo("550 5.1.1 No such user");
    assertThat(qmail.recipients()).containsOnly(SENDER);
    ReturnedMail exim =
        BounceMails.read(
                BounceMails.mail(
                    """
                    From: Mail Delivery System <Mailer-Daemon@mx.example.com>
                    Envelope-To: bounces+d-1@service.test
                    X-Failed-Recipients: anna@romashka.test
                    Subject: Warning: message delayed 24 hours

                    The message has not yet been delivered; it will be retried.
                    """))
            .orElseThrow();
    assertThat(exim.kind()).isEqualTo(Kind.DELAYED);
    assertThat(exim.recipients()).containsExactly(SENDER);
  }

  @Test
  public void anOldBounceIsKnownByItsSubjectHoweverThatIsEncoded() throws Exception {
    for (String subject :
        List.of(
            "Undeliverable: Report",
            "=?utf-8?Q?Undeliverable:_=D0=9E=D1=82=D1=87=D1=91=D1=82?=",
            encoded("Недоставленное сообщение: Отчёт о выезде"),
            encoded("Не доставлено:") + "\n " + encoded(" Отчёт"))) {
      ReturnedMail bounce = BounceMails.read(fromNobody(subject)).orElseThrow();
      assertThat(bounce.kind()).as(subject).isEqualTo(Kind.FAILED);
      assertThat(bounce.recipients()).as(subject).contains(SENDER);
    }
    for (String subject :
        List.of(encoded("Отпуск до понедельника"), "=?no-such-charset?Q?Undeliverable?=")) {
      assertThat(BounceMails.read(fromNobody(subject))).as(subject).isEmpty();
    }
  }

  private static String encoded(String words) {
    byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
    return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes) + "?=";
  }

  private static byte[] fromNobody(String subject) {
    return BounceMails.mail(
        """
        Return-Path: <>
        From: system@mx.example.com
        To: bounces+d-1@service.test
        Subject: %s

        There is no such mailbox: anna@romashka.test
        """
            .formatted(subject));
  }

  @Test
  public void whatIsNotABounceIsNone() throws Exception {
    assertThat(BounceMails.read(BounceMails.letter(SENDER, "Re: Undeliverable promises")))
        .isEmpty();
    assertThat(BounceMails.read(new byte[0])).isEmpty();
  }

  @Test
  public void aReturnedMessageThatIsCutOffDoesNotHideWhatIsSaid() throws Exception {
    byte[] bounce = BounceMails.bounceOf(SENDER);
    String text = new String(bounce, StandardCharsets.ISO_8859_1);
    byte[] cut = Arrays.copyOf(bounce, text.indexOf("X-Daybook-Report"));
    assertThat(BounceMails.read(cut).orElseThrow().status()).isEqualTo("5.1.1");
  }

  @Test
  public void damagedMailNeverHangsOrBlowsUp() throws Exception {
    byte[] whole = BounceMails.bounceOf(SENDER);
    Random random = new Random(4711);
    int understood = 0;
    for (int i = 0; i < 500; i++) {
      byte[] mail = whole.clone();
      for (int hit = 0; hit < 30; hit++) {
        mail[random.nextInt(mail.length)] = (byte) random.nextInt(256);
      }
      understood += readable(mail) ? 1 : 0;
    }
    assertThat(understood).isGreaterThan(100);
  }

  /** What the mailbox survives: it leaves the message where it is. */
  private static boolean readable(byte[] mail) {
    try {
      return BounceMails.read(mail).isPresent();
    } catch (Exception e) {
      return false;
    }
  }

  private static Optional<Kind> kind(String fields) throws Exception {
    return BounceMails.read(BounceMails.report(SENDER, fields)).map(ReturnedMail::kind);
  }
}
