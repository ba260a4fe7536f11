package org.daybook.core.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

  /** Servers are restarted; nobody is to be called for that. */
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private final Notices notices;
  private final Clock clock;
  private final Map<String, String> last = new ConcurrentHashMap<>();
  private final Map<String, String> told = new ConcurrentHashMap<>();
  private final Set<String> seenWell = ConcurrentHashMap.newKeySet();
  private final Map<String, Instant> puttingOff = new ConcurrentHashMap<>();

  PlatformFaults(Notices notices, Clock clock) {
    this.notices = notices;
    this.clock = clock;
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

  /** The part works, and what is behind it takes nothing now: operators are told if that lasts. */
  void putOff(NoticeKind kind, String key, String sentence) {
    last.put(key, sentence);
    Instant now = clock.instant();
    Instant since = puttingOff.putIfAbsent(key, now);
    if (since == null) {
      LOG.warn("{}: {}", key, sentence);
    } else if (!since.plus(PATIENCE).isAfter(now)) {
      failed(kind, key, sentence);
    }
  }

  void taken(NoticeKind kind, String key) {
    if (puttingOff.remove(key) != null) {
      LOG.info("{} takes messages again", key);
    }
    worked(kind, key);
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
