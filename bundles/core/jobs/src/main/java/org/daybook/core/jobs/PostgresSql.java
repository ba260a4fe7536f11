package org.daybook.core.jobs;

import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** Keeps moments on PostgreSQL the same way as on every other database. */
final class PostgresSql extends PostgreSqlJdbcCustomization {
  PostgresSql() {
    super(false, true);
  }

  @Override
  public void setInstant(PreparedStatement statement, int index, Instant value)
      throws SQLException {
    Utc.set(statement, index, value);
  }

  @Override
  public Instant getInstant(ResultSet row, String column) throws SQLException {
    return Utc.get(row, column);
  }
}
