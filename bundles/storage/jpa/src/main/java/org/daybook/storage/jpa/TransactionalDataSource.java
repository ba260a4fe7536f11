package org.daybook.storage.jpa;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Optional;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.daybook.api.error.UnavailableException;

/**
 * The database for those who speak SQL to it. On a thread inside {@link
 * org.daybook.api.store.Store#inTransaction} a connection is that transaction's own: what is
 * written through it is committed or lost with everything else. On any other thread it is one of
 * the pool's.
 */
final class TransactionalDataSource implements DataSource {
  private final JpaStore store;
  private final DataSource pool;

  TransactionalDataSource(JpaStore store, DataSource pool) {
    this.store = store;
    this.pool = pool;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Optional<Connection> joined = joined();
    return joined.isPresent() ? JoinedConnection.of(joined.get(), store) : pool.getConnection();
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    Optional<Connection> joined = joined();
    return joined.isPresent()
        ? JoinedConnection.of(joined.get(), store)
        : pool.getConnection(user, password);
  }

  private Optional<Connection> joined() throws SQLException {
    try {
      return store.joinedConnection();
    } catch (UnavailableException e) {
      throw new SQLNonTransientConnectionException(e.getMessage(), "08006", e);
    }
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return pool.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    pool.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    pool.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return pool.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger(TransactionalDataSource.class.getPackageName());
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return type.isInstance(this) ? type.cast(this) : pool.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return type.isInstance(this) || pool.isWrapperFor(type);
  }
}
