package org.daybook.rendering.mime;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.daybook.api.delivery.Letter;
import org.daybook.api.delivery.Letter.Mailbox;
import org.daybook.api.error.InvalidInputException;

/** The header of a message (RFC 5322, RFC 2047, RFC 3834). */
final class Headers {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** RFC 5322, section 3.6.4, without the obsolete forms. */
  private static final Pattern MESSAGE_ID =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,200}@[A-Za-z0-9.-]{1,200}");

  /** RFC 5321, section 4.5.3.1.3, without the angle brackets. */
  private static final int LONGEST_ADDRESS = 254;

  /** An address to nobody: a group without members (RFC 5322, section 3.4). */
  private static final String NOBODY = "undisclosed-recipients:;";

  private Headers() {}

  static InternetHeaders of(Letter letter, String contentType) throws UnsupportedEncodingException {
    InternetHeaders headers = new InternetHeaders();
    headers.addHeader("Date", DATE.format(letter.date()));
    headers.addHeader("From", mailbox("from", letter.from()));
    headers.addHeader("To", letter.to().address().isBlank() ? NOBODY : mailbox("to", letter.to()));
    if (letter.replyTo().isPresent()) {
      headers.addHeader("Reply-To", mailbox("replyTo", letter.replyTo().get()));
    }
    headers.addHeader("Subject", subject(letter.subject()));
    headers.addHeader("Message-ID", messageId("messageId", letter.messageId()));
    follow(headers, letter.references());
    headers.addHeader("Auto-Submitted", "auto-generated");
    headers.addHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
    headers.addHeader("Content-Language", letter.language().toLanguageTag());
    headers.addHeader("MIME-Version", "1.0");
    headers.addHeader("Content-Type", contentType);
    return headers;
  }

  /**
   * @throws InvalidInputException if a text would end its header early
   */
  static String oneLine(String field, String value) {
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidInputException(field, "must not hold line breaks or control characters");
    }
    return value;
  }

  /** A letter that follows others stands in one thread with them (RFC 5322, section 3.6.4). */
  private static void follow(InternetHeaders headers, List<String> references) {
    if (references.isEmpty()) {
      return;
    }
    List<String> ids = references.stream().map(id -> messageId("references", id)).toList();
    headers.addHeader("In-Reply-To", ids.get(ids.size() - 1));
    headers.addHeader("References", String.join("\r\n ", ids));
  }

  private static String messageId(String field, String id) {
    if (!MESSAGE_ID.matcher(id).matches()) {
      throw new InvalidInputException(field, "is not a message id: " + id);
    }
    return "<" + id + ">";
  }

  private static String subject(String value) throws UnsupportedEncodingException {
    String subject = oneLine("subject", value);
    return EncodedWords.needed(subject)
        ? EncodedWords.of(subject)
        : MimeUtility.fold("Subject: ".length(), MimeUtility.encodeText(subject, "UTF-8", "B"));
  }

  private static String mailbox(String field, Mailbox mailbox) throws UnsupportedEncodingException {
    String address = oneLine(field + ".address", mailbox.address());
    String name = oneLine(field + ".name", mailbox.name());
    try {
      if (!address.contains("@")
          || address.length() > LONGEST_ADDRESS
          || !address.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
        throw new AddressException("not a mailbox");
      }
      InternetAddress checked = new InternetAddress(address, true);
      if (!checked.getAddress().equals(address)) {
        throw new AddressException("more than a mailbox");
      }
      if (EncodedWords.needed(name)) {
        return EncodedWords.of(name) + "\r\n <" + address + ">";
      }
      checked.setPersonal(name.isBlank() ? null : name, "UTF-8");
      return MimeUtility.fold(field.length() + 2, checked.toString());
    } catch (AddressException e) {
      throw new InvalidInputException(field + ".address", "is not an e-mail address: " + address);
    }
  }
}
