package org.daybook.storage.jpa;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import javax.persistence.Column;
import org.daybook.storage.jpa.row.Concealed;
import org.daybook.storage.jpa.row.Row;
import org.daybook.storage.jpa.row.Shadow;

/** What differs between two states of a row, as the audit trail says it. */
final class Changes {
  /** What {@link #between} answers if nothing differs. */
  static final String NONE = "{}";

  private static final String CONCEALED = "\"…\"";

  private static final ClassValue<List<Field>> FIELDS =
      new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> rowType) {
          return Arrays.stream(rowType.getDeclaredFields())
              .filter(field -> field.isAnnotationPresent(Column.class))
              .filter(field -> !field.isAnnotationPresent(Shadow.class))
              .filter(Field::trySetAccessible)
              .toList();
        }
      };

  private Changes() {}

  /** Everything that an audit entry could tell of a row. */
  static Object[] state(Row<?> row) {
    List<Field> fields = FIELDS.get(row.getClass());
    Object[] values = new Object[fields.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = read(fields.get(i), row);
    }
    return values;
  }

  /** All that a new row holds: {@code {"title":[null,"Replace the fan"]}}. */
  static String of(Row<?> added) {
    return between(new Object[FIELDS.get(added.getClass()).size()], added);
  }

  /** A JSON object of {@code "field": [before, after]}. */
  static String between(Object[] before, Row<?> changed) {
    List<Field> fields = FIELDS.get(changed.getClass());
    StringJoiner json = new StringJoiner(",", "{", "}");
    for (int i = 0; i < before.length; i++) {
      Field field = fields.get(i);
      Object after = read(field, changed);
      if (!Objects.equals(before[i], after)) {
        json.add(
            quoted(field.getName())
                + ":["
                + told(field, before[i])
                + ","
                + told(field, after)
                + "]");
      }
    }
    return json.toString();
  }

  private static Object read(Field field, Row<?> row) {
    try {
      return field.get(row);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("cannot read " + field, e);
    }
  }

  private static String told(Field field, Object value) {
    if (value == null) {
      return "null";
    }
    if (field.isAnnotationPresent(Concealed.class)) {
      return CONCEALED;
    }
    return value instanceof Number || value instanceof Boolean
        ? value.toString()
        : quoted(value.toString());
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (each == '"' || each == '\\') {
        json.append('\\').append(each);
      } else if (each == '\n') {
        json.append("\\n");
      } else if (each < ' ') {
        json.append("\\u%04x".formatted((int) each));
      } else {
        json.append(each);
      }
    }
    return json.append('"').toString();
  }
}
