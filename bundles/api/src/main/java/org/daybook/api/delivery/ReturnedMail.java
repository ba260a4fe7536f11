package org.daybook.api.delivery;

import java.util.List;

/**
 * A delivery status notification (RFC 3464), or what an old server sends in its place.
 *
 * @param recipients the addresses of ours that it came to; one of them is the envelope sender of
 *     the dispatch that it is about
 * @param kind what it says
 * @param status the enhanced status code (RFC 3463), such as {@code 5.1.1}; blank if it has none
 * @param diagnostic what the server said, for people; blank if it said nothing
 */
public record ReturnedMail(List<String> recipients, Kind kind, String status, String diagnostic) {
  public ReturnedMail {
    recipients = List.copyOf(recipients);
  }

  /** What became of the message. */
  public enum Kind {
    /** It was not delivered, and nobody tries any more. */
    FAILED,
    /** It is still being tried. */
    DELAYED,
    /** It is in the mailbox, or was passed on. */
    DELIVERED
  }
}
