package org.daybook.rendering.mime;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Header;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.BiFunction;
import org.daybook.api.delivery.Letter;
import org.daybook.api.delivery.Letter.Attachment;
import org.daybook.api.delivery.Letter.Inline;
import org.daybook.api.delivery.Letter.Mailbox;
import org.daybook.api.delivery.Mailing.CalendarPart;
import org.daybook.api.error.InvalidInputException;
import org.daybook.testkit.Examples;
import org.junit.Test;

/**
 * Hostile texts in every field that reaches a header: each is shown as the text that it is, or
 * refused by the name of its field; the other headers stay as they are.
 */
public class InjectionTest {
  private static final List<String> HOSTILE =
      List.of(
          "x\r\nBcc: other@example.com",
          "x\nBcc: other@example.com",
          "x\r\n\r\nA body of its own",
          "x\rBcc: other@example.com",
          "x\u0000y",
          "x\u0085y",
          "x\u2028Bcc: other@example.com",
          "\u202Efdp.exe\u202C",
          "\u2066a\u2069\u200F\u200B\uFEFF",
          "=?UTF-8?B?DQpCY2M6IG90aGVyQGV4YW1wbGUuY29t?=",
          "=?UTF-8?Q?=0D=0ABcc:_other@example.com?=",
          "\"; Bcc: other@example.com; x=\"",
          "Anna\" <other@example.com>, \"Anna",
          "<script>alert(1)</script>",
          "${jndi:ldap://example.com} #set($x=1) $x",
          "\ud800 alone",
          "x".repeat(10_000),
          "x ".repeat(5_000) + "x",
          "ж".repeat(10_000),
          "😀".repeat(5_000));

  private final MimeLetterWriter writer = new MimeLetterWriter();

  /** Each field with a letter that has a text there. */
  private static final Map<String, BiFunction<Letter, String, Letter>> FIELDS = fields();

  @Test
  public void hostileTextsAreShownOrRefusedByName() throws Exception {
    int shown = 0;
    for (Map.Entry<String, BiFunction<Letter, String, Letter>> field : FIELDS.entrySet()) {
      for (String text : HOSTILE) {
        Letter letter = field.getValue().apply(Examples.letter(), text);
        Optional<byte[]> message = written(field.getKey(), letter);
        if (message.isPresent()) {
          shown++;
          requireUntouched(field.getKey() + ": " + text, letter, message.get());
        }
      }
    }
    assertThat(shown).as("texts that were shown").isGreaterThan(40);
  }

  @Test
  public void aTextThatLooksEncodedIsShownAsItIs() throws Exception {
    String text = "=?UTF-8?B?eA==?= and Anna";
    MimeMessage message =
        read(written("to.name", FIELDS.get("to.name").apply(Examples.letter(), text)).get());
    InternetAddress to = (InternetAddress) message.getAllRecipients()[0];
    assertThat(to.getPersonal()).isEqualTo(text);
    assertThat(to.getAddress()).isEqualTo("anna@romashka.test");
  }

  private Optional<byte[]> written(String field, Letter letter) {
    try {
      return Optional.of(writer.write(letter));
    } catch (InvalidInputException refused) {
      assertThat(refused.errors()).extracting(error -> error.field()).containsExactly(field);
      return Optional.empty();
    }
  }

  private static void requireUntouched(String what, Letter letter, byte[] bytes) throws Exception {
    String raw = new String(bytes, StandardCharsets.ISO_8859_1);
    assertThat(raw.lines()).as(what).allMatch(line -> line.length() <= 998);
    assertThat(raw.chars().allMatch(c -> c == 13 || c == 10 || c == 9 || c >= 32 && c < 127))
        .as(what)
        .isTrue();
    MimeMessage message = read(bytes);
    List<String> names =
        Collections.list(message.getAllHeaders()).stream().map(Header::getName).toList();
    assertThat(names)
        .as(what)
        .doesNotHaveDuplicates()
        .isSubsetOf(
            "Date",
            "From",
            "To",
            "Reply-To",
            "Subject",
            "Message-ID",
            "In-Reply-To",
            "References",
            "Auto-Submitted",
            "X-Auto-Response-Suppress",
            "Content-Language",
            "MIME-Version",
            "Content-Type");
    assertThat(message.getAllRecipients()).as(what).hasSize(1);
    assertThat(((InternetAddress) message.getAllRecipients()[0]).getAddress())
        .as(what)
        .isEqualTo("anna@romashka.test");
    assertThat(decoded(message.getHeader("Subject")[0])).as(what).isEqualTo(kept(letter.subject()));
    assertThat(((MimeMultipart) message.getContent()).getCount()).as(what).isEqualTo(2);
  }

  private static String decoded(String header) throws Exception {
    return MimeUtility.decodeText(MimeUtility.unfold(header));
  }

  /** Half a character cannot be written down. */
  private static String kept(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private static MimeMessage read(byte[] message) throws Exception {
    return new MimeMessage(
        Session.getInstance(new Properties()), new ByteArrayInputStream(message));
  }

  private static Map<String, BiFunction<Letter, String, Letter>> fields() {
    Map<String, BiFunction<Letter, String, Letter>> fields = new LinkedHashMap<>();
    fields.put("messageId", (letter, text) -> new Changed(letter).messageId(text).build());
    fields.put("references", (letter, text) -> new Changed(letter).references(text).build());
    fields.put("subject", (letter, text) -> new Changed(letter).subject(text).build());
    fields.put(
        "from.name",
        (letter, text) ->
            new Changed(letter).from(new Mailbox(text, "reports@service.test")).build());
    fields.put(
        "from.address",
        (letter, text) -> new Changed(letter).from(new Mailbox("Service", text)).build());
    fields.put(
        "to.name",
        (letter, text) -> new Changed(letter).to(new Mailbox(text, "anna@romashka.test")).build());
    fields.put(
        "to.address", (letter, text) -> new Changed(letter).to(new Mailbox("Anna", text)).build());
    fields.put(
        "replyTo.name",
        (letter, text) ->
            new Changed(letter).replyTo(new Mailbox(text, "olga@service.test")).build());
    fields.put(
        "replyTo.address",
        (letter, text) -> new Changed(letter).replyTo(new Mailbox("Olga", text)).build());
    fields.put(
        "attachments.fileName",
        (letter, text) ->
            new Changed(letter)
                .file(new Attachment(text, "a.pdf", "application/pdf", new byte[1]))
                .build());
    fields.put(
        "attachments.asciiFileName",
        (letter, text) ->
            new Changed(letter)
                .file(new Attachment("Отчёт.pdf", text, "application/pdf", new byte[1]))
                .build());
    fields.put(
        "attachments.mediaType",
        (letter, text) ->
            new Changed(letter)
                .file(new Attachment("Отчёт.pdf", "a.pdf", text, new byte[1]))
                .build());
    fields.put(
        "inlines.contentId",
        (letter, text) ->
            new Changed(letter).picture(new Inline(text, "image/png", new byte[1])).build());
    fields.put(
        "inlines.mediaType",
        (letter, text) ->
            new Changed(letter).picture(new Inline("logo", text, new byte[1])).build());
    fields.put(
        "calendar.method",
        (letter, text) ->
            new Changed(letter).calendar(new CalendarPart(text, "BEGIN:VCALENDAR")).build());
    fields.put(
        "calendar.content",
        (letter, text) -> new Changed(letter).calendar(new CalendarPart("REQUEST", text)).build());
    return fields;
  }

  /** A letter like another but for one field. */
  private static final class Changed {
    private final Letter pattern;
    private String messageId;
    private Mailbox from;
    private Mailbox to;
    private Optional<Mailbox> replyTo;
    private List<String> references;
    private String subject;
    private List<Inline> inlines;
    private List<Attachment> attachments;
    private Optional<CalendarPart> calendar;

    Changed(Letter pattern) {
      this.pattern = pattern;
      messageId = pattern.messageId();
      from = pattern.from();
      to = pattern.to();
      replyTo = pattern.replyTo();
      references = pattern.references();
      subject = pattern.subject();
      inlines = pattern.inlines();
      attachments = pattern.attachments();
      calendar = pattern.calendar();
    }

    Changed messageId(String value) {
      messageId = value;
      return this;
    }

    Changed from(Mailbox value) {
      from = value;
      return this;
    }

    Changed to(Mailbox value) {
      to = value;
      return this;
    }

    Changed replyTo(Mailbox value) {
      replyTo = Optional.of(value);
      return this;
    }

    Changed references(String value) {
      references = List.of(value);
      return this;
    }

    Changed subject(String value) {
      subject = value;
      return this;
    }

    Changed picture(Inline value) {
      inlines = List.of(value);
      return this;
    }

    Changed file(Attachment value) {
      attachments = List.of(value);
      return this;
    }

    Changed calendar(CalendarPart value) {
      calendar = Optional.of(value);
      return this;
    }

    Letter build() {
      return new Letter(
          messageId,
          pattern.date(),
          from,
          to,
          replyTo,
          references,
          subject,
          pattern.text(),
          pattern.html(),
          inlines,
          attachments,
          calendar,
          pattern.language());
    }
  }
}
