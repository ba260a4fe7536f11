package org.daybook.core.delivery;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.daybook.api.error.DaybookException;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.notice.Notices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers which renderers and channels failed, and tells the operators once per fault: while a
 * report waits for a part, it is looked for again and again, and the audit trail keeps every
 * change.
 */
final class PlatformFaults {
  private static final Logger LOG = LoggerFactory.getLogger(PlatformFaults.class);

  private final Notices notices;
  private final Map<String, String> last = new ConcurrentHashMap<>();
  private final Map<String, String> told = new ConcurrentHashMap<>();
  private final Set<String> seenWell = ConcurrentHashMap.newKeySet();
  private final Set<String> puttingOff = ConcurrentHashMap.newKeySet();

  PlatformFaults(Notices notices) {
    this.notices = notices;
  }

  /**
   * Something does not work.
   *
   * @param key what, such as {@code renderer:pdf}
   */
  void failed(NoticeKind kind, String key, String sentence) {
    last.put(key, sentence);
    seenWell.remove(key);
    if (sentence.equals(told.get(key))) {
      return;
    }
    notices.raise(kind, key, sentence, Optional.empty());
    if (told.put(key, sentence) == null) {
      LOG.warn("{}: {}", key, sentence);
    }
  }

  void worked(NoticeKind kind, String key) {
    if (told.remove(key) != null) {
      LOG.info("{} works again", key);
    }
    // Once per start even without a known fault: the notice may be from before the start.
    if (seenWell.add(key)) {
      notices.withdraw(kind, key);
    }
  }

  /** The part works, but what is behind it does not take anything now: nobody is to be called. */
  void putOff(String key, String sentence) {
    last.put(key, sentence);
    if (puttingOff.add(key)) {
      LOG.warn("{}: {}", key, sentence);
    }
  }

  void taken(String key) {
    if (puttingOff.remove(key)) {
      LOG.info("{} takes messages again", key);
    }
  }

  /**
   * Takes the notices with these keys back: whoever comes next looks again, perhaps by another
   * configuration, and would not know of them.
   */
  void forget(NoticeKind kind, Predicate<String> keys) {
    for (String key : told.keySet()) {
      if (keys.test(key)) {
        try {
          notices.withdraw(kind, key);
        } catch (DaybookException e) {
          LOG.info("The notice {} stays: {}", key, e.getMessage());
        }
      }
    }
  }

  Optional<String> last(String key) {
    return Optional.ofNullable(last.get(key));
  }
}
