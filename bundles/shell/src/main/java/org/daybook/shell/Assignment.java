package org.daybook.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.daybook.api.error.InvalidInputException;

/** Options that say something of a thing: {@code --task ID=TEXT}. */
final class Assignment {
  private Assignment() {}

  /**
   * What is said of each id, in the order in which it was said.
   *
   * @param values may be null: none
   * @throws InvalidInputException naming the option
   */
  static Map<String, String> parse(String option, List<String> values) {
    Map<String, String> found = new LinkedHashMap<>();
    for (String value : values == null ? List.<String>of() : values) {
      int equals = value.indexOf('=');
      if (equals < 1 || equals == value.length() - 1) {
        throw new InvalidInputException(option, "must be ID=TEXT, is " + value);
      }
      if (found.put(value.substring(0, equals), value.substring(equals + 1)) != null) {
        throw new InvalidInputException(option, "says two things of " + value.substring(0, equals));
      }
    }
    return found;
  }

  /** The same with whole numbers. */
  static Map<String, Integer> numbers(String option, List<String> values) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    parse(option, values)
        .forEach(
            (id, text) -> {
              if (!text.matches("\\d{1,9}")) {
                throw new InvalidInputException(option, "must be ID=NUMBER, is " + id + "=" + text);
              }
              numbers.put(id, Integer.valueOf(text));
            });
    return numbers;
  }
}
