package org.daybook.api.error;

/** The thing is in a state in which this cannot be done, or a unique value is taken. */
public final class RefusedException extends DaybookException {
  private static final long serialVersionUID = 1L;

  public RefusedException(String message) {
    super(Category.REFUSED, message);
  }
}
