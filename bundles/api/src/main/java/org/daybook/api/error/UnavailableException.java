package org.daybook.api.error;

/** A part that is needed is missing or does not answer; the same request may succeed later. */
public final class UnavailableException extends DaybookException {
  private static final long serialVersionUID = 1L;

  public UnavailableException(String message) {
    super(Category.UNAVAILABLE, message);
  }

  public UnavailableException(String message, Throwable cause) {
    super(Category.UNAVAILABLE, message, cause);
  }
}
