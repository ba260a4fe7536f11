package org.daybook.api.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A delivery status notification (RFC 3464), or what an old server sends in its place.
 *
 * @param recipients the addresses of ours that it came to; one of them is the envelope sender of
 *     the dispatch that it is about
 * @param kind what it says
 * @param status the enhanced status code (RFC 3463), such as {@code 5.1.1}; blank if it has none
 * @param diagnostic what the server said, for people; blank if it said nothing
 * @param receivedAt when it came into the mailbox; empty if that is not known
 */
public record ReturnedMail(
    List<String> recipients,
    Kind kind,
    String status,
    String diagnostic,
    Optional<Instant> receivedAt) {
  public ReturnedMail {
    recipients = List.copyOf(recipients);
  }

  /** Of a moment that is not known. */
  public ReturnedMail(List<String> recipients, Kind kind, String status, String diagnostic) {
    this(recipients, kind, status, diagnostic, Optional.empty());
  }

  /** The same, received at a moment. */
  public ReturnedMail receivedAt(Instant moment) {
    return new ReturnedMail(recipients, kind, status, diagnostic, Optional.of(moment));
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
