package org.daybook.rendering.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.TimeZone;
import org.daybook.api.delivery.Letter;
import org.daybook.api.delivery.Letter.Attachment;
import org.daybook.api.delivery.Letter.Mailbox;
import org.daybook.api.error.InvalidInputException;
import org.daybook.testkit.Examples;
import org.junit.Test;

public class MimeLetterWriterTest {
  private final MimeLetterWriter writer = new MimeLetterWriter();

  @Test
  public void theHeaderSaysWhoToWhomAndThatNobodyIsToAnswerByItself() throws Exception {
    MimeMessage message = read(writer.write(Examples.letter()));
    assertThat(message.getMessageID()).isEqualTo("<report-1.delivery-1@daybook.test>");
    assertThat(message.getSubject()).isEqualTo(Examples.letter().subject());
    assertThat(message.getSentDate()).isEqualTo(Date.from(Examples.NOW));
    assertThat(message.getHeader("Date")).containsExactly("Thu, 12 Mar 2026 06:00:00 +0000");
    assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(message.getHeader("X-Auto-Response-Suppress")).containsExactly("OOF, AutoReply");
    assertThat(message.getHeader("Content-Language")).containsExactly("ru");
    assertThat(message.getHeader("MIME-Version")).containsExactly("1.0");
    assertThat(message.getFrom())
        .containsExactly(
            new InternetAddress("reports@service.test", "Сервисная компания", "UTF-8"));
    InternetAddress to = (InternetAddress) message.getRecipients(Message.RecipientType.TO)[0];
    assertThat(to.getPersonal()).isEqualTo("Анна Лютикова");
    assertThat(to.getAddress()).isEqualTo("anna@romashka.test");
    assertThat(message.getReplyTo()).hasSize(1);
    assertThat(message.getAllRecipients()).hasSize(1);
  }

  @Test
  public void itIsMixedOfAlternativeAndTheFiles() throws Exception {
    MimeMultipart mixed = (MimeMultipart) read(writer.write(Examples.letter())).getContent();
    assertThat(mixed.getContentType()).startsWith("multipart/mixed");
    assertThat(mixed.getCount()).isEqualTo(2);
    MimeMultipart alternative = (MimeMultipart) mixed.getBodyPart(0).getContent();
    assertThat(alternative.getContentType()).startsWith("multipart/alternative");
    assertThat(alternative.getBodyPart(0).isMimeType("text/plain")).isTrue();
    assertThat(alternative.getBodyPart(0).getContent()).isEqualTo("Выполнено 3 из 6 задач.");
    assertThat(alternative.getBodyPart(1).isMimeType("text/html")).isTrue();
    assertThat(alternative.getBodyPart(1).getContent()).isEqualTo("<p>Выполнено 3 из 6 задач.</p>");
    MimeBodyPart file = (MimeBodyPart) mixed.getBodyPart(1);
    assertThat(file.isMimeType("application/pdf")).isTrue();
    assertThat(file.getDisposition()).isEqualTo("attachment");
    assertThat(file.getInputStream().readAllBytes())
        .isEqualTo("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  public void theFileIsNamedForReadersOldAndNew() throws Exception {
    byte[] bytes = writer.write(Examples.letter());
    String text = new String(bytes, StandardCharsets.US_ASCII);
    assertThat(text).contains("filename=\"report-2026-0001.pdf\"");
    assertThat(text).contains("filename*0*=UTF-8''%D0%9E%D1%82");
    MimeMultipart mixed = (MimeMultipart) read(bytes).getContent();
    assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo("Отчёт 2026-0001.pdf");
  }

  @Test
  public void theSameLetterIsTheSameBytesWhereverItIsWritten() {
    byte[] first = writer.write(Examples.letter());
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
      Locale.setDefault(Locale.GERMANY);
      assertThat(new MimeLetterWriter().write(Examples.letter())).isEqualTo(first);
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }
  }

  @Test
  public void everyServerPassesItUnchanged() {
    String text = new String(writer.write(longLetter()), StandardCharsets.ISO_8859_1);
    assertThat(text.chars())
        .allMatch(c -> c == '\r' || c == '\n' || c == '\t' || c > 31 && c < 127);
    assertThat(text.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
    assertThat(text.lines()).allMatch(line -> line.length() <= 78, "no line over 78 characters");
  }

  @Test
  public void whatIsMostlyAsciiStaysReadable() throws Exception {
    Letter pattern = Examples.letter();
    Letter english = with(pattern, "Report", "14 of 16 tasks done – all well.\nBye.\n");
    String text = new String(writer.write(english), StandardCharsets.US_ASCII);
    assertThat(text).contains("14 of 16 tasks done =E2=80=93 all well.\r\nBye.");
    MimeMultipart mixed =
        (MimeMultipart) read(text.getBytes(StandardCharsets.US_ASCII)).getContent();
    MimeMultipart alternative = (MimeMultipart) mixed.getBodyPart(0).getContent();
    assertThat(alternative.getBodyPart(0).getContent())
        .isEqualTo("14 of 16 tasks done – all well.\r\nBye.\r\n");
  }

  @Test
  public void everySubjectArrivesAsItWas() throws Exception {
    for (String subject :
        List.of(
            "x",
            "Отчёт ".repeat(40).strip(),
            "\ud83d\ude00".repeat(50),
            "A long English subject that goes on and on and on and needs folding somewhere here",
            "=?UTF-8?B?eA==?= is not decoded twice")) {
      MimeMessage message = read(writer.write(with(Examples.letter(), subject, "text")));
      String header = MimeUtility.unfold(message.getHeader("Subject")[0]);
      assertThat(MimeUtility.decodeText(header)).isEqualTo(subject);
    }
  }

  @Test
  public void aLetterToNobodyCanBeLookedAt() throws Exception {
    Letter pattern = Examples.letter();
    Letter letter =
        new Letter(
            pattern.messageId(),
            pattern.date(),
            pattern.from(),
            new Mailbox("", ""),
            Optional.empty(),
            List.of(),
            pattern.subject(),
            pattern.text(),
            pattern.html(),
            List.of(),
            List.of(),
            Optional.empty(),
            pattern.language());
    MimeMessage message = read(writer.write(letter));
    assertThat(message.getHeader("To")).containsExactly("undisclosed-recipients:;");
    assertThat(message.getHeader("Reply-To")).isNull();
    assertThat(((MimeMultipart) message.getContent()).getCount()).isEqualTo(1);
  }

  @Test
  public void nothingCanBeSmuggledIntoTheHeader() {
    Letter good = Examples.letter();
    for (String evil : List.of("a\r\nBcc: other@example.com", "a\nb", "a\rb", "a\u0000b")) {
      refused("subject", with(good, evil, "text"));
      refused("to.name", to(good, new Mailbox(evil, "anna@romashka.test")));
      refused("to.address", to(good, new Mailbox("Anna", "anna@romashka.test" + evil)));
      refused("attachments.fileName", attached(good, evil, "report.pdf"));
      refused("attachments.asciiFileName", attached(good, "Отчёт.pdf", evil));
    }
  }

  @Test
  public void whatIsNoAddressIsRefused() {
    for (String address :
        List.of(
            "anna",
            "anna@",
            "@romashka.test",
            "a@romashka.test,b@romashka.test",
            "Anna <anna@romashka.test>",
            "анна@romashka.test",
            "anna@romashka.test ")) {
      refused("to.address", to(Examples.letter(), new Mailbox("Anna", address)));
    }
  }

  @Test
  public void whatIsNoMessageIdIsRefused() {
    Letter pattern = Examples.letter();
    for (String id : List.of("", "id", "<a@b.test>", "a@b.test\r\nX: y", "a b@c.test")) {
      Letter letter =
          new Letter(
              id,
              pattern.date(),
              pattern.from(),
              pattern.to(),
              pattern.replyTo(),
              List.of(),
              pattern.subject(),
              pattern.text(),
              pattern.html(),
              List.of(),
              pattern.attachments(),
              Optional.empty(),
              pattern.language());
      refused("messageId", letter);
    }
  }

  private void refused(String field, Letter letter) {
    assertThatThrownBy(() -> writer.write(letter))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> assertThat(e.errors().get(0).field()).isEqualTo(field));
  }

  private static Letter longLetter() {
    Letter pattern = Examples.letter();
    String longLine = "Очень длинная строка, которая нигде не кончается. ".repeat(200);
    return new Letter(
        pattern.messageId(),
        Instant.parse("2026-12-31T21:59:59Z"),
        pattern.from(),
        new Mailbox("Анна Лютикова-".repeat(8) + "Ромашкина", "anna@romashka.test"),
        pattern.replyTo(),
        List.of(),
        "Отчёт о выезде — ".repeat(20).strip(),
        longLine + "\n.\nFrom here on\r\nmixed\rline ends",
        "<p>" + "x".repeat(5000) + longLine + "</p>",
        List.of(),
        List.of(
            new Attachment(
                "Отчёт о выезде с очень длинным именем файла на русском языке.pdf",
                "report.pdf",
                "application/pdf",
                new byte[100_000])),
        Optional.empty(),
        pattern.language());
  }

  private static Letter with(Letter pattern, String subject, String text) {
    return new Letter(
        pattern.messageId(),
        pattern.date(),
        pattern.from(),
        pattern.to(),
        pattern.replyTo(),
        List.of(),
        subject,
        text,
        pattern.html(),
        List.of(),
        pattern.attachments(),
        Optional.empty(),
        pattern.language());
  }

  private static Letter to(Letter pattern, Mailbox to) {
    return new Letter(
        pattern.messageId(),
        pattern.date(),
        pattern.from(),
        to,
        pattern.replyTo(),
        List.of(),
        pattern.subject(),
        pattern.text(),
        pattern.html(),
        List.of(),
        pattern.attachments(),
        Optional.empty(),
        pattern.language());
  }

  private static Letter attached(Letter pattern, String name, String asciiName) {
    return new Letter(
        pattern.messageId(),
        pattern.date(),
        pattern.from(),
        pattern.to(),
        pattern.replyTo(),
        List.of(),
        pattern.subject(),
        pattern.text(),
        pattern.html(),
        List.of(),
        List.of(new Attachment(name, asciiName, "application/pdf", new byte[1])),
        Optional.empty(),
        pattern.language());
  }

  private static MimeMessage read(byte[] message) throws MessagingException, IOException {
    return new MimeMessage(
        Session.getInstance(new Properties()), new ByteArrayInputStream(message));
  }
}
