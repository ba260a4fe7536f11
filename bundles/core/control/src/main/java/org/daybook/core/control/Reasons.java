package org.daybook.core.control;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a server did not take or deliver a message, as one of a few reasons that people understand.
 * Enhanced status codes are of RFC 3463 and its IANA registry, reply codes of RFC 5321.
 */
final class Reasons {
  static final String OTHER = "other";
  static final String GAVE_UP = "gaveUp";

  /** How delivery begins what it says of a letter that no server was asked to take. */
  private static final String NOT_SENT = "Not sent:";

  /** Not part of an IP address or a version. */
  private static final Pattern STATUS =
      Pattern.compile("(?<![\\d.])[245]\\.(\\d{1,3})\\.(\\d{1,3})(?!\\.?\\d)");

  private static final Pattern TEMPORARY = code('4');
  private static final Pattern PERMANENT = code('5');
  private static final Pattern REPLY = Pattern.compile("(?<![\\d.])([45]\\d\\d)(?![\\d.]\\d|\\d)");

  /** By subject and detail; without a detail for the rest of a subject. */
  private static final Map<String, String> BY_STATUS =
      Map.ofEntries(
          Map.entry("1.0", "badAddress"),
          Map.entry("1.1", "noMailbox"),
          Map.entry("1.2", "noDomain"),
          Map.entry("1.3", "badAddress"),
          Map.entry("1.4", "badAddress"),
          Map.entry("1.6", "moved"),
          Map.entry("1.7", "sender"),
          Map.entry("1.8", "sender"),
          Map.entry("1.9", "noMailbox"),
          Map.entry("1.10", "noMailDomain"),
          Map.entry("1", "badAddress"),
          Map.entry("2.1", "disabled"),
          Map.entry("2.2", "full"),
          Map.entry("2.3", "tooBig"),
          Map.entry("2", "mailbox"),
          Map.entry("3.1", "full"),
          Map.entry("3.2", "notNow"),
          Map.entry("3.4", "tooBig"),
          Map.entry("3", "system"),
          Map.entry("4.1", "noAnswer"),
          Map.entry("4.2", "noAnswer"),
          Map.entry("4.3", "noRoute"),
          Map.entry("4.4", "noRoute"),
          Map.entry("4.6", "loop"),
          Map.entry("4.7", "tooLong"),
          Map.entry("4", "noAnswer"),
          Map.entry("5", "protocol"),
          Map.entry("6", "content"),
          Map.entry("7.8", "login"),
          Map.entry("7.9", "login"),
          Map.entry("7.20", "unproven"),
          Map.entry("7.21", "unproven"),
          Map.entry("7.22", "unproven"),
          Map.entry("7.23", "unproven"),
          Map.entry("7.24", "unproven"),
          Map.entry("7.25", "unproven"),
          Map.entry("7.26", "unproven"),
          Map.entry("7.27", "sender"),
          Map.entry("7.28", "tooMany"),
          Map.entry("7", "policy"));

  private static final Map<String, String> BY_REPLY =
      Map.of(
          "421", "notNow",
          "450", "mailbox",
          "452", "full",
          "501", "badAddress",
          "535", "login",
          "550", "refused",
          "551", "moved",
          "552", "full",
          "553", "badAddress",
          "554", "refused");

  private Reasons() {}

  /**
   * The key of the reason why nothing was tried any more: a server that did not say no for good was
   * given up.
   *
   * @param attempts how many times it was tried; what was refused was not tried again
   */
  static String ofFailure(String said, int attempts) {
    if (said.startsWith(NOT_SENT)) {
      return OTHER;
    }
    boolean putOff = TEMPORARY.matcher(said).find() && !PERMANENT.matcher(said).find();
    String reason = of(said);
    return putOff || (reason.equals(OTHER) && attempts > 1) ? GAVE_UP : reason;
  }

  /** The key of a reason; {@link #OTHER} if nothing in what was said is known. */
  static String of(String said) {
    Matcher status = STATUS.matcher(said);
    while (status.find()) {
      String subject = status.group(1);
      String reason =
          BY_STATUS.getOrDefault(
              subject + "." + status.group(2), BY_STATUS.getOrDefault(subject, OTHER));
      if (!reason.equals(OTHER)) {
        return reason;
      }
    }
    Matcher reply = REPLY.matcher(said);
    return reply.find() ? BY_REPLY.getOrDefault(reply.group(1), OTHER) : OTHER;
  }

  private static Pattern code(char first) {
    return Pattern.compile(
        "(?<![\\d.])" + first + "(\\.\\d{1,3}\\.\\d{1,3}(?!\\.?\\d)|\\d\\d(?![\\d.]\\d|\\d))");
  }
}
