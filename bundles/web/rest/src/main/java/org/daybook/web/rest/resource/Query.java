package org.daybook.web.rest.resource;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.daybook.api.error.InvalidInputException;
import org.daybook.web.rest.http.Problem;
import org.daybook.web.rest.http.ProblemException;
import org.daybook.web.rest.json.Moments;

/** Understands query parameters; one that cannot be understood is 400 with its name. */
final class Query {
  private Query() {}

  /** A text that narrows; a blank one does not. */
  static Optional<String> text(String value) {
    return Optional.ofNullable(value).map(String::trim).filter(text -> !text.isEmpty());
  }

  /**
   * What a service says of parameters that break a rule is 400, as for those that cannot be read.
   */
  static <T> T checked(Supplier<T> call) {
    try {
      return call.get();
    } catch (InvalidInputException e) {
      throw new ProblemException(Problem.of(400, e.getMessage()).withErrors(e.errors()));
    }
  }

  static Optional<Boolean> flag(String name, String value) {
    return text(value)
        .map(
            text ->
                switch (text.toLowerCase(Locale.ROOT)) {
                  case "true" -> true;
                  case "false" -> false;
                  default -> throw ProblemException.badField(name, "must be true or false");
                });
  }

  /** A whole number from 1. */
  static Optional<Integer> positive(String name, String value) {
    Optional<String> text = text(value);
    if (text.isPresent() && !text.get().matches("[1-9]\\d{0,8}")) {
      throw ProblemException.badField(name, "must be a whole number from 1");
    }
    return text.map(Integer::valueOf);
  }

  /** Constants of an enum, given one by one or with commas. */
  static <E extends Enum<E>> Set<E> constants(String name, List<String> values, Class<E> type) {
    Set<E> found = EnumSet.noneOf(type);
    for (String value : values == null ? List.<String>of() : values) {
      for (String part : value.split(",", -1)) {
        if (!part.isBlank()) {
          found.add(constant(name, part.trim(), type));
        }
      }
    }
    return found;
  }

  /** A moment, or a date that stands for its start. */
  static Optional<Instant> from(String name, String value, ZoneId zone) {
    return text(value).map(text -> moment(name, text, zone, 0));
  }

  /** A moment, or a date that stands for its end. */
  static Optional<Instant> until(String name, String value, ZoneId zone) {
    return text(value).map(text -> moment(name, text, zone, 1));
  }

  private static Instant moment(String name, String text, ZoneId zone, int daysLater) {
    // a plus sign that was not escaped arrives as a space
    Optional<Instant> moment = Moments.parse(text.replace(' ', '+'));
    if (moment.isPresent()) {
      return moment.get();
    }
    try {
      LocalDate date = LocalDate.parse(text);
      if (Moments.isSensible(date.getYear())) {
        return date.plusDays(daysLater).atStartOfDay(zone).toInstant();
      }
    } catch (DateTimeException e) {
      // said below
    }
    throw ProblemException.badField(name, Moments.EXPECTED + "; or a date such as 2026-11-23");
  }

  private static <E extends Enum<E>> E constant(String name, String value, Class<E> type) {
    try {
      return Enum.valueOf(type, value);
    } catch (IllegalArgumentException e) {
      throw ProblemException.badField(name, "must be one of " + EnumSet.allOf(type));
    }
  }
}
