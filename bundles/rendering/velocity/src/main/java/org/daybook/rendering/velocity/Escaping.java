package org.daybook.rendering.velocity;

import org.apache.velocity.app.event.ReferenceInsertionEventHandler;
import org.apache.velocity.context.Context;

/**
 * Escapes whatever a template inserts, so that no template can forget it. A template must not build
 * strings of references ({@code #set($y = "$x")}): what is inserted into a string is escaped, and
 * escaped again with the string.
 */
final class Escaping implements ReferenceInsertionEventHandler {
  @Override
  public Object referenceInsert(Context context, String reference, Object value) {
    return value == null || value instanceof SafeHtml ? value : escape(value.toString());
  }

  /** A text with its line breaks. */
  static SafeHtml lines(String text) {
    return new SafeHtml(escape(text.strip()).replace("\n", "<br/>"));
  }

  static String escape(String text) {
    String clean = PlainText.clean(text);
    StringBuilder escaped = new StringBuilder(clean.length() + 16);
    for (int i = 0; i < clean.length(); i++) {
      char c = clean.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
