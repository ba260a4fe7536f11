package org.daybook.api.error;

/** The actor may not do this. */
public final class ForbiddenException extends DaybookException {
  private static final long serialVersionUID = 1L;

  public ForbiddenException(String message) {
    super(Category.FORBIDDEN, message);
  }
}
