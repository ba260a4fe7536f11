package org.daybook.web.pages.template;

/** Markup that is inserted as it stands; everything else that a template inserts is escaped. */
public final class SafeHtml {
  private final String markup;

  private SafeHtml(String markup) {
    this.markup = markup;
  }

  /** What a renderer made, which escapes every text in it. */
  public static SafeHtml rendered(String markup) {
    return new SafeHtml(markup);
  }

  @Override
  public String toString() {
    return markup;
  }
}
