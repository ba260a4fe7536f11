package org.daybook.core.planning;

import java.util.ArrayList;
import java.util.List;
import org.daybook.api.error.FieldError;
import org.daybook.api.error.InvalidInputException;

/** Collects what is wrong with an input, so that the sender hears of all of it at once. */
final class Input {
  private final List<FieldError> errors = new ArrayList<>();

  Input require(boolean kept, String field, String message) {
    if (!kept) {
      errors.add(new FieldError(field, message));
    }
    return this;
  }

  /** A text that has to be there. */
  Input text(String field, String text, int longest) {
    return require(!text.isBlank(), field, "is required")
        .require(text.length() <= longest, field, "must have at most " + longest + " characters");
  }

  void throwIfWrong() {
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
  }
}
