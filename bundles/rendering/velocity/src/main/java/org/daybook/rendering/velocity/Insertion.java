package org.daybook.rendering.velocity;

import java.util.function.UnaryOperator;
import org.apache.velocity.app.event.ReferenceInsertionEventHandler;
import org.apache.velocity.context.Context;

/**
 * Escapes whatever a template inserts, so that no template can forget it. A template must not build
 * strings of references ({@code #set($y = "$x")}): what is inserted into a string is escaped, and
 * escaped again with the string.
 */
final class Insertion implements ReferenceInsertionEventHandler {
  private final UnaryOperator<String> escape;

  Insertion(UnaryOperator<String> escape) {
    this.escape = escape;
  }

  @Override
  public Object referenceInsert(Context context, String reference, Object value) {
    return value == null || value instanceof SafeHtml ? value : escape.apply(value.toString());
  }
}
