package org.daybook.web.pages.board.setup;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.daybook.api.error.FieldError;
import org.daybook.api.error.InvalidInputException;
import org.daybook.web.pages.board.form.Moments;
import org.daybook.web.pages.http.Form;

/**
 * Turns what was typed into what the services take, and collects what cannot be understood. The
 * services check the rest.
 */
final class Typed {
  private static final DateTimeFormatter DOTTED =
      DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT);

  private final Form form;
  private final List<FieldError> errors = new ArrayList<>();

  Typed(Form form) {
    this.form = form;
  }

  String text(String name) {
    return form.get(name);
  }

  Optional<String> optional(String name) {
    return form.said(name);
  }

  boolean box(String name) {
    return form.get(name).equals("on");
  }

  /** Which boxes of a group are ticked. */
  List<String> boxes(String name) {
    return form.after(name + "-").stream().filter(option -> box(name + "-" + option)).toList();
  }

  /** What was chosen; the first constant if it is none, which is told. */
  <E extends Enum<E>> E choice(String name, Class<E> type) {
    E[] constants = type.getEnumConstants();
    return Arrays.stream(constants)
        .filter(constant -> constant.name().equals(form.get(name)))
        .findFirst()
        .orElseGet(
            () -> {
              wrong(name, "is required: choose one");
              return constants[0];
            });
  }

  Locale language(String name) {
    return Locale.forLanguageTag(form.get(name));
  }

  ZoneId zone(String name) {
    return parsed(name, ZoneId::of, "must be a time zone").orElse(ZoneId.of("UTC"));
  }

  Optional<Integer> number(String name) {
    return parsed(name, Integer::valueOf, "must be a whole number");
  }

  /** The version of the thing that was seen. */
  long version() {
    return parsed("version", Long::valueOf, "must be a version").orElse(0L);
  }

  Optional<LocalTime> time(String name) {
    return parsed(name, LocalTime::parse, "must be a time such as 09:30");
  }

  LocalDate date(String name) {
    Optional<LocalDate> date = parsed(name, Typed::day, "must be a day such as 2026-11-30");
    if (date.isEmpty() && optional(name).isEmpty()) {
      wrong(name, "is required");
    }
    return date.orElse(LocalDate.EPOCH);
  }

  /** Days, one a line. */
  List<LocalDate> dates(String name) {
    return parsed(
            name,
            text ->
                text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .map(Typed::day)
                    .toList(),
            "must be days such as 2026-11-30, one a line")
        .orElse(List.of());
  }

  /** A day and a time on the wall. */
  Optional<Instant> moment(String name, ZoneId zone) {
    return parsed(
        name,
        text -> Moments.parse(text, zone).orElseThrow(() -> new DateTimeException(text)),
        "must be a day and a time such as 2026-11-30 09:00");
  }

  void throwIfAny() {
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
  }

  private <T> Optional<T> parsed(String name, Function<String, T> parse, String message) {
    try {
      return optional(name).map(parse);
    } catch (DateTimeException | NumberFormatException e) {
      wrong(name, message);
      return Optional.empty();
    }
  }

  /** As ISO 8601 has it, or as people write it: {@code 31.12.2026}. */
  private static LocalDate day(String text) {
    return text.contains(".") ? LocalDate.parse(text, DOTTED) : LocalDate.parse(text);
  }

  void wrong(String name, String message) {
    errors.add(new FieldError(name, message));
  }
}
