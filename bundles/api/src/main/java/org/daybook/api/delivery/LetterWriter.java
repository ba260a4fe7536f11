package org.daybook.api.delivery;

import org.osgi.annotation.versioning.ProviderType;

/** Writes letters down as RFC 5322 messages. Safe for any thread. */
@ProviderType
public interface LetterWriter {
  /**
   * The message with CRLF line ends: {@code multipart/mixed} of {@code multipart/alternative} and
   * the attachments, marked as automatic (RFC 3834); HTML with inlines is a {@code
   * multipart/related} (RFC 2387); an event is the last alternative (RFC 6047). Without HTML, event
   * and files it is the plain text alone. The same letter gives the same bytes.
   *
   * @throws org.daybook.api.error.InvalidInputException for an address that is none, or a line
   *     break in a header
   */
  byte[] write(Letter letter);
}
