package org.daybook.web.pages.board.calendar;

import java.time.Duration;
import java.util.Map;
import org.daybook.web.pages.board.Words;

/** Lengths of time as people say them: days once there are two of them, else hours and minutes. */
final class Durations {
  private static final long DAYS = 48;

  private Durations() {}

  static String of(Duration length, Words words) {
    if (length.toHours() >= DAYS) {
      return words.get("duration.days", length.toDays());
    }
    return length.toHours() == 0
        ? words.get("duration.minutes", length.toMinutes())
        : words.fill("duration.hours", Map.of("h", length.toHours(), "m", length.toMinutesPart()));
  }
}
