package org.daybook.storage.jpa;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A data source whose line can be cut: then it behaves as a pool without a database. */
final class SwitchedDataSource implements DataSource {
  private final DataSource behind;
  private final CountDownLatch refused = new CountDownLatch(1);
  private volatile boolean cut;

  SwitchedDataSource(DataSource behind) {
    this.behind = behind;
  }

  void cut() {
    cut = true;
  }

  void mend() {
    cut = false;
  }

  /** Waits until somebody has asked in vain. */
  void awaitRefusal() throws InterruptedException {
    if (!refused.await(20, TimeUnit.SECONDS)) {
      throw new IllegalStateException("nobody asked");
    }
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (cut) {
      refused.countDown();
      throw new SQLTransientConnectionException("daybook - Connection is not available");
    }
    return behind.getConnection();
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return behind.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    behind.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    behind.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return behind.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return behind.getParentLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return behind.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return behind.isWrapperFor(type);
  }
}
