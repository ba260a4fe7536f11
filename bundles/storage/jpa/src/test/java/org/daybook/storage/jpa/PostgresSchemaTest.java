package org.daybook.storage.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.ClassRule;
import org.junit.Test;

/** The schema on PostgreSQL. */
public class PostgresSchemaTest extends SchemaContract {
  @ClassRule public static final DatabaseUnderTest DATABASE = DatabaseUnderTest.postgres();

  @Override
  DatabaseUnderTest database() {
    return DATABASE;
  }

  @Test
  public void idsSortByteByByte() throws SQLException {
    assertThat(columns("column_name = 'id' AND character_maximum_length = 64", "collation_name"))
        .isEqualTo("C");
  }

  @Test
  public void usesItsOwnTypes() throws SQLException {
    assertThat(columns("column_name = 'snapshot'", "data_type")).isEqualTo("text");
    assertThat(columns("column_name = 'task_data'", "data_type")).isEqualTo("bytea");
    assertThat(columns("column_name = 'execution_time'", "data_type"))
        .isEqualTo("timestamp with time zone");
  }

  /** What all columns that fit the condition have in common; fails if they differ. */
  private static String columns(String condition, String what) throws SQLException {
    try (Connection connection = DATABASE.pool().getConnection();
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "SELECT DISTINCT "
                    + what
                    + " FROM information_schema.columns WHERE table_schema = 'public' AND "
                    + condition)) {
      assertThat(found.next()).isTrue();
      String common = found.getString(1);
      assertThat(found.next()).isFalse();
      return common;
    }
  }
}
