package org.daybook.rendering.mime;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.daybook.api.delivery.Letter;
import org.daybook.api.delivery.Letter.Inline;
import org.daybook.testkit.Examples;
import org.junit.Test;

/** Letters in a thread with others, and letters with pictures. */
public class FollowingLettersTest {
  private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

  private final MimeLetterWriter writer = new MimeLetterWriter();

  @Test
  public void aFirstLetterAnswersNothing() throws Exception {
    MimeMessage message = read(Examples.letter());
    assertThat(message.getHeader("References")).isNull();
    assertThat(message.getHeader("In-Reply-To")).isNull();
  }

  @Test
  public void aLetterThatFollowsOthersStandsInTheirThread() throws Exception {
    Letter letter = with(List.of("first@service.test", "second@service.test"), List.of());
    MimeMessage message = read(letter);
    assertThat(message.getHeader("In-Reply-To")).containsExactly("<second@service.test>");
    assertThat(message.getHeader("References", null))
        .isEqualTo("<first@service.test>\r\n <second@service.test>");
    assertThat(message.getMessageID()).isEqualTo("<" + letter.messageId() + ">");
  }

  @Test
  public void manyReferencesStayInShortLines() {
    List<String> many =
        java.util.stream.IntStream.range(0, 500)
            .mapToObj(i -> "018f2f6e-0000-7000-8000-0000000000" + i + "@service.test")
            .toList();
    String text = new String(writer.write(with(many, List.of())), StandardCharsets.US_ASCII);
    assertThat(text.lines()).allMatch(line -> line.length() <= 78, "no line over 78 characters");
  }

  @Test
  public void aPictureStandsBesideTheHtmlThatShowsIt() throws Exception {
    Letter letter = with(List.of(), List.of(new Inline("logo", "image/png", PICTURE)));
    MimeMultipart mixed = (MimeMultipart) read(letter).getContent();
    assertThat(mixed.getContentType()).startsWith("multipart/mixed");
    assertThat(mixed.getCount()).isEqualTo(2);
    assertThat(mixed.getBodyPart(1).isMimeType("application/pdf")).isTrue();
    MimeMultipart alternative = (MimeMultipart) mixed.getBodyPart(0).getContent();
    assertThat(alternative.getCount()).isEqualTo(2);
    assertThat(alternative.getBodyPart(0).isMimeType("text/plain")).isTrue();
    MimeMultipart related = (MimeMultipart) alternative.getBodyPart(1).getContent();
    ContentType type = new ContentType(related.getContentType());
    assertThat(type.getBaseType()).isEqualTo("multipart/related");
    assertThat(type.getParameter("type")).isEqualTo("text/html");
    assertThat(related.getBodyPart(0).isMimeType("text/html")).isTrue();
    assertThat(related.getBodyPart(0).getContent()).isEqualTo(letter.html());
    MimeBodyPart picture = (MimeBodyPart) related.getBodyPart(1);
    assertThat(picture.getContentID()).isEqualTo("<logo>");
    assertThat(picture.getDisposition()).isEqualTo("inline");
    assertThat(picture.isMimeType("image/png")).isTrue();
    assertThat(picture.getInputStream().readAllBytes()).isEqualTo(PICTURE);
  }

  @Test
  public void theSameLetterWithAPictureIsTheSameBytes() {
    Letter letter =
        with(List.of("a@service.test"), List.of(new Inline("logo", "image/png", PICTURE)));
    assertThat(new MimeLetterWriter().write(letter)).isEqualTo(writer.write(letter));
  }

  private static Letter with(List<String> references, List<Inline> inlines) {
    Letter pattern = Examples.letter();
    return new Letter(
        pattern.messageId(),
        pattern.date(),
        pattern.from(),
        pattern.to(),
        pattern.replyTo(),
        references,
        pattern.subject(),
        pattern.text(),
        pattern.html(),
        inlines,
        pattern.attachments(),
        Optional.empty(),
        pattern.language());
  }

  private MimeMessage read(Letter letter) throws Exception {
    return new MimeMessage(
        Session.getInstance(new Properties()), new ByteArrayInputStream(writer.write(letter)));
  }
}
