package org.daybook.testkit;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds every text in records that hold records. */
final class Texts {
  private Texts() {}

  /**
   * All texts in a value, in order.
   *
   * @throws AssertionError for a null
   */
  static List<String> in(Object value) {
    List<String> texts = new ArrayList<>();
    collect(value, "value", texts);
    return texts;
  }

  private static void collect(Object value, String where, List<String> texts) {
    if (value == null) {
      throw new AssertionError("null in " + where);
    }
    if (value instanceof String text) {
      texts.add(text);
    } else if (value instanceof Collection<?> many) {
      many.forEach(each -> collect(each, where, texts));
    } else if (value instanceof Optional<?> perhaps) {
      perhaps.ifPresent(each -> collect(each, where, texts));
    } else if (value instanceof Record) {
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        collect(
            valueOf(component, value),
            value.getClass().getSimpleName() + "." + component.getName(),
            texts);
      }
    }
  }

  private static Object valueOf(RecordComponent component, Object value) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("cannot read " + component, e);
    }
  }
}
