package org.daybook.core.jobs;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;

/**
 * Moments as UTC in columns with and without a zone. A new calendar each time: drivers write into
 * the one they are given, and two threads must not share it.
 */
final class Utc {
  private Utc() {}

  static void set(PreparedStatement statement, int index, Instant value) throws SQLException {
    statement.setTimestamp(index, value == null ? null : Timestamp.from(value), calendar());
  }

  static Instant get(ResultSet row, String column) throws SQLException {
    Timestamp value = row.getTimestamp(column, calendar());
    return value == null ? null : value.toInstant();
  }

  private static Calendar calendar() {
    return new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
  }
}
