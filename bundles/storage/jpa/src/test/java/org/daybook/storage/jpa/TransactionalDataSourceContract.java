package org.daybook.storage.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;
import javax.sql.DataSource;
import org.daybook.api.error.RefusedException;
import org.daybook.api.store.Transaction;
import org.daybook.testkit.Examples;
import org.junit.Before;
import org.junit.Test;

/** What is written in SQL belongs to the transaction of its thread, on every database. */
public abstract class TransactionalDataSourceContract {
  private JpaStore store;
  private DataSource dataSource;

  abstract DatabaseUnderTest database();

  @Before
  public void emptyStore() throws SQLException {
    store = database().emptyStore();
    dataSource = new TransactionalDataSource(store, database().pool());
  }

  @Test
  public void whatIsWrittenInSqlIsCommittedWithTheTransaction() throws SQLException {
    change(
        tx -> {
          tx.tasks().insert(Examples.task());
          write("joined");
          assertThat(written("joined")).isTrue();
          return null;
        });
    assertThat(written("joined")).isTrue();
    assertThat(hasTask()).isTrue();
  }

  @Test
  public void whatIsWrittenInSqlAloneIsCommittedToo() throws SQLException {
    change(
        tx -> {
          write("alone");
          return null;
        });
    assertThat(written("alone")).isTrue();
  }

  @Test
  public void whatIsWrittenInSqlIsLostWithTheTransaction() throws SQLException {
    assertThatThrownBy(
            () ->
                change(
                    tx -> {
                      write("joined");
                      tx.tasks().insert(Examples.task());
                      throw new IllegalStateException("on purpose");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(written("joined")).isFalse();
    assertThat(hasTask()).isFalse();
  }

  @Test
  public void whatIsWrittenInSqlIsLostWhenTheCommitFails() throws SQLException {
    change(tx -> tx.tasks().insert(Examples.task()));
    assertThatThrownBy(
            () ->
                change(
                    tx -> {
                      tx.tasks().insert(Examples.task());
                      write("joined");
                      return null;
                    }))
        .isInstanceOf(RefusedException.class);
    assertThat(written("joined")).isFalse();
  }

  @Test
  public void nobodyCanCommitItEarly() throws SQLException {
    assertThatThrownBy(
            () ->
                change(
                    tx -> {
                      write("joined");
                      try (Connection connection = dataSource.getConnection()) {
                        assertThat(connection.getAutoCommit()).isFalse();
                        connection.setAutoCommit(true);
                        connection.commit();
                        assertThat(connection.getAutoCommit()).isFalse();
                      } catch (SQLException e) {
                        throw new IllegalArgumentException(e);
                      }
                      throw new IllegalStateException("on purpose");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(written("joined")).isFalse();
  }

  @Test
  public void whoClosesTheConnectionClosesOnlyTheirOwnHoldOnIt() throws SQLException {
    change(
        tx -> {
          try {
            Connection first = dataSource.getConnection();
            first.close();
            assertThat(first.isClosed()).isTrue();
            try (Connection second = dataSource.getConnection()) {
              assertThat(second.isClosed()).isFalse();
            }
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
          write("after");
          return tx.tasks().insert(Examples.task());
        });
    assertThat(written("after")).isTrue();
    assertThat(hasTask()).isTrue();
  }

  @Test
  public void whoRollsBackLosesTheWholeTransaction() throws SQLException {
    assertThatThrownBy(
            () ->
                change(
                    tx -> {
                      tx.tasks().insert(Examples.task());
                      write("joined");
                      try (Connection connection = dataSource.getConnection()) {
                        connection.rollback();
                      } catch (SQLException e) {
                        throw new IllegalStateException(e);
                      }
                      return null;
                    }))
        .isInstanceOf(RefusedException.class);
    assertThat(written("joined")).isFalse();
    assertThat(hasTask()).isFalse();
  }

  @Test
  public void outsideOfATransactionAConnectionCommitsByItself() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      assertThat(connection.getAutoCommit()).isTrue();
    }
    write("by itself");
    assertThat(written("by itself")).isTrue();
    boolean seen = store.read(tx -> written("by itself"));
    assertThat(seen).isTrue();
  }

  @Test
  public void anotherThreadIsNotPartOfTheTransaction() throws Exception {
    change(
        tx -> {
          Thread other = new Thread(() -> write("elsewhere"));
          other.start();
          try {
            other.join(10_000);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          assertThat(other.isAlive()).isFalse();
          return tx.tasks().insert(Examples.task());
        });
    assertThat(written("elsewhere")).isTrue();
  }

  private <T> T change(Function<Transaction, T> work) {
    return store.inTransaction(Examples.MANAGER, work);
  }

  private boolean hasTask() {
    return store.read(tx -> tx.tasks().find(Examples.TASK_ID).isPresent());
  }

  /** As the job queue does it. */
  private void write(String name) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked,"
                    + " version) VALUES (?, 'one', CURRENT_TIMESTAMP, false, 1)")) {
      insert.setString(1, name);
      assertThat(insert.executeUpdate()).isEqualTo(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean written(String name) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "SELECT task_name FROM scheduled_tasks WHERE task_name = '" + name + "'")) {
      return found.next();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
