package org.daybook.core.intake;

import java.time.Duration;

/** Reads time limits from the configuration. */
final class Limits {
  private Limits() {}

  static Duration seconds(String key, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          key + " in org.daybook.intake must be at least 1, is " + value);
    }
    return Duration.ofSeconds(value);
  }
}
