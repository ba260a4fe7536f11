package org.daybook.api.error;

/** The value was changed by somebody else since the caller read it. Nothing was changed now. */
public final class StaleVersionException extends DaybookException {
  private static final long serialVersionUID = 1L;

  public StaleVersionException(String kind, String id) {
    super(
        Category.STALE,
        "The " + kind + " " + id + " was changed meanwhile. Read it again and repeat.");
  }
}
