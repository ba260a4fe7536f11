package org.daybook.channels.mail;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;

/** A message that is sent byte for byte; the library would write its header anew. */
final class GivenMessage extends MimeMessage {
  private final byte[] bytes;

  GivenMessage(Session session, byte[] bytes) {
    super(session);
    this.bytes = bytes;
    this.saved = true;
  }

  @Override
  public void writeTo(OutputStream out, String[] ignored) throws IOException {
    out.write(bytes);
  }

  @Override
  public int getSize() {
    return bytes.length;
  }
}
