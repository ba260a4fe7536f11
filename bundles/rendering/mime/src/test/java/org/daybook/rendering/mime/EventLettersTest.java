package org.daybook.rendering.mime;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.BodyPart;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.daybook.api.delivery.Letter;
import org.daybook.api.delivery.Mailing.CalendarPart;
import org.daybook.testkit.Examples;
import org.junit.Test;

/** Letters that are no reports: with an event, or of text alone. */
public class EventLettersTest {
  private static final String EVENT =
      "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Выезд\\, плановый\r\nEND:VCALENDAR\r\n";

  private final MimeLetterWriter writer = new MimeLetterWriter();

  @Test
  public void anEventIsTheLastAlternativeWithItsMethod() throws Exception {
    MimeMultipart mixed = (MimeMultipart) read(letter("<p>Да</p>", true)).getContent();
    assertThat(mixed.getCount()).isEqualTo(1);
    MimeMultipart alternative = (MimeMultipart) mixed.getBodyPart(0).getContent();
    assertThat(alternative.getCount()).isEqualTo(3);
    assertThat(alternative.getBodyPart(0).isMimeType("text/plain")).isTrue();
    assertThat(alternative.getBodyPart(1).isMimeType("text/html")).isTrue();
    BodyPart event = alternative.getBodyPart(2);
    ContentType type = new ContentType(event.getContentType());
    assertThat(type.getBaseType()).isEqualTo("text/calendar");
    assertThat(type.getParameter("method")).isEqualTo("REQUEST");
    assertThat(type.getParameter("charset")).isEqualTo("UTF-8");
    assertThat(event.getDisposition()).isNull();
    assertThat(event.getInputStream().readAllBytes())
        .isEqualTo(EVENT.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  public void aTextAloneNeedsNoParts() throws Exception {
    MimeMessage message = read(letter("", false));
    assertThat(message.isMimeType("text/plain")).isTrue();
    assertThat((String) message.getContent()).startsWith("Выполнено 3 из 6 задач.");
    assertThat(message.getHeader("MIME-Version")).containsExactly("1.0");
  }

  @Test
  public void theSameLetterGivesTheSameBytes() {
    Letter letter = letter("<p>Да</p>", true);
    assertThat(writer.write(letter)).isEqualTo(writer.write(letter));
  }

  private static Letter letter(String html, boolean event) {
    Letter pattern = Examples.letter();
    return new Letter(
        pattern.messageId(),
        pattern.date(),
        pattern.from(),
        pattern.to(),
        pattern.replyTo(),
        List.of(),
        pattern.subject(),
        pattern.text(),
        html,
        List.of(),
        List.of(),
        event ? Optional.of(new CalendarPart("REQUEST", EVENT)) : Optional.empty(),
        pattern.language());
  }

  private MimeMessage read(Letter letter) throws Exception {
    return new MimeMessage(
        Session.getInstance(new Properties()), new ByteArrayInputStream(writer.write(letter)));
  }
}
