package org.daybook.channels.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the header of a message tells of whether it is a bounce, and of whose. */
final class BounceSigns {
  /** Where a mail server writes down whom a message was for; most telling first. */
  private static final List<String> RECIPIENTS =
      List.of(
          "Delivered-To",
          "X-Original-To",
          "Envelope-To",
          "X-Envelope-To",
          "X-Delivered-To",
          "X-RCPT-To",
          "To");

  /** What has to be fetched to tell. */
  static final List<String> HEADERS =
      Stream.concat(
              RECIPIENTS.stream(),
              Stream.of("Content-Type", "From", "Subject", "Return-Path", "X-Failed-Recipients"))
          .toList();

  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s<>,;:\"()\\[\\]]+@[^\\s<>,;:\"()\\[\\]]+");
  private static final Pattern DAEMON =
      Pattern.compile("(?i)\\b(mailer[-_.]?daemon|postmaster|mail[-_.]?daemon|mdaemon)@");
  private static final Pattern SUBJECT =
      Pattern.compile(
          "(?iu)^\\s*(undeliver|failure notice|returned mail|mail delivery (failed|failure|system)"
              + "|delivery (failure|failed|status notification|has failed)|mail status report"
              + "|warning: (could not send|message)|non[- ]?delivery|недоставлен|не доставлен)");

  private BounceSigns() {}

  /** Whether it is worth to be read as a whole. */
  static boolean maybe(Part message) throws MessagingException {
    return isReport(message) || isOldBounce(message);
  }

  static boolean isReport(Part message) throws MessagingException {
    return all(message, "Content-Type").stream()
        .anyMatch(type -> type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/report"));
  }

  /**
   * Old servers send plain text. An absence note comes from a person; it is none, though it comes
   * to the same address (RFC 3834, section 4).
   */
  static boolean isOldBounce(Part message) throws MessagingException {
    if (!all(message, "X-Failed-Recipients").isEmpty()) {
      return true;
    }
    if (all(message, "From").stream().anyMatch(from -> DAEMON.matcher(from).find())) {
      return true;
    }
    boolean fromNobody =
        all(message, "Return-Path").stream().anyMatch(path -> path.strip().equals("<>"));
    return fromNobody
        && all(message, "Subject").stream().anyMatch(each -> SUBJECT.matcher(words(each)).find());
  }

  /** What a header says, of which everything but ASCII is encoded (RFC 2047). */
  private static String words(String header) {
    try {
      return MimeUtility.decodeText(MimeUtility.unfold(header));
    } catch (UnsupportedEncodingException e) {
      return header;
    }
  }

  /** The addresses that it came to. */
  static List<String> recipients(Part message) throws MessagingException {
    List<String> addresses = new ArrayList<>();
    for (String header : RECIPIENTS) {
      for (String value : all(message, header)) {
        addresses.addAll(addresses(value));
      }
    }
    return addresses;
  }

  static List<String> addresses(String text) {
    return ADDRESS.matcher(text).results().map(found -> found.group()).toList();
  }

  static List<String> all(Part message, String header) throws MessagingException {
    String[] values = message.getHeader(header);
    return values == null ? List.of() : List.of(values);
  }
}
