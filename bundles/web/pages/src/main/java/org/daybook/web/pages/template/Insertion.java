package org.daybook.web.pages.template;

import org.apache.velocity.app.event.ReferenceInsertionEventHandler;
import org.apache.velocity.context.Context;

/**
 * Escapes whatever a template inserts, so that no template can forget it. A template must not build
 * strings of references ({@code #set($y = "$x")}): what is inserted into a string is escaped, and
 * escaped again with the string.
 */
final class Insertion implements ReferenceInsertionEventHandler {
  @Override
  public Object referenceInsert(Context context, String reference, Object value) {
    return value == null || value instanceof SafeHtml ? value : escape(value.toString());
  }

  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(isText(c) ? c : '\uFFFD');
      }
    }
    return escaped.toString();
  }

  /** HTML has no way to write a control character. */
  private static boolean isText(char c) {
    return c >= ' ' && c != 0x7F || c == '\n' || c == '\t' || c == '\r';
  }
}
