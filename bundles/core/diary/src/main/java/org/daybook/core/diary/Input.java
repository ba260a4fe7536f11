package org.daybook.core.diary;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.daybook.api.error.FieldError;
import org.daybook.api.error.InvalidInputException;

/** Collects what is wrong with an input, so that the sender hears of all of it at once. */
final class Input {

  static final int MAX_TEXT = 10_000;
  static final int MAX_TITLE = 300;
  private static final int MAX_MINUTES = 1440;

  // As signals have it: what could come in must be what can be changed to.
  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private final List<FieldError> errors = new ArrayList<>();

  Input required(String field, String text, int maxLength) {
    return text == null || text.isBlank()
        ? wrong(field, "is required")
        : optional(field, text, maxLength);
  }

  Input optional(String field, String text, int maxLength) {
    return text != null && text.length() > maxLength
        ? wrong(field, "must have at most " + maxLength + " characters, has " + text.length())
        : this;
  }

  Input minutes(String field, Optional<Integer> minutes) {
    return minutes.filter(m -> m < 1 || m > MAX_MINUTES).isPresent()
        ? wrong(field, "must be 1 to " + MAX_MINUTES)
        : this;
  }

  Input moment(String field, Optional<Instant> moment) {
    return moment.filter(at -> at.isBefore(EARLIEST) || at.isAfter(LATEST)).isPresent()
        ? wrong(field, "must be between the years 1970 and 9999")
        : this;
  }

  Input wrong(String field, String message) {
    errors.add(new FieldError(field, message));
    return this;
  }

  void throwIfWrong() {
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
  }
}
