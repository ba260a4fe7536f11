package org.daybook.rendering.velocity;

/**
 * Markup that is inserted as it stands. Made of escaped text only, by {@link Show}; everything else
 * that a template inserts is escaped.
 */
public final class SafeHtml {
  private final String markup;

  SafeHtml(String markup) {
    this.markup = markup;
  }

  @Override
  public String toString() {
    return markup;
  }
}
