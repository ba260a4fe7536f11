package org.daybook.api.error;

/** There is no such thing. */
public final class NotFoundException extends DaybookException {
  private static final long serialVersionUID = 1L;

  /**
   * @param kind what was looked for, in one lower-case word: {@code task}
   * @param id the id or code that was given
   */
  public NotFoundException(String kind, String id) {
    super(Category.NOT_FOUND, "There is no " + kind + " " + id + ".");
  }
}
