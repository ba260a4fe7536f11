package org.daybook.core.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.daybook.api.error.FieldError;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.source.SignalKind;
import org.daybook.api.source.TaskSignal;

/** What every signal has to keep to, whoever sends it. */
final class SignalRules {
  static final int MAX_NAME = 200;
  static final int MAX_TITLE = 300;
  static final int MAX_DESCRIPTION = 10_000;

  /** Whoever sends more of them than this has to read the rules, and not a longer answer. */
  static final int MAX_ERRORS = 100;

  /** Moments outside of these are slips of a clock or of a pen, and no database keeps them all. */
  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  /** What no UTF-8 has, or PostgreSQL cannot store: one such title would spoil a whole report. */
  private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]");

  private final String prefix;
  private final List<FieldError> errors;

  private SignalRules(String prefix, List<FieldError> errors) {
    this.prefix = prefix;
    this.errors = errors;
  }

  /**
   * Refuses signals that break a rule, all of them at once, and names the first errors.
   *
   * @param prefix of the fields of the signal with that index
   */
  static void check(List<TaskSignal> signals, IntFunction<String> prefix) {
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < signals.size() && errors.size() < MAX_ERRORS; i++) {
      new SignalRules(prefix.apply(i), errors).check(signals.get(i));
    }
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
  }

  private void check(TaskSignal signal) {
    required("externalId", signal.externalId(), MAX_NAME);
    text("occurrence", signal.occurrence(), MAX_NAME);
    text("client", signal.client(), MAX_NAME);
    text("asset", signal.asset(), MAX_NAME);
    if (signal.kind() == SignalKind.CLEARED) {
      text("title", signal.title(), MAX_TITLE);
    } else {
      required("title", signal.title(), MAX_TITLE);
    }
    text("description", signal.description(), MAX_DESCRIPTION);
    moment("dueAt", signal.dueAt());
    moment("occurredAt", signal.occurredAt());
  }

  private void required(String field, String value, int max) {
    if (value.isBlank()) {
      wrong(field, "is missing");
    } else {
      text(field, value, max);
    }
  }

  private void text(String field, String value, int max) {
    if (value.length() > max) {
      wrong(field, "must have at most " + max + " characters, has " + value.length());
    } else if (UNSTORABLE.matcher(value).find()) {
      wrong(field, "must not contain the character U+0000 or half a surrogate pair");
    }
  }

  private void moment(String field, Optional<Instant> value) {
    if (value.filter(at -> at.isBefore(EARLIEST) || at.isAfter(LATEST)).isPresent()) {
      wrong(field, "must be between the years 1970 and 9999");
    }
  }

  private void wrong(String field, String message) {
    if (errors.size() < MAX_ERRORS) {
      errors.add(new FieldError(prefix + field, message));
    }
  }
}
