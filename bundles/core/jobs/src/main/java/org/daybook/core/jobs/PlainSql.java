package org.daybook.core.jobs;

import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** Teaches db-scheduler standard SQL as Derby understands it. */
final class PlainSql extends DefaultJdbcCustomization {
  PlainSql() {
    super(true);
  }

  @Override
  public String getName() {
    return "standard SQL";
  }

  @Override
  public String getQueryLimitPart(int limit) {
    return " FETCH FIRST " + limit + " ROWS ONLY ";
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
