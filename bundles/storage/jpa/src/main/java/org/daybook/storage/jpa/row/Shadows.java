package org.daybook.storage.jpa.row;

import java.util.Locale;

/** Computes shadow columns the same way in rows and in queries. */
public final class Shadows {
  private Shadows() {}

  /** By Unicode's rules on every database; neither Derby's nor PostgreSQL's LOWER promises that. */
  public static String lowerCase(String text) {
    return text == null ? null : text.toLowerCase(Locale.ROOT);
  }
}
