package org.daybook.rendering.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.daybook.api.delivery.Letter;
import org.daybook.api.delivery.Letter.Attachment;
import org.daybook.api.delivery.Letter.Inline;
import org.daybook.api.delivery.LetterWriter;
import org.daybook.api.error.DaybookException;
import org.osgi.service.component.annotations.Component;

/**
 * Writes letters as {@code multipart/mixed} of {@code multipart/alternative} and the files (RFC
 * 2046), marked as automatic (RFC 3834). HTML with pictures is a {@code multipart/related} with
 * them (RFC 2387); without any it stays a plain part, which the fewest readers get wrong. Nothing
 * in a message depends on when or where it is written.
 */
@Component
public final class MimeLetterWriter implements LetterWriter {

  @Override
  public byte[] write(Letter letter) {
    try {
      return MailLibrary.use(() -> message(letter));
    } catch (DaybookException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("The letter cannot be written: " + e.getMessage(), e);
    }
  }

  private static byte[] message(Letter letter) throws MessagingException, IOException {
    if (letter.html().isBlank() && letter.calendar().isEmpty() && letter.attachments().isEmpty()) {
      return plain(letter);
    }
    FixedMultipart alternative = new FixedMultipart("alternative", letter.messageId());
    alternative.addBodyPart(Parts.text("plain", letter.text()));
    if (!letter.html().isBlank()) {
      alternative.addBodyPart(html(letter));
    }
    if (letter.calendar().isPresent()) {
      // The last alternative is the one that mail programs prefer (RFC 2046, section 5.1.4).
      alternative.addBodyPart(Parts.event(letter.calendar().get()));
    }
    FixedMultipart mixed = new FixedMultipart("mixed", letter.messageId());
    mixed.addBodyPart(alternative.asPart());
    for (Attachment attachment : letter.attachments()) {
      mixed.addBodyPart(Parts.file(attachment));
    }
    return bytes(Headers.of(letter, mixed.getContentType()), mixed.bytes());
  }

  /** Nothing but a text needs no parts. */
  private static byte[] plain(Letter letter) throws MessagingException, IOException {
    MimeBodyPart text = Parts.text("plain", letter.text());
    InternetHeaders headers = Headers.of(letter, text.getContentType());
    headers.addHeader("Content-Transfer-Encoding", text.getEncoding());
    return bytes(headers, text.getRawInputStream().readAllBytes());
  }

  private static byte[] bytes(InternetHeaders headers, byte[] body) throws IOException {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    for (String line : Collections.list(headers.getAllHeaderLines())) {
      message.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
    message.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    message.write(body);
    return message.toByteArray();
  }

  private static MimeBodyPart html(Letter letter) throws MessagingException, IOException {
    MimeBodyPart page = Parts.text("html", letter.html());
    if (letter.inlines().isEmpty()) {
      return page;
    }
    FixedMultipart related = FixedMultipart.related("text/html", letter.messageId());
    related.addBodyPart(page);
    for (Inline inline : letter.inlines()) {
      related.addBodyPart(Parts.picture(inline));
    }
    return related.asPart();
  }
}
