package org.daybook.channels.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.daybook.api.delivery.ReturnedMail;
import org.daybook.api.delivery.ReturnedMail.Kind;

/** A bounce in plain words, as qmail, old Exim and others send them: what it says is guessed at. */
final class OldBounce {
  private static final int LONGEST = 64 * 1024;
  private static final int QUOTED = 300;

  private static final Pattern DELAYED =
      Pattern.compile(
          "(?i)\\bdelayed\\b|will (continue to )?(be )?retr|still being|not yet been delivered"
              + "|could not be delivered yet|warning message only|пока не доставлено");
  private static final Pattern STATUS =
      Pattern.compile("(?<![\\d.])[45]\\.\\d{1,3}\\.\\d{1,3}(?!\\.?\\d)");
  private static final Pattern ANSWER =
      Pattern.compile("(?m)^.*?\\b([45]\\d\\d[ -](?:[45]\\.\\d{1,3}\\.\\d{1,3}\\b)?.*)$");

  private OldBounce() {}

  static ReturnedMail read(MimeMessage message, List<Part> leaves, List<String> recipients)
      throws MessagingException, IOException {
    String subject = Optional.ofNullable(message.getSubject()).orElse("");
    String text = ownWords(text(leaves));
    boolean delayed = DELAYED.matcher(subject).find() || DELAYED.matcher(text).find();
    Matcher status = STATUS.matcher(text);
    return new ReturnedMail(
        recipients,
        delayed ? Kind.DELAYED : Kind.FAILED,
        status.find() ? status.group() : "",
        diagnostic(text, subject));
  }

  private static String text(List<Part> leaves) throws MessagingException, IOException {
    for (Part part : leaves) {
      if (part.isMimeType("text/plain")) {
        byte[] bytes = part.getInputStream().readNBytes(LONGEST);
        return new String(bytes, charset(part));
      }
    }
    return "";
  }

  private static Charset charset(Part part) throws MessagingException {
    Matcher named =
        Pattern.compile("(?i)charset=\"?([A-Za-z0-9._-]+)").matcher(part.getContentType());
    try {
      return named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
    } catch (IllegalArgumentException unknown) {
      return StandardCharsets.UTF_8;
    }
  }

  /** Without the returned message behind it, which is ours. */
  private static String ownWords(String text) {
    return text.split("(?m)^-{2,}.*(?i:copy of (your|the) message|original message).*$", 2)[0];
  }

  private static String diagnostic(String text, String subject) {
    Matcher answer = ANSWER.matcher(text);
    String said = answer.find() ? answer.group(1) : text.isBlank() ? subject : text;
    String line = said.strip().replaceAll("\\s+", " ");
    return line.length() <= QUOTED ? line : line.substring(0, QUOTED) + "…";
  }
}
