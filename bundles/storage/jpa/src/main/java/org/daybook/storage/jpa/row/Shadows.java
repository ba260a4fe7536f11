package org.daybook.storage.jpa.row;

import java.util.Locale;
import org.daybook.api.task.Task;

/** Computes shadow columns the same way in rows and in queries. */
public final class Shadows {
  private Shadows() {}

  /** By Unicode's rules on every database; neither Derby's nor PostgreSQL's LOWER promises that. */
  public static String lowerCase(String text) {
    return text == null ? null : text.toLowerCase(Locale.ROOT);
  }

  /** Sorts tasks by when they are due, and behind them those that are not. */
  public static long dueOrder(Task task) {
    Long stored = new InstantConverter().convertToDatabaseColumn(task.dueAt().orElse(null));
    return stored == null ? Long.MAX_VALUE : stored;
  }

  /** Sorts tasks by priority, from the lowest. */
  public static int priorityOrder(Task task) {
    return task.priority().ordinal();
  }
}
