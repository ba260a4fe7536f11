package org.daybook.core.jobs;

import com.github.kagkarlsson.scheduler.task.Execution;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.daybook.api.error.UnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rows of db-scheduler's table, where our promises go further than its own: queueing a job must
 * not break the transaction it joins, and a job that is queued again while it runs must run again.
 *
 * <p>The latter is the <em>wish</em>: a moment kept in {@code task_data} of a running job, which
 * whoever finishes that job has to respect.
 */
final class JobTable {
  static final String TASK = "job";

  private static final Logger LOG = LoggerFactory.getLogger(JobTable.class);

  private static final String ONE_JOB = " where task_name = ? and task_instance = ?";
  private static final String THIS_RUN = ONE_JOB + " and version = ?";
  private static final String NO_WISH = " and task_data is null";

  private final DataSource database;
  private final Dialect dialect;

  JobTable(DataSource database, Dialect dialect) {
    this.database = database;
    this.dialect = dialect;
  }

  /** Sets a row of a job, its values filled in. */
  @FunctionalInterface
  private interface Values {
    void set(PreparedStatement statement) throws SQLException;
  }

  /**
   * Adds a job, in the caller's transaction if there is one.
   *
   * @return whether it is for others to see already
   */
  boolean add(String id, Instant at) {
    return work(
        connection -> {
          // A run may begin or end between two of these, and then what is to be done is another.
          while (!insert(connection, id, at)
              && !wish(connection, id, at, NO_WISH)
              && !hold(connection, id)) {
            LOG.debug("{} is queued while its run begins or ends", id);
          }
          return connection.getAutoCommit();
        });
  }

  /** Brings a waiting job forward; of a running one, makes it run again. */
  void hasten(String id, Instant at) {
    work(
        connection -> {
          int moved =
              update(
                  connection,
                  "update scheduled_tasks set execution_time = ?"
                      + ONE_JOB
                      + " and picked = ? and execution_time > ?",
                  values -> {
                    Utc.set(values, 1, at);
                    values.setString(2, TASK);
                    values.setString(3, id);
                    values.setBoolean(4, false);
                    Utc.set(values, 5, at);
                  });
          if (moved == 0) {
            wish(connection, id, at, "");
          }
          return moved;
        });
  }

  /** How many jobs are running, or are to run by now. */
  int countDue(Instant now) {
    return work(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "select count(*) from scheduled_tasks where picked = ? or execution_time <= ?")) {
            select.setBoolean(1, true);
            Utc.set(select, 2, now);
            try (ResultSet rows = select.executeQuery()) {
              rows.next();
              return commit(connection, rows.getInt(1));
            }
          }
        });
  }

  /** Ends a run: removes the job, unless it was wished for again meanwhile. */
  void finish(Execution run, Instant now) {
    int removed =
        work(
            connection ->
                commit(
                    connection,
                    update(
                        connection,
                        "delete from scheduled_tasks" + THIS_RUN + NO_WISH,
                        values -> thisRun(values, 1, run))));
    if (removed == 0) {
      wishOf(run).ifPresent(at -> putBack(run, at, 0, now, ""));
    }
  }

  /** Ends a run and lets the job wait for another one. */
  void again(Execution run, Instant at, int failures, Instant now) {
    // A wish that is committed only now is seen by whoever changes the row, not by who reads it.
    if (putBack(run, at, failures, now, NO_WISH) == 0) {
      Instant earliest = wishOf(run).filter(at::isAfter).orElse(at);
      putBack(run, earliest, failures, now, "");
    }
  }

  private int putBack(Execution run, Instant at, int failures, Instant now, String unless) {
    return work(
        connection ->
            commit(
                connection,
                update(
                    connection,
                    "update scheduled_tasks set picked = ?, picked_by = null, last_heartbeat ="
                        + " null, task_data = null, version = version + 1,"
                        + " consecutive_failures = ?, execution_time = ?, "
                        + (failures == 0 ? "last_success" : "last_failure")
                        + " = ?"
                        + THIS_RUN
                        + unless,
                    values -> {
                      values.setBoolean(1, false);
                      values.setInt(2, failures);
                      Utc.set(values, 3, at);
                      Utc.set(values, 4, now);
                      thisRun(values, 5, run);
                    })));
  }

  private boolean insert(Connection connection, String id, Instant at) throws SQLException {
    String insert =
        "insert into scheduled_tasks"
            + " (task_name, task_instance, execution_time, picked, consecutive_failures, version)"
            + " values (?, ?, ?, ?, ?, ?)";
    Values row =
        values -> {
          values.setString(1, TASK);
          values.setString(2, id);
          Utc.set(values, 3, at);
          values.setBoolean(4, false);
          values.setInt(5, 0);
          values.setLong(6, 1);
        };
    if (dialect == Dialect.POSTGRESQL) {
      // a failed insert would end the whole transaction
      return update(connection, insert + " on conflict do nothing", row) == 1;
    }
    if (exists(connection, id)) {
      return false;
    }
    try {
      return update(connection, insert, row) == 1;
    } catch (SQLIntegrityConstraintViolationException addedMeanwhile) {
      return false;
    }
  }

  /** How many jobs there are, whatever they wait for. */
  long waiting() {
    return work(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "select count(*) from scheduled_tasks where task_name = ?")) {
            select.setString(1, TASK);
            try (ResultSet rows = select.executeQuery()) {
              rows.next();
              return rows.getLong(1);
            }
          }
        });
  }

  private static boolean exists(Connection connection, String id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select version from scheduled_tasks" + ONE_JOB)) {
      select.setString(1, TASK);
      select.setString(2, id);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next();
      }
    }
  }

  /**
   * Locks a row that says all that is to be said already, until the caller's transaction ends: a
   * run that began before would end without what that transaction changes.
   */
  private static boolean hold(Connection connection, String id) throws SQLException {
    return update(
            connection,
            "update scheduled_tasks set consecutive_failures = consecutive_failures"
                + ONE_JOB
                + " and (picked = ? or task_data is not null)",
            values -> {
              values.setString(1, TASK);
              values.setString(2, id);
              values.setBoolean(3, false);
            })
        == 1;
  }

  private static boolean wish(Connection connection, String id, Instant at, String unless)
      throws SQLException {
    return update(
            connection,
            "update scheduled_tasks set task_data = ?" + ONE_JOB + " and picked = ?" + unless,
            values -> {
              values.setBytes(1, at.toString().getBytes(StandardCharsets.UTF_8));
              values.setString(2, TASK);
              values.setString(3, id);
              values.setBoolean(4, true);
            })
        == 1;
  }

  private Optional<Instant> wishOf(Execution run) {
    return work(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement("select task_data from scheduled_tasks" + THIS_RUN)) {
            thisRun(select, 1, run);
            try (ResultSet rows = select.executeQuery()) {
              byte[] wish = rows.next() ? rows.getBytes(1) : null;
              return commit(
                  connection,
                  Optional.ofNullable(wish)
                      .map(text -> Instant.parse(new String(text, StandardCharsets.UTF_8))));
            }
          }
        });
  }

  private static void thisRun(PreparedStatement values, int from, Execution run)
      throws SQLException {
    values.setString(from, run.getTaskName());
    values.setString(from + 1, run.getId());
    values.setLong(from + 2, run.version);
  }

  private static int update(Connection connection, String sql, Values values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      values.set(statement);
      return statement.executeUpdate();
    }
  }

  /** Runs are ended outside of any transaction, whatever the pool's connections are set to. */
  private static <T> T commit(Connection connection, T result) throws SQLException {
    if (!connection.getAutoCommit()) {
      connection.commit();
    }
    return result;
  }

  @FunctionalInterface
  private interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private <T> T work(Work<T> work) {
    try (Connection connection = database.getConnection()) {
      return work.on(connection);
    } catch (SQLException trouble) {
      throw new UnavailableException("The job queue does not answer.", trouble);
    }
  }
}
