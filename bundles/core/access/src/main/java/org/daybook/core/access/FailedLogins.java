package org.daybook.core.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the logins that failed, so that passwords cannot be guessed by trying: no more than a few
 * are tried for one login, and no more than some in all, in any five minutes from the first one.
 * Requests that are under way already may exceed that a little.
 */
final class FailedLogins {
  static final int PER_LOGIN = 10;
  static final int IN_ALL = 500;
  static final Duration WINDOW = Duration.ofMinutes(5);

  private static final Logger LOG = LoggerFactory.getLogger(FailedLogins.class);

  private final Clock clock;
  private Count all = new Count(0, Instant.MIN);

  /** Cannot be flooded to drive one out: in its time there are no more than {@link #IN_ALL}. */
  private final Map<String, Count> byLogin =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
          return size() > 2 * IN_ALL;
        }
      };

  FailedLogins(Clock clock) {
    this.clock = clock;
  }

  /** How many failed, and until when they count. */
  private record Count(int failures, Instant until) {
    Count oneMore(Instant now) {
      return isOver(now) ? new Count(1, now.plus(WINDOW)) : new Count(failures + 1, until);
    }

    boolean isOver(Instant now) {
      return !until.isAfter(now);
    }

    boolean isReached(int limit, Instant now) {
      return failures >= limit && !isOver(now);
    }
  }

  /** Whether no password is to be tried for a login now. */
  synchronized boolean tooMany(String login) {
    Instant now = clock.instant();
    Count count = byLogin.get(login);
    return all.isReached(IN_ALL, now) || (count != null && count.isReached(PER_LOGIN, now));
  }

  /**
   * A login failed.
   *
   * @param known whether there is such an account: what people type elsewhere may be a password,
   *     and is not written into a log
   */
  synchronized void add(String login, boolean known) {
    Instant now = clock.instant();
    Count before = byLogin.remove(login);
    Count count = (before == null ? new Count(0, now) : before).oneMore(now);
    byLogin.put(login, count);
    all = all.oneMore(now);
    String name = known ? "as " + login : "with a name that nobody has";
    LOG.info("A login {} failed", name);
    if (count.failures() == PER_LOGIN) {
      LOG.warn("{} logins {} failed; no other is tried before {}", PER_LOGIN, name, count.until());
    }
    if (all.failures() == IN_ALL) {
      LOG.warn("{} logins failed; no new ones are tried before {}", IN_ALL, all.until());
    }
  }
}
