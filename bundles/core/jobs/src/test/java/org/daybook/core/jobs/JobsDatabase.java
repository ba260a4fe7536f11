package org.daybook.core.jobs;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.apache.derby.jdbc.BasicEmbeddedDataSource40;

/**
 * A database with db-scheduler's table, and a data source that gives the connection of the calling
 * thread's transaction to whoever asks on that thread.
 */
final class JobsDatabase {
  private final DataSource plain;
  private final ThreadLocal<Connection> current = new ThreadLocal<>();

  private JobsDatabase(DataSource plain, String blob, String timestamp) throws SQLException {
    this.plain = plain;
    execute(
        """
        create table scheduled_tasks (
          task_name varchar(100) not null, task_instance varchar(200) not null, task_data %1$s,
          execution_time %2$s not null, picked boolean not null, picked_by varchar(50),
          last_success %2$s, last_failure %2$s, consecutive_failures int, last_heartbeat %2$s,
          version bigint not null, priority smallint, primary key (task_name, task_instance))
        """
            .formatted(blob, timestamp));
    execute("create index due on scheduled_tasks (execution_time)");
    execute("create index alive on scheduled_tasks (last_heartbeat)");
  }

  /** Derby in memory, another one each time. */
  static JobsDatabase derby() throws SQLException {
    BasicEmbeddedDataSource40 derby = new BasicEmbeddedDataSource40();
    derby.setDatabaseName("memory:jobs-" + UUID.randomUUID());
    derby.setCreateDatabase("create");
    return new JobsDatabase(derby, "blob", "timestamp");
  }

  /** A running PostgreSQL; one test at a time. */
  static JobsDatabase postgres(DataSource server) throws SQLException {
    return new JobsDatabase(server, "bytea", "timestamp with time zone");
  }

  /** Forgets everything, for the next test. */
  void drop() throws SQLException {
    execute("drop table scheduled_tasks");
  }

  /** What storage publishes. */
  DataSource transactional() {
    return (DataSource)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("getConnection") && current.get() != null) {
                return unclosed(current.get());
              }
              return invoke(plain, method, arguments);
            });
  }

  void inTransaction(Callable<Void> work) throws Exception {
    try (Connection connection = plain.getConnection()) {
      connection.setAutoCommit(false);
      current.set(connection);
      try {
        work.call();
        connection.commit();
      } catch (Exception e) {
        connection.rollback();
        throw e;
      } finally {
        current.remove();
      }
    }
  }

  /** A job that somebody took who has not been heard of since. */
  void insertAbandoned(String id, Instant lastHeartbeat) throws SQLException {
    try (Connection connection = plain.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into scheduled_tasks (task_name, task_instance, execution_time, picked,"
                    + " picked_by, last_heartbeat, version) values ('job', ?, ?, true, 'gone', ?,"
                    + " 7)")) {
      insert.setString(1, id);
      Utc.set(insert, 2, lastHeartbeat);
      Utc.set(insert, 3, lastHeartbeat);
      insert.executeUpdate();
    }
  }

  int rows() throws SQLException {
    return number("select count(*) from scheduled_tasks");
  }

  int failures() throws SQLException {
    return number("select max(consecutive_failures) from scheduled_tasks");
  }

  private int number(String query) throws SQLException {
    try (Connection connection = plain.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getInt(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = plain.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection unclosed(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            JobsDatabase.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) ->
                method.getName().equals("close") ? null : invoke(connection, method, arguments));
  }

  private static Object invoke(Object target, java.lang.reflect.Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
