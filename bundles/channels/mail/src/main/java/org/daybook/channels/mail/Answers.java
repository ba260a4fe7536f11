package org.daybook.channels.mail;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.daybook.api.delivery.Receipt;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** What a failure on the way means (RFC 5321, section 4.2.1). */
final class Answers {
  private static final int PERMANENT = 500;

  /** What the library says for the server when that said nothing any more. */
  private static final String NO_ANSWER = "[EOF]";

  private Answers() {}

  /**
   * Only the server's own 5xx to this message, its sender or its recipient is for good. Everything
   * else, such as trouble with the connection or a reply that says to come again, may pass.
   */
  static Receipt toMessage(MessagingException failure) {
    String answer = sentence(failure);
    OptionalInt code = code(failure);
    return code.isPresent() && code.getAsInt() >= PERMANENT
        ? new Receipt.Refused(answer)
        : new Receipt.Deferred(answer);
  }

  /** Before the message was given, whatever the server says is about us, and can be mended. */
  static Receipt toConnection(MessagingException failure) {
    return new Receipt.Deferred(sentence(failure), true);
  }

  /** The most telling of the exceptions that the library chains. */
  private static OptionalInt code(MessagingException failure) {
    OptionalInt code = OptionalInt.empty();
    for (Exception each : chain(failure)) {
      int found = codeOf(each);
      if (found > 0) {
        code = OptionalInt.of(found);
      }
    }
    return code;
  }

  private static int codeOf(Exception failure) {
    if (failure instanceof SMTPAddressFailedException address) {
      return address.getReturnCode();
    }
    if (failure instanceof SMTPSenderFailedException sender) {
      return sender.getReturnCode();
    }
    return failure instanceof SMTPSendFailedException send ? send.getReturnCode() : 0;
  }

  /** The server's own words if there are any, else what failed and why. */
  static String sentence(MessagingException failure) {
    List<Exception> chain = chain(failure);
    String said = "";
    for (Exception each : chain) {
      said = codeOf(each) > 0 ? message(each) : said;
    }
    if (said.isEmpty()) {
      String what = message(failure);
      String why = message(chain.get(chain.size() - 1));
      said = what.contains(why) ? what : what + " (" + why + ")";
    }
    String sentence = said.strip().replaceAll("\\s*[\r\n]+\\s*", " ");
    return sentence.equals(NO_ANSWER)
        ? "The connection ended before the server answered."
        : sentence;
  }

  private static String message(Exception failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
  }

  private static List<Exception> chain(MessagingException failure) {
    List<Exception> chain = new ArrayList<>();
    Exception each = failure;
    while (each != null && !chain.contains(each)) {
      chain.add(each);
      each =
          each instanceof MessagingException messaging
              ? messaging.getNextException()
              : each.getCause() instanceof Exception cause ? cause : null;
    }
    return chain;
  }
}
