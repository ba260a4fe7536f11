package org.daybook.channels.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.daybook.api.delivery.ReturnedMail;
import org.daybook.api.delivery.ReturnedMail.Kind;

/**
 * The content of a {@code message/delivery-status} (RFC 3464, section 2).
 *
 * @param message the fields of the message
 * @param recipients the fields of each recipient
 */
record StatusReport(Map<String, String> message, List<Map<String, String>> recipients) {
  private static final Map<String, Kind> ACTIONS =
      Map.of(
          "failed", Kind.FAILED,
          "delayed", Kind.DELAYED,
          "delivered", Kind.DELIVERED,
          "relayed", Kind.DELIVERED,
          "expanded", Kind.DELIVERED);

  static StatusReport of(byte[] content) {
    List<Map<String, String>> groups = new ArrayList<>();
    Map<String, String> group = new HashMap<>();
    String last = "";
    for (String line : text(content).split("\r\n|\n|\r", -1)) {
      if (line.isBlank()) {
        if (!group.isEmpty()) {
          groups.add(group);
        }
        group = new HashMap<>();
        last = "";
      } else if (Character.isWhitespace(line.charAt(0)) && !last.isEmpty()) {
        group.merge(last, line.strip(), (before, more) -> before + " " + more);
      } else if (line.indexOf(':') > 0) {
        int colon = line.indexOf(':');
        last = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        group.putIfAbsent(last, line.substring(colon + 1).strip());
      }
    }
    if (!group.isEmpty()) {
      groups.add(group);
    }
    return sorted(groups);
  }

  /** Envelope senders that the server names; Postfix does. */
  List<String> senders() {
    return BounceSigns.addresses(message.getOrDefault("x-postfix-sender", ""));
  }

  /** The gravest that it says; empty if it speaks of no recipient. */
  Optional<ReturnedMail> said(List<String> to) {
    return recipients.stream()
        .flatMap(
            fields ->
                kind(fields).stream()
                    .map(kind -> new ReturnedMail(to, kind, status(fields), diagnostic(fields))))
        .min(Comparator.comparing(ReturnedMail::kind));
  }

  /** Some servers put the fields of the only recipient to those of the message. */
  private static StatusReport sorted(List<Map<String, String>> groups) {
    List<Map<String, String>> recipients =
        groups.stream()
            .filter(group -> group.containsKey("action") || group.containsKey("final-recipient"))
            .toList();
    return new StatusReport(groups.isEmpty() ? Map.of() : groups.get(0), recipients);
  }

  private static Optional<Kind> kind(Map<String, String> fields) {
    String action = fields.getOrDefault("action", "").toLowerCase(Locale.ROOT);
    Kind named = ACTIONS.get(action.split("[\\s(;]", 2)[0]);
    if (named != null) {
      return Optional.of(named);
    }
    return switch (status(fields).isEmpty() ? ' ' : status(fields).charAt(0)) {
      case '5' -> Optional.of(Kind.FAILED);
      case '4' -> Optional.of(Kind.DELAYED);
      case '2' -> Optional.of(Kind.DELIVERED);
      default -> Optional.empty();
    };
  }

  private static String status(Map<String, String> fields) {
    return fields.getOrDefault("status", "").split("[\\s(]", 2)[0];
  }

  /** Without the name of the protocol in front. */
  private static String diagnostic(Map<String, String> fields) {
    return fields
        .getOrDefault("diagnostic-code", "")
        .replaceFirst("^(?i:smtp|x-[a-z0-9-]+|lmtp)\\s*;\\s*", "");
  }

  /** It should be ASCII, and holds what the other server said. */
  private static String text(byte[] content) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      return new String(content, StandardCharsets.ISO_8859_1);
    }
  }
}
