package org.daybook.web.pages.board.setup;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What most clients agree on: one day of the week, each week or once a month. As a rule (RRULE of
 * RFC 5545) it is {@code FREQ=WEEKLY;BYDAY=TU} or {@code FREQ=MONTHLY;BYDAY=1MO}.
 *
 * @param which {@link #WEEKLY}, or which one of the month, where -1 is the last
 */
record DayRule(String which, DayOfWeek day) {
  static final String WEEKLY = "0";

  /** All that {@code which} can be. */
  static final List<String> ALL = List.of(WEEKLY, "1", "2", "3", "4", "-1");

  private static final Pattern RULE =
      Pattern.compile("FREQ=(?:WEEKLY;BYDAY=|MONTHLY;BYDAY=([1-4]|-1))(MO|TU|WE|TH|FR|SA|SU)");

  /** What a rule says, if it is such a one. */
  static Optional<DayRule> in(String rule) {
    Matcher matcher = RULE.matcher(rule);
    return matcher.matches()
        ? Optional.of(
            new DayRule(
                Optional.ofNullable(matcher.group(1)).orElse(WEEKLY), day(matcher.group(2))))
        : Optional.empty();
  }

  String rule() {
    return (which.equals(WEEKLY) ? "FREQ=WEEKLY;BYDAY=" : "FREQ=MONTHLY;BYDAY=" + which)
        + shortened(day);
  }

  private static DayOfWeek day(String shortened) {
    return List.of(DayOfWeek.values()).stream()
        .filter(day -> shortened(day).equals(shortened))
        .findFirst()
        .orElseThrow();
  }

  private static String shortened(DayOfWeek day) {
    return day.name().substring(0, 2);
  }
}
