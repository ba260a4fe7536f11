package org.daybook.api.delivery;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** A letter to one person other than a report: an invitation, a reminder, a notice. */
@Value.Immutable
@ProviderType
public interface Mailing {

  /**
   * Names the letter, so that it is written once: {@code invitation:VISIT:CONTACT:2}. At most 200
   * characters.
   */
  String key();

  Letter.Mailbox to();

  /** Whom an answer reaches; empty for the sender's own address. */
  Optional<Letter.Mailbox> replyTo();

  /**
   * The {@link #key} of the letter that this one follows, so that mail programs show them together.
   */
  Optional<String> follows();

  String subject();

  /** Plain text that says everything the HTML says. */
  String text();

  /** Empty for a letter of plain text alone. */
  Optional<String> html();

  /** Event that mail programs put into the reader's calendar (RFC 6047). */
  Optional<CalendarPart> calendar();

  List<Letter.Attachment> attachments();

  /**
   * The staff id of who is told if it cannot be delivered: the client's manager; empty for the
   * operators.
   */
  Optional<String> overseerId();

  Locale language();

  /**
   * An iCalendar object in a letter.
   *
   * @param method what the reader's calendar is to do with it (RFC 5546): {@code REQUEST}, {@code
   *     CANCEL}
   * @param content RFC 5545 text
   */
  record CalendarPart(String method, String content) {}

  static Builder builder() {
    return new Builder();
  }

  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Builds a {@link Mailing}. */
  final class Builder extends ImmutableMailing.Builder {
    Builder() {}
  }
}
