package org.daybook.itests.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * The rows that signals left in a database, of whatever table, to be inserted into another one
 * through bare JDBC: the statements are prepared once, and each signal is a transaction.
 */
final class WrittenRows implements Way {
  private final DataSource target;
  private final List<TableRows> tables;

  private WrittenRows(DataSource target, List<TableRows> tables) {
    this.target = target;
    this.tables = tables;
  }

  /** How many rows each table has. */
  static Map<String, Integer> counts(DataSource database) throws SQLException {
    Map<String, Integer> counts = new TreeMap<>();
    try (Connection connection = database.getConnection();
        ResultSet tables =
            connection
                .getMetaData()
                .getTables(null, connection.getSchema(), "%", new String[] {"TABLE"})) {
      while (tables.next()) {
        String table = tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
        counts.put(table, Integer.parseInt(answer(connection, "SELECT COUNT(*) FROM " + table)));
      }
    }
    return counts;
  }

  /** The rows that each of {@code signals} signals left since then, by table. */
  static Map<String, Integer> grown(DataSource database, Map<String, Integer> since, int signals)
      throws SQLException {
    Map<String, Integer> grown = new TreeMap<>();
    for (Map.Entry<String, Integer> table : counts(database).entrySet()) {
      int more = table.getValue() - since.get(table.getKey());
      if (more % signals != 0) {
        throw new IllegalStateException(
            more + " rows in " + table.getKey() + " for " + signals + " signals");
      }
      if (more > 0) {
        grown.put(table.getKey(), more / signals);
      }
    }
    return grown;
  }

  /** The last id of each table; ids rise with time. */
  static Map<String, String> lastIds(DataSource database, Set<String> tables) throws SQLException {
    Map<String, String> last = new TreeMap<>();
    try (Connection connection = database.getConnection()) {
      for (String table : tables) {
        last.put(table, answer(connection, "SELECT MAX(id) FROM " + table));
      }
    }
    return last;
  }

  /**
   * Reads the rows that came after others.
   *
   * @param after the last ids of the others, by table
   */
  static WrittenRows read(
      DataSource source,
      DataSource target,
      Map<String, String> after,
      Map<String, Integer> perSignal)
      throws SQLException {
    List<TableRows> tables = new ArrayList<>();
    try (Connection connection = source.getConnection()) {
      for (Map.Entry<String, String> table : after.entrySet()) {
        tables.add(
            rows(connection, table.getKey(), table.getValue(), perSignal.get(table.getKey())));
      }
    }
    return new WrittenRows(target, tables);
  }

  private static TableRows rows(Connection connection, String table, String after, int perSignal)
      throws SQLException {
    String sql = "SELECT * FROM " + table + " WHERE id > ? ORDER BY id";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, after);
      try (ResultSet found = statement.executeQuery()) {
        return rows(found, table, perSignal);
      }
    }
  }

  private static TableRows rows(ResultSet found, String table, int perSignal) throws SQLException {
    ResultSetMetaData columns = found.getMetaData();
    List<String> names = new ArrayList<>();
    int[] types = new int[columns.getColumnCount()];
    for (int i = 0; i < types.length; i++) {
      names.add(columns.getColumnName(i + 1));
      types[i] = columns.getColumnType(i + 1);
    }
    List<Object[]> rows = new ArrayList<>();
    while (found.next()) {
      rows.add(row(found, types));
    }
    String insert =
        "INSERT INTO %s (%s) VALUES (%s)"
            .formatted(
                table,
                String.join(", ", names),
                String.join(", ", Collections.nCopies(types.length, "?")));
    return new TableRows(insert, types, perSignal, rows);
  }

  private static String answer(Connection connection, String question) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(question)) {
      answer.next();
      return answer.getString(1);
    }
  }

  private static Object[] row(ResultSet found, int[] types) throws SQLException {
    Object[] row = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      row[i] = types[i] == Types.CLOB ? found.getString(i + 1) : found.getObject(i + 1);
    }
    return row;
  }

  @Override
  public Worker begin() throws SQLException {
    Connection connection = target.getConnection();
    connection.setAutoCommit(false);
    List<PreparedStatement> inserts = new ArrayList<>();
    for (TableRows table : tables) {
      inserts.add(connection.prepareStatement(table.insert()));
    }
    return new Inserting(connection, inserts);
  }

  /**
   * The rows of one table.
   *
   * @param types as of {@link Types}, by column
   */
  private record TableRows(String insert, int[] types, int perSignal, List<Object[]> rows) {
    void insert(PreparedStatement statement, int signal) throws SQLException {
      for (int i = signal * perSignal; i < (signal + 1) * perSignal; i++) {
        Object[] row = rows.get(i);
        for (int column = 0; column < types.length; column++) {
          if (row[column] == null) {
            statement.setNull(column + 1, types[column]);
          } else {
            statement.setObject(column + 1, row[column]);
          }
        }
        statement.executeUpdate();
      }
    }
  }

  private final class Inserting implements Worker {
    private final Connection connection;
    private final List<PreparedStatement> inserts;

    Inserting(Connection connection, List<PreparedStatement> inserts) {
      this.connection = connection;
      this.inserts = inserts;
    }

    @Override
    public void put(int number) throws SQLException {
      for (int i = 0; i < inserts.size(); i++) {
        tables.get(i).insert(inserts.get(i), number);
      }
      connection.commit();
    }

    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }
}
