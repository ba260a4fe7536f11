package org.daybook.api.error;

import java.util.List;

/** The input breaks a rule. Nothing was changed. */
public final class InvalidInputException extends DaybookException {
  private static final long serialVersionUID = 1L;

  private final List<FieldError> errors;

  public InvalidInputException(List<FieldError> errors) {
    super(Category.INVALID_INPUT, sentence(errors));
    this.errors = List.copyOf(errors);
  }

  public InvalidInputException(String field, String message) {
    this(List.of(new FieldError(field, message)));
  }

  /** At least one; in the order of the fields. */
  public List<FieldError> errors() {
    return errors;
  }

  private static String sentence(List<FieldError> errors) {
    if (errors.isEmpty()) {
      throw new IllegalArgumentException("an invalid input has at least one error");
    }
    StringBuilder text = new StringBuilder();
    for (FieldError error : errors) {
      text.append(text.length() == 0 ? "" : "; ");
      text.append(error.field()).append(": ").append(error.message());
    }
    return text.toString();
  }
}
