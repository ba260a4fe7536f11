package org.daybook.api.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An e-mail before it is written down (RFC 5322). Texts are as people read them; whoever writes
 * them down encodes them.
 *
 * @param messageId without angle brackets; the same at every attempt
 * @param date the {@code Date} header; the same at every attempt
 * @param from the sender
 * @param to one recipient; one with a blank address is written as {@code undisclosed-recipients:;},
 *     for a letter that is only looked at
 * @param replyTo the engineer's manager
 * @param references message ids without angle brackets of the letters that this one follows, oldest
 *     first; the last one is what it answers. Empty for the first one
 * @param text plain text that says everything the HTML says
 * @param html the same for mail programs that show it; blank for a letter of plain text alone
 * @param inlines pictures that the HTML shows
 * @param calendar an event for the reader's calendar
 * @param language of the texts
 */
public record Letter(
    String messageId,
    Instant date,
    Mailbox from,
    Mailbox to,
    Optional<Mailbox> replyTo,
    List<String> references,
    String subject,
    String text,
    String html,
    List<Inline> inlines,
    List<Attachment> attachments,
    Optional<Mailing.CalendarPart> calendar,
    Locale language) {
  public Letter {
    references = List.copyOf(references);
    inlines = List.copyOf(inlines);
    attachments = List.copyOf(attachments);
  }

  /** A name and an address. */
  public record Mailbox(String name, String address) {}

  /**
   * A picture in the text.
   *
   * @param contentId what the HTML calls it behind {@code cid:} (RFC 2392)
   */
  public record Inline(String contentId, String mediaType, byte[] content) {}

  /**
   * An attached file.
   *
   * @param fileName in the reader's language
   * @param asciiFileName the same for readers that know no other
   */
  public record Attachment(
      String fileName, String asciiFileName, String mediaType, byte[] content) {}
}
