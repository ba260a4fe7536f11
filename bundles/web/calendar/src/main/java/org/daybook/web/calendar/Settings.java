package org.daybook.web.calendar;

import java.time.Duration;
import java.util.Locale;

/** The settings, checked. */
record Settings(
    Locale language,
    Duration visit,
    Duration past,
    Duration refresh,
    int readsPerMinute,
    int strangersPerMinute,
    int retryAfterSeconds) {
  static final String PID = "org.daybook.web.calendar";

  /**
   * @throws IllegalArgumentException with a sentence for the operator
   */
  static Settings of(Config config) {
    String language = config.language().strip();
    if (!language.equals("ru") && !language.equals("en")) {
      throw new IllegalArgumentException(PID + ": language must be ru or en, is " + language);
    }
    return new Settings(
        Locale.forLanguageTag(language),
        Duration.ofMinutes(within("visitMinutes", config.visitMinutes(), 24 * 60)),
        Duration.ofDays(within("pastDays", config.pastDays(), 3660)),
        Duration.ofMinutes(within("refreshMinutes", config.refreshMinutes(), 7 * 24 * 60)),
        within("readsPerMinute", config.readsPerMinute(), 1_000_000),
        within("strangersPerMinute", config.strangersPerMinute(), 1_000_000),
        within("retryAfterSeconds", config.retryAfterSeconds(), 3600));
  }

  private static int within(String key, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(
          PID + ": " + key + " must be 1 to " + most + ", is " + value);
    }
    return value;
  }
}
