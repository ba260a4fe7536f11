package org.daybook.core.access;

import java.time.Duration;
import java.time.Instant;

/**
 * How long sessions last, checked.
 *
 * @param brief of a session that is not kept on its device
 * @param kept of one that is
 */
record Settings(Lifetime brief, Lifetime kept) {
  /**
   * How long a session lasts.
   *
   * @param idle without being used
   * @param longest however much it is used
   */
  record Lifetime(Duration idle, Duration longest) {
    /** When a session that is used now is over if it is not used any more. */
    Instant end(Instant createdAt, Instant now) {
      Instant rested = now.plus(idle);
      Instant last = createdAt.plus(longest);
      return rested.isBefore(last) ? rested : last;
    }
  }

  /**
   * @throws IllegalArgumentException with a sentence for the operator
   */
  static Settings of(Config config) {
    return new Settings(
        lifetime(
            "idleHours",
            Duration.ofHours(atLeastOne("idleHours", config.idleHours())),
            "longestHours",
            Duration.ofHours(atLeastOne("longestHours", config.longestHours()))),
        lifetime(
            "keptIdleDays",
            Duration.ofDays(atLeastOne("keptIdleDays", config.keptIdleDays())),
            "keptLongestDays",
            Duration.ofDays(atLeastOne("keptLongestDays", config.keptLongestDays()))));
  }

  Lifetime of(boolean isKept) {
    return isKept ? kept : brief;
  }

  private static Lifetime lifetime(
      String idleName, Duration idle, String longestName, Duration longest) {
    if (longest.compareTo(idle) < 0) {
      throw new IllegalArgumentException(
          Config.PID + ": " + longestName + " must not be less than " + idleName);
    }
    return new Lifetime(idle, longest);
  }

  private static int atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          Config.PID + ": " + name + " must be at least 1, is " + value);
    }
    return value;
  }
}
