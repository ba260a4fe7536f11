package org.daybook.rendering.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParameterList;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A multipart whose boundary follows from the message, where the library would draw a new one. */
final class FixedMultipart extends MimeMultipart {
  private static final int BOUNDARY_BYTES = 16;

  FixedMultipart(String subtype, String messageId) {
    this(subtype, messageId, new ParameterList());
  }

  private FixedMultipart(String subtype, String messageId, ParameterList parameters) {
    super(subtype);
    parameters.set("boundary", boundary(subtype, messageId));
    contentType = new ContentType("multipart", subtype, parameters).toString();
  }

  /** Parts that are shown as one; the first one is the root (RFC 2387, section 3.1). */
  static FixedMultipart related(String rootType, String messageId) {
    ParameterList parameters = new ParameterList();
    parameters.set("type", rootType);
    return new FixedMultipart("related", messageId, parameters);
  }

  /** This multipart as a part of another. */
  MimeBodyPart asPart() throws MessagingException, IOException {
    InternetHeaders headers = new InternetHeaders();
    headers.addHeader("Content-Type", getContentType());
    return new MimeBodyPart(headers, bytes());
  }

  byte[] bytes() throws MessagingException, IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writeTo(out);
    return out.toByteArray();
  }

  /** {@code =_} cannot occur in quoted-printable or base64 (RFC 2045, section 6.7). */
  private static String boundary(String subtype, String messageId) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((subtype + "\n" + messageId).getBytes(StandardCharsets.UTF_8));
      return "=_" + HexFormat.of().formatHex(hash, 0, BOUNDARY_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
