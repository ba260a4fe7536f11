package org.daybook.core.control;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.notice.Notice;
import org.daybook.api.notice.NoticeKind;

/** What follows from the kind and the key of a notice. */
final class NoticeFacts {
  /** What somebody can still save if they hear of it now. */
  private static final Set<NoticeKind> URGENT =
      EnumSet.of(
          NoticeKind.EMERGENCY_CLOCK,
          NoticeKind.LATE_START,
          NoticeKind.REPORT_LATE,
          NoticeKind.CHANNEL_FAULT,
          NoticeKind.RENDERER_FAULT);

  /** What stands before the first colon of a key, and where the board shows such a thing. */
  private static final Map<String, String> PAGES =
      Map.of(
          "visit", "/board/visits/",
          "task", "/board/tasks/",
          "dispute", "/board/disputes/",
          "delivery", "/board/deliveries/",
          "letter", "/board/letters/",
          "contact", "/board/setup/contacts/",
          // The service plan of a client
          "plan", "/board/clients/",
          "client", "/board/clients/");

  /** Where the board shows all such things. */
  private static final Map<String, String> LISTS =
      Map.of(
          "signal", "/board/signals",
          "source", "/board/sources",
          "section", "/board/sources",
          "renderer", "/board/sources",
          "channel", "/board/sources",
          "mailbox", "/board/sources");

  private static final String BOARD = "/board";

  private NoticeFacts() {}

  static Notice.Urgency urgency(NoticeKind kind) {
    return URGENT.contains(kind) ? Notice.Urgency.URGENT : Notice.Urgency.NORMAL;
  }

  /** The path of a page about it. */
  static String page(String key) {
    String[] parts = key.split(":", 3);
    return parts.length < 2
        ? BOARD
        : Optional.ofNullable(PAGES.get(parts[0]))
            .map(page -> page + parts[1])
            .orElse(LISTS.getOrDefault(parts[0], BOARD));
  }
}
