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
 * Derby in memory with db-scheduler's table, and a data source that gives the connection of the
 * calling thread's transaction to whoever asks on that thread.
 */
final class JobsDatabase implements AutoCloseable {
  private final String name = "memory:jobs-" + UUID.randomUUID();
  private final BasicEmbeddedDataSource40 derby = new BasicEmbeddedDataSource40();
  private final ThreadLocal<Connection> current = new ThreadLocal<>();

  JobsDatabase() throws SQLException {
    derby.setDatabaseName(name);
    derby.setCreateDatabase("create");
    try (Connection connection = derby.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create table scheduled_tasks (task_name varchar(100) not null, task_instance"
              + " varchar(200) not null, task_data blob, execution_time timestamp not null, picked"
              + " boolean not null, picked_by varchar(50), last_success timestamp, last_failure"
              + " timestamp, consecutive_failures int, last_heartbeat timestamp, version bigint not"
              + " null, priority smallint, primary key (task_name, task_instance))");
      statement.execute("create index due on scheduled_tasks (execution_time)");
      statement.execute("create index alive on scheduled_tasks (last_heartbeat)");
    }
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
              return invoke(derby, method, arguments);
            });
  }

  void inTransaction(Callable<Void> work) throws Exception {
    try (Connection connection = derby.getConnection()) {
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
    try (Connection connection = derby.getConnection();
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
    try (Connection connection = derby.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getInt(1);
    }
  }

  @Override
  public void close() {
    BasicEmbeddedDataSource40 drop = new BasicEmbeddedDataSource40();
    drop.setDatabaseName(name);
    drop.setConnectionAttributes("drop=true");
    try {
      drop.getConnection().close();
    } catch (SQLException dropped) {
      // Derby says so by an exception
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
