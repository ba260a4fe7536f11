package org.daybook.rendering.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.daybook.api.delivery.Letter.Attachment;
import org.daybook.api.delivery.Letter.Inline;
import org.daybook.api.delivery.Mailing.CalendarPart;
import org.daybook.api.error.InvalidInputException;

/** The parts of a message, each encoded so that it passes any server (RFC 2045). */
final class Parts {
  private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[A-Za-z0-9!#$&^_.+-]{1,100}/[A-Za-z0-9!#$&^_.+-]{1,100}");
  private static final Pattern METHOD = Pattern.compile("REQUEST|CANCEL|PUBLISH");
  private static final Pattern CONTENT_ID = Pattern.compile("[A-Za-z0-9._@-]{1,200}");

  private Parts() {}

  /** A text; base64 where quoted-printable would be longer, as it is for Cyrillic. */
  static MimeBodyPart text(String subtype, String text) throws MessagingException, IOException {
    byte[] bytes = LINE_END.matcher(text).replaceAll("\r\n").getBytes(StandardCharsets.UTF_8);
    InternetHeaders headers = new InternetHeaders();
    headers.addHeader("Content-Type", "text/" + subtype + "; charset=UTF-8");
    return part(headers, bytes, quotedIsShorter(bytes) ? "quoted-printable" : "base64");
  }

  /** A file to be saved, named for readers old and new (RFC 2183, RFC 2231). */
  static MimeBodyPart file(Attachment attachment) throws MessagingException, IOException {
    InternetHeaders headers = new InternetHeaders();
    headers.addHeader("Content-Type", mediaType("attachments", attachment.mediaType()));
    headers.addHeader(
        "Content-Disposition",
        "attachment" + FileNames.parameters(attachment.asciiFileName(), attachment.fileName()));
    return part(headers, attachment.content(), "base64");
  }

  /** A picture that the HTML names by its content id (RFC 2392). */
  static MimeBodyPart picture(Inline inline) throws MessagingException, IOException {
    if (!CONTENT_ID.matcher(inline.contentId()).matches()) {
      throw new InvalidInputException("inlines.contentId", "is not a content id");
    }
    InternetHeaders headers = new InternetHeaders();
    headers.addHeader("Content-Type", mediaType("inlines", inline.mediaType()));
    headers.addHeader("Content-ID", "<" + inline.contentId() + ">");
    headers.addHeader("Content-Disposition", "inline");
    return part(headers, inline.content(), "base64");
  }

  /**
   * An event for the reader's calendar (RFC 6047, section 2.4): {@code method} as the object has.
   */
  static MimeBodyPart event(CalendarPart event) throws MessagingException, IOException {
    if (!METHOD.matcher(event.method()).matches()) {
      throw new InvalidInputException("calendar.method", "is not a method: REQUEST, CANCEL");
    }
    InternetHeaders headers = new InternetHeaders();
    headers.addHeader("Content-Type", "text/calendar; charset=UTF-8;\r\n method=" + event.method());
    // Its lines end as they are and are at most 75 octets long: base64 keeps them so.
    return part(headers, event.content().getBytes(StandardCharsets.UTF_8), "base64");
  }

  private static String mediaType(String field, String value) {
    if (!MEDIA_TYPE.matcher(value).matches()) {
      throw new InvalidInputException(field + ".mediaType", "is not a media type");
    }
    return value;
  }

  private static MimeBodyPart part(InternetHeaders headers, byte[] content, String encoding)
      throws MessagingException, IOException {
    headers.addHeader("Content-Transfer-Encoding", encoding);
    ByteArrayOutputStream encoded = new ByteArrayOutputStream(content.length * 3 / 2);
    try (OutputStream out = MimeUtility.encode(encoded, encoding)) {
      out.write(content);
    }
    return new MimeBodyPart(headers, encoded.toByteArray());
  }

  private static boolean quotedIsShorter(byte[] bytes) {
    int quoted = 0;
    for (byte b : bytes) {
      quoted += b < 0 || b == '=' ? 3 : 1;
    }
    return quoted <= bytes.length * 4L / 3;
  }
}
