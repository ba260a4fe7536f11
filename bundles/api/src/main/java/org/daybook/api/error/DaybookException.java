package org.daybook.api.error;

/**
 * An expected failure, with a {@link Category} that tells what to do. The message is one sentence
 * for a person and holds no secret.
 */
public abstract class DaybookException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Category category;

  protected DaybookException(Category category, String message) {
    super(message);
    this.category = category;
  }

  protected DaybookException(Category category, String message, Throwable cause) {
    super(message, cause);
    this.category = category;
  }

  public final Category category() {
    return category;
  }
}
