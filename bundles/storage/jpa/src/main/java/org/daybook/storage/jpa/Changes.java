package org.daybook.storage.jpa;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.persistence.Column;
import org.daybook.storage.jpa.row.Concealed;
import org.daybook.storage.jpa.row.Row;
import org.daybook.storage.jpa.row.Shadow;

/** What differs between two states of a row, as the audit trail says it. */
final class Changes {
  /** What {@link #between} answers if nothing differs. */
  static final String NONE = "{}";

  private static final String CONCEALED = "\"…\"";

  private static final ClassValue<List<Told>> FIELDS =
      new ClassValue<>() {
        @Override
        protected List<Told> computeValue(Class<?> rowType) {
          return Arrays.stream(rowType.getDeclaredFields())
              .filter(field -> field.isAnnotationPresent(Column.class))
              .filter(field -> !field.isAnnotationPresent(Shadow.class))
              .filter(Field::trySetAccessible)
              .map(Told::of)
              .toList();
        }
      };

  private Changes() {}

  /** Everything that an audit entry could tell of a row. */
  static Object[] state(Row<?> row) {
    return FIELDS.get(row.getClass()).stream().map(field -> field.of(row)).toArray();
  }

  /** All that a new row holds: {@code {"title":[null,"Replace the fan"]}}. */
  static String of(Row<?> added) {
    return between(new Object[FIELDS.get(added.getClass()).size()], added);
  }

  /** A JSON object of {@code "field": [before, after]}. */
  static String between(Object[] before, Row<?> changed) {
    List<Told> fields = FIELDS.get(changed.getClass());
    StringBuilder json = new StringBuilder(512).append('{');
    for (int i = 0; i < before.length; i++) {
      Told field = fields.get(i);
      Object after = field.of(changed);
      if (!Objects.equals(before[i], after)) {
        json.append(json.length() == 1 ? "" : ",").append(field.name()).append(":[");
        field.tell(before[i], json);
        json.append(',');
        field.tell(after, json);
        json.append(']');
      }
    }
    return json.append('}').toString();
  }

  /**
   * A field that audit entries tell of.
   *
   * @param name in quotes
   * @param concealed whether its values are nobody's business
   */
  private record Told(Field field, String name, boolean concealed) {
    static Told of(Field field) {
      return new Told(
          field, '"' + field.getName() + '"', field.isAnnotationPresent(Concealed.class));
    }

    Object of(Row<?> row) {
      try {
        return field.get(row);
      } catch (IllegalAccessException e) {
        throw new IllegalStateException("cannot read " + field, e);
      }
    }

    void tell(Object value, StringBuilder json) {
      if (value != null && concealed) {
        json.append(CONCEALED);
      } else if (value == null || value instanceof Number || value instanceof Boolean) {
        json.append(value);
      } else {
        quote(value.toString(), json);
      }
    }
  }

  private static void quote(String text, StringBuilder json) {
    json.append('"');
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
    json.append('"');
  }
}
