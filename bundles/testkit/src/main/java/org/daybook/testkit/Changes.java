package org.daybook.testkit;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;

/** What differs between two values, as an audit entry says it. */
final class Changes {
  private static final Set<String> NOT_TOLD = Set.of("id", "version");
  private static final Set<String> SECRET = Set.of("passwordHash", "hash", "frozen");

  private Changes() {}

  /** A JSON object of {@code field: [before, after]}; everything set if there was no value. */
  static String between(Object before, Object after) {
    Map<String, Object> old = before == null ? Map.of() : fields(before);
    StringJoiner json = new StringJoiner(",", "{", "}");
    fields(after)
        .forEach(
            (name, value) -> {
              if (!Objects.equals(old.get(name), value)) {
                String secret = SECRET.contains(name) ? "…" : null;
                json.add(
                    quoted(name)
                        + ":["
                        + (old.get(name) == null || secret == null
                            ? json(old.get(name))
                            : quoted(secret))
                        + ","
                        + (secret == null ? json(value) : quoted(secret))
                        + "]");
              }
            });
    return json.toString();
  }

  private static Map<String, Object> fields(Object value) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (Field field : value.getClass().getDeclaredFields()) {
      int modifiers = field.getModifiers();
      if (Modifier.isStatic(modifiers)
          || Modifier.isTransient(modifiers)
          || NOT_TOLD.contains(field.getName())) {
        continue;
      }
      try {
        field.setAccessible(true);
        fields.put(field.getName(), field.get(value));
      } catch (IllegalAccessException e) {
        throw new IllegalStateException("cannot read " + field, e);
      }
    }
    return fields;
  }

  private static String json(Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof Number || value instanceof Boolean) {
      return value.toString();
    }
    if (value instanceof Collection<?> many) {
      StringJoiner array = new StringJoiner(",", "[", "]");
      many.forEach(each -> array.add(json(each)));
      return array.toString();
    }
    return quoted(value.toString());
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (each == '"' || each == '\\') {
        json.append('\\').append(each);
      } else if (each < ' ') {
        json.append("\\u%04x".formatted((int) each));
      } else {
        json.append(each);
      }
    }
    return json.append('"').toString();
  }
}
