package org.daybook.rendering.mime;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
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
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9.-]+");

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
    headers.addHeader("Subject", text("Subject: ", "subject", letter.subject()));
    headers.addHeader("Message-ID", messageId(letter.messageId()));
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

  private static String messageId(String id) {
    if (!MESSAGE_ID.matcher(id).matches()) {
      throw new InvalidInputException("messageId", "is not a message id: " + id);
    }
    return "<" + id + ">";
  }

  private static String text(String name, String field, String value)
      throws UnsupportedEncodingException {
    String encoded = MimeUtility.encodeText(oneLine(field, value), "UTF-8", "B");
    return MimeUtility.fold(name.length(), encoded);
  }

  private static String mailbox(String field, Mailbox mailbox) throws UnsupportedEncodingException {
    String address = oneLine(field + ".address", mailbox.address());
    String name = oneLine(field + ".name", mailbox.name());
    try {
      if (!address.contains("@") || !address.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
        throw new AddressException("not a mailbox");
      }
      InternetAddress checked = new InternetAddress(address, true);
      if (!checked.getAddress().equals(address)) {
        throw new AddressException("more than a mailbox");
      }
      checked.setPersonal(name.isBlank() ? null : name, "UTF-8");
      return MimeUtility.fold(field.length() + 2, checked.toString());
    } catch (AddressException e) {
      throw new InvalidInputException(field + ".address", "is not an e-mail address: " + address);
    }
  }
}
