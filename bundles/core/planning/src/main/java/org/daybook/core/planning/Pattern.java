package org.daybook.core.planning;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.Recur;

/**
 * Which days of a month visits fall on: an RRULE of RFC 5545, weekly or monthly. A rule has no
 * start here, so intervals are counted from January 2024, whose first day is a Monday; and what
 * would need a start, as COUNT does, or makes no sense for days of a month, is refused. So a rule
 * looks at one month and never runs through centuries.
 */
final class Pattern {
  private static final LocalDate START = LocalDate.of(2024, 1, 1);
  private static final Set<String> PARTS =
      Set.of("FREQ", "INTERVAL", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST");
  private static final int LONGEST = 200;
  private static final int LAST_YEAR = 2199;
  private static final int MOST_BETWEEN = 12;

  private final Recur<LocalDate> rule;
  private final boolean weekly;
  private final int interval;
  private final Optional<LocalDate> until;

  private Pattern(Recur<LocalDate> rule, boolean weekly, int interval, Optional<LocalDate> until) {
    this.rule = rule;
    this.weekly = weekly;
    this.interval = interval;
    this.until = until;
  }

  /**
   * @throws IllegalArgumentException with what is wrong, to follow the name of the field
   */
  static Pattern parse(String text) {
    Map<String, String> parts = parts(text);
    String frequency = parts.getOrDefault("FREQ", "");
    if (!frequency.equals("WEEKLY") && !frequency.equals("MONTHLY")) {
      throw new IllegalArgumentException("must have FREQ=WEEKLY or FREQ=MONTHLY");
    }
    if (!parts.containsKey("BYDAY") && !parts.containsKey("BYMONTHDAY")) {
      throw new IllegalArgumentException(
          "must name days, as in FREQ=MONTHLY;BYDAY=1MO or FREQ=MONTHLY;BYMONTHDAY=15");
    }
    boolean weekly = frequency.equals("WEEKLY");
    if (weekly && (parts.containsKey("BYMONTHDAY") || parts.get("BYDAY").matches(".*\\d.*"))) {
      throw new IllegalArgumentException(
          "must name plain days of the week with FREQ=WEEKLY, as in FREQ=WEEKLY;BYDAY=TU");
    }
    int interval = interval(parts.get("INTERVAL"));
    Optional<LocalDate> until = Optional.ofNullable(parts.get("UNTIL")).map(Pattern::until);
    Pattern pattern = new Pattern(rule(parts), weekly, interval, until);
    pattern.tryOut();
    return pattern;
  }

  /** The days of a month, rising. */
  List<LocalDate> daysOf(YearMonth month) {
    LocalDate first = month.atDay(1);
    LocalDate last = month.atEndOfMonth();
    return rule.getDates(startBefore(first), first, last.plusDays(1)).stream()
        .filter(day -> !day.isBefore(first) && !day.isAfter(last))
        .filter(day -> until.filter(day::isAfter).isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  /** The last start of a period of the rule that is not after the month's first day. */
  private LocalDate startBefore(LocalDate first) {
    if (weekly) {
      long weeks = ChronoUnit.WEEKS.between(START, first.with(DayOfWeek.MONDAY));
      return START.plusWeeks(Math.floorDiv(weeks, interval) * interval);
    }
    long months = ChronoUnit.MONTHS.between(START, first);
    return START.plusMonths(Math.floorDiv(months, interval) * interval);
  }

  /** A rule that never falls on any day, as the 31st of February, is a mistake. */
  private void tryOut() {
    YearMonth month = YearMonth.from(START);
    try {
      for (int i = 0; i < 48; i++) {
        Pattern endless = new Pattern(rule, weekly, interval, Optional.empty());
        if (!endless.daysOf(month.plusMonths(i)).isEmpty()) {
          return;
        }
      }
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException("is no recurrence rule: " + e.getMessage(), e);
    }
    throw new IllegalArgumentException("falls on no day at all");
  }

  private static Map<String, String> parts(String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("must have at most " + LONGEST + " characters");
    }
    Map<String, String> parts = new HashMap<>();
    for (String part : text.strip().toUpperCase(Locale.ROOT).split(";", -1)) {
      String[] pair = part.split("=", 2);
      if (pair.length != 2 || pair[1].isBlank()) {
        throw new IllegalArgumentException(
            "is no recurrence rule: must be parts as in FREQ=MONTHLY;BYDAY=1MO");
      }
      if (!PARTS.contains(pair[0])) {
        throw new IllegalArgumentException(
            "must not have %s: allowed are %s"
                .formatted(
                    pair[0].replaceAll("[^A-Z-]", "?"),
                    PARTS.stream().sorted().collect(Collectors.joining(", "))));
      }
      if (parts.put(pair[0], pair[1]) != null) {
        throw new IllegalArgumentException("has " + pair[0] + " twice");
      }
    }
    return parts;
  }

  private static Recur<LocalDate> rule(Map<String, String> parts) {
    List<String> rest = new ArrayList<>();
    rest.add("FREQ=" + parts.get("FREQ"));
    parts.forEach(
        (name, value) -> {
          if (!name.equals("FREQ") && !name.equals("UNTIL")) {
            rest.add(name + "=" + value);
          }
        });
    try {
      return new Recur<>(String.join(";", rest));
    } catch (RuntimeException e) {
      // What the library throws for a malformed part is anything.
      throw new IllegalArgumentException("is no recurrence rule: " + e.getMessage(), e);
    }
  }

  private static int interval(String text) {
    if (text == null) {
      return 1;
    }
    int interval = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    if (interval < 1 || interval > MOST_BETWEEN) {
      throw new IllegalArgumentException("must have an INTERVAL from 1 to " + MOST_BETWEEN);
    }
    return interval;
  }

  private static LocalDate until(String text) {
    try {
      String day = text.matches("\\d{8}T\\d{6}Z?") ? text.substring(0, 8) : text;
      LocalDate until = LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE);
      if (until.getYear() <= LAST_YEAR) {
        return until;
      }
    } catch (DateTimeException e) {
      // said below
    }
    throw new IllegalArgumentException(
        "must have an UNTIL as in UNTIL=20271231, not after " + LAST_YEAR);
  }
}
