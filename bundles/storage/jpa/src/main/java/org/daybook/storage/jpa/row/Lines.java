package org.daybook.storage.jpa.row;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Several texts in one column, one a line, or with tabs between them. */
final class Lines {
  private Lines() {}

  static String joined(Collection<String> texts) {
    return joined(texts, "\n");
  }

  static List<String> split(String column) {
    return split(column, "\n");
  }

  static String joined(Collection<String> texts, String by) {
    return texts.stream().map(text -> escaped(text) + by).collect(Collectors.joining());
  }

  /** Each text ends with what they are joined by, so that none and a blank one differ. */
  static List<String> split(String column, String by) {
    if (column.isEmpty()) {
      return List.of();
    }
    String inner = column.substring(0, column.length() - by.length());
    return Stream.of(inner.split(by, -1)).map(Lines::plain).toList();
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t");
  }

  private static String plain(String escaped) {
    if (escaped.indexOf('\\') < 0) {
      return escaped;
    }
    StringBuilder text = new StringBuilder(escaped.length());
    for (int i = 0; i < escaped.length(); i++) {
      char each = escaped.charAt(i);
      if (each == '\\') {
        i++;
        each =
            switch (escaped.charAt(i)) {
              case 'n' -> '\n';
              case 't' -> '\t';
              default -> '\\';
            };
      }
      text.append(each);
    }
    return text.toString();
  }
}
