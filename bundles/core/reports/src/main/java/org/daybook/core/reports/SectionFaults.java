package org.daybook.core.reports;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.notice.Notices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers which sections failed, and tells the operators once per fault. */
final class SectionFaults {
  private static final Logger LOG = LoggerFactory.getLogger(SectionFaults.class);

  private final Notices notices;
  private final Words words;
  private final Map<String, String> standing = new ConcurrentHashMap<>();
  private final Map<String, String> last = new ConcurrentHashMap<>();
  private final Map<String, Boolean> seenWell = new ConcurrentHashMap<>();

  SectionFaults(Notices notices, Words words) {
    this.notices = notices;
    this.words = words;
  }

  void failed(String id, String sentence) {
    last.put(id, sentence);
    seenWell.remove(id);
    if (standing.put(id, sentence) == null) {
      LOG.warn("Section {} is unavailable: {}", id, sentence);
    }
    notices.raise(
        NoticeKind.SECTION_FAULT,
        key(id),
        words.say("fault.section", Map.of("id", id, "sentence", sentence)),
        Optional.empty());
  }

  void worked(String id) {
    if (standing.remove(id) != null) {
      LOG.info("Section {} works again", id);
    }
    // Once per start even without a known fault: the notice may be from before the start.
    if (seenWell.putIfAbsent(id, true) == null) {
      notices.withdraw(NoticeKind.SECTION_FAULT, key(id));
    }
  }

  Optional<String> last(String id) {
    return Optional.ofNullable(last.get(id));
  }

  private static String key(String id) {
    return "section:" + id;
  }
}
