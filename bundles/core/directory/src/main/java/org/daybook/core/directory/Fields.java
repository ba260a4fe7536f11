package org.daybook.core.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.daybook.api.error.FieldError;
import org.daybook.api.error.InvalidInputException;

/** Checks fields one after another, and tells of all that are wrong at once. */
final class Fields {
  static final int NAME = 200;
  static final int ADDRESS = 500;
  static final int PHONE = 50;
  static final int DISTRICT = 100;

  private final List<FieldError> errors = new ArrayList<>();

  /** A required text of one line, without space around it. */
  String text(String field, String value, int max) {
    String stripped = value.strip();
    require(
        !stripped.isEmpty() && stripped.length() <= max,
        field,
        "must have 1 to " + max + " characters");
    requireOneLine(field, stripped);
    return stripped;
  }

  /** A text of one line that may be missing; a blank one is. */
  Optional<String> text(String field, Optional<String> value, int max) {
    Optional<String> stripped = value.map(String::strip).filter(text -> !text.isEmpty());
    stripped.ifPresent(
        text -> {
          require(text.length() <= max, field, "must have at most " + max + " characters");
          requireOneLine(field, text);
        });
    return stripped;
  }

  /** An address that mail can be sent to. */
  Optional<String> email(String field, Optional<String> value) {
    Optional<String> stripped = value.map(String::strip).filter(text -> !text.isEmpty());
    stripped.ifPresent(
        text ->
            require(
                EmailAddress.isValid(text), field, "must be an e-mail address like name@host.tld"));
    return stripped;
  }

  /** A rule of a field. */
  void require(boolean kept, String field, String message) {
    if (!kept) {
      errors.add(new FieldError(field, message));
    }
  }

  void throwIfAny() {
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
  }

  /** Names go into mail headers and file names, where a line break is an attack. */
  private void requireOneLine(String field, String text) {
    require(
        text.codePoints().noneMatch(Fields::breaksLine),
        field,
        "must not have control characters or line breaks");
  }

  private static boolean breaksLine(int character) {
    int type = Character.getType(character);
    return type == Character.CONTROL
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE;
  }
}
