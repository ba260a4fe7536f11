package org.daybook.storage.jpa;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.core.DerbyDatabase;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.ui.LoggerUIService;
import org.slf4j.LoggerFactory;

/** Brings the tables to the state that this version of the bundle expects. */
final class Schema {
  static final String CHANGELOG = "org/daybook/storage/jpa/schema/changelog.yaml";

  /** Any number will do, as long as every node uses the same one. */
  private static final long ADVISORY_LOCK = 0x0DA7B00CL;

  /** Kept here because the log manager would forget a level that nobody holds. */
  private static final Logger LIQUIBASE_LOG = Logger.getLogger("liquibase");

  private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(Schema.class);

  private Schema() {}

  /**
   * Applies what is missing. Nodes that start together wait for each other.
   *
   * @throws SQLException if the database cannot be reached
   * @throws LiquibaseException if a change fails
   */
  static void update(DataSource pool) throws SQLException, LiquibaseException {
    // It would report its use to its makers otherwise
    System.setProperty("liquibase.analytics.enabled", "false");
    LIQUIBASE_LOG.setLevel(Level.WARNING);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(Liquibase.class.getClassLoader());
    try (Connection connection = pool.getConnection()) {
      Scope.child(
          Map.of(
              Scope.Attr.resourceAccessor.name(),
                  new BundleResources(Schema.class.getClassLoader()),
              Scope.Attr.ui.name(), new LoggerUIService()),
          () -> update(connection));
    } catch (SQLException | LiquibaseException e) {
      throw e;
    } catch (Exception e) {
      throw new LiquibaseException("the schema cannot be updated", e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /**
   * Liquibase's own lock is a row that a crash leaves behind, so it is not relied on. On PostgreSQL
   * an advisory lock, which dies with its session, guards the update; Derby has one process only.
   */
  private static void update(Connection connection) throws SQLException, LiquibaseException {
    Database database =
        DatabaseFactory.getInstance()
            .findCorrectDatabaseImplementation(new JdbcConnection(connection));
    boolean shared = database instanceof PostgresDatabase;
    if (shared) {
      execute(connection, "SELECT pg_advisory_lock(" + ADVISORY_LOCK + ")");
    }
    try {
      Liquibase liquibase =
          new Liquibase(CHANGELOG, Scope.getCurrentScope().getResourceAccessor(), database);
      liquibase.setShowSummary(UpdateSummaryEnum.OFF);
      if (isLockLeft(connection)) {
        liquibase.forceReleaseLocks();
      }
      liquibase.update("");
      if (database instanceof DerbyDatabase) {
        waitLess(connection);
      }
    } finally {
      if (shared) {
        connection.rollback();
        execute(connection, "SELECT pg_advisory_unlock(" + ADVISORY_LOCK + ")");
        connection.commit();
      }
    }
  }

  /** Looks by itself: Liquibase first makes its own tables for that, and takes its time over it. */
  private static boolean isLockLeft(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet locks =
            statement.executeQuery("SELECT ID FROM DATABASECHANGELOGLOCK WHERE LOCKED = TRUE")) {
      return locks.next();
    } catch (SQLException e) {
      LOG.debug("There is no table of locks yet", e);
      return false;
    } finally {
      connection.rollback();
    }
  }

  /**
   * Derby looks for a deadlock after 20 seconds and waits 60 for a lock. The store does again what
   * lost, so it would rather know soon. The settings are kept in the database.
   */
  private static void waitLess(Connection connection) throws SQLException {
    execute(
        connection,
        "CALL SYSCS_UTIL.SYSCS_SET_DATABASE_PROPERTY('derby.locks.deadlockTimeout', '1')");
    execute(
        connection, "CALL SYSCS_UTIL.SYSCS_SET_DATABASE_PROPERTY('derby.locks.waitTimeout', '10')");
    connection.commit();
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
