package org.daybook.core.visits;

import java.util.Comparator;
import java.util.Locale;
import org.daybook.api.directory.Asset;
import org.daybook.api.task.Task;

/**
 * In which order tasks and equipment stand. Equipment: by kind, then by name as people count, 2
 * before 10.
 */
final class Order {

  static final Comparator<Asset> OF_ASSETS =
      Comparator.comparing(Asset::kind)
          .thenComparing(Asset::name, Order::naturally)
          .thenComparing(Asset::id);

  /** The most urgent first, and of those the oldest. */
  static final Comparator<Task> OF_TASKS =
      Comparator.comparing(Task::priority)
          .reversed()
          .thenComparing(Task::createdAt)
          .thenComparing(Task::id);

  private Order() {}

  static int naturally(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int i = 0;
    int j = 0;
    while (i < a.length() && j < b.length()) {
      int endOfA = endOfNumber(a, i);
      int endOfB = endOfNumber(b, j);
      int order;
      if (endOfA > i && endOfB > j) {
        order = compareNumbers(a.substring(i, endOfA), b.substring(j, endOfB));
        i = endOfA;
        j = endOfB;
      } else {
        order = Character.compare(a.charAt(i++), b.charAt(j++));
      }
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.length() - i, b.length() - j);
  }

  private static int endOfNumber(String text, int from) {
    int end = from;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Of any length, so not by parsing. */
  private static int compareNumbers(String one, String other) {
    String a = one.replaceFirst("^0+", "");
    String b = other.replaceFirst("^0+", "");
    return a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
  }
}
