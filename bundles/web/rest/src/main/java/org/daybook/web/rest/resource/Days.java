package org.daybook.web.rest.resource;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Function;
import org.daybook.web.rest.http.ProblemException;
import org.daybook.web.rest.json.Moments;

/** Understands days, times of day and months; what cannot be understood is 400 with its name. */
final class Days {
  private Days() {}

  static Optional<LocalDate> day(String name, String value) {
    return parsed(name, value, LocalDate::parse, "must be a day such as 2026-12-31")
        .filter(day -> isSensible(name, day.getYear()));
  }

  static LocalDate requiredDay(String name, String value) {
    return day(name, value).orElseThrow(() -> ProblemException.badField(name, "is required"));
  }

  static Optional<LocalTime> time(String name, String value) {
    return parsed(name, value, LocalTime::parse, "must be a time such as 09:30");
  }

  static YearMonth requiredMonth(String name, String value) {
    return month(name, value).orElseThrow(() -> ProblemException.badField(name, "is required"));
  }

  static Optional<YearMonth> month(String name, String value) {
    return parsed(name, value, YearMonth::parse, "must be a month such as 2026-12")
        .filter(month -> isSensible(name, month.getYear()));
  }

  private static boolean isSensible(String name, int year) {
    if (!Moments.isSensible(year)) {
      throw ProblemException.badField(name, "must lie between 1970 and 2199");
    }
    return true;
  }

  private static <T> Optional<T> parsed(
      String name, String value, Function<String, T> parse, String expected) {
    try {
      return Query.text(value).map(parse);
    } catch (DateTimeException e) {
      throw ProblemException.badField(name, expected);
    }
  }
}
