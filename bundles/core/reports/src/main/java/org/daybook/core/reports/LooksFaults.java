package org.daybook.core.reports;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.notice.Notices;

/** Tells the operators of branding that cannot be used, once, and takes it back when it can. */
final class LooksFaults {
  private static final String FINE = "";

  private final Notices notices;
  private final Words words;
  private final Map<String, String> told = new ConcurrentHashMap<>();

  LooksFaults(Notices notices, Words words) {
    this.notices = notices;
    this.words = words;
  }

  /**
   * Says how a key of a file is now.
   *
   * @param fault why it cannot be used, in a sentence; empty if it can, or is not there
   */
  void look(String file, String key, Optional<String> fault) {
    String name = "branding:" + file + ":" + key;
    String now = fault.orElse(FINE);
    // Once per start even without a known fault: the notice may be from before the start.
    if (now.equals(told.get(name))) {
      return;
    }
    if (fault.isEmpty()) {
      notices.withdraw(NoticeKind.LOOKS_FAULT, name);
    } else {
      notices.raise(
          NoticeKind.LOOKS_FAULT,
          name,
          words.say("fault.looks", Map.of("file", file, "key", key, "sentence", now)),
          Optional.empty());
    }
    told.put(name, now);
  }
}
