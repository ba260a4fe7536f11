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
import org.daybook.api.error.InvalidInputException;

/** The parts of a message, each encoded so that it passes any server (RFC 2045). */
final class Parts {
  private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+");

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
    if (!MEDIA_TYPE.matcher(attachment.mediaType()).matches()) {
      throw new InvalidInputException("attachments.mediaType", "is not a media type");
    }
    InternetHeaders headers = new InternetHeaders();
    headers.addHeader("Content-Type", attachment.mediaType());
    headers.addHeader(
        "Content-Disposition",
        "attachment" + FileNames.parameters(attachment.asciiFileName(), attachment.fileName()));
    return part(headers, attachment.content(), "base64");
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
