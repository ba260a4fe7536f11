package org.daybook.core.visits;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.daybook.api.error.FieldError;
import org.daybook.api.error.InvalidInputException;

/** Collects what is wrong with an input, so that the sender hears of all of it at once. */
final class Input {

  static final int MAX_TEXT = 10_000;

  private final List<FieldError> errors = new ArrayList<>();

  Input required(String field, Optional<String> text) {
    return required(field, text, MAX_TEXT);
  }

  Input required(String field, Optional<String> text, int maxLength) {
    if (text.filter(t -> !t.isBlank()).isEmpty()) {
      return wrong(field, "is required");
    }
    int length = text.get().length();
    return length > maxLength
        ? wrong(field, "must have at most " + maxLength + " characters, has " + length)
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
