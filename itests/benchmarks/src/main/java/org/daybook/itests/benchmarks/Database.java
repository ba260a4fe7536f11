package org.daybook.itests.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.daybook.storage.derby.DerbyDataSourceFactory;
import org.osgi.service.jdbc.DataSourceFactory;

/**
 * A Derby database on disk behind a pool, both as the distribution sets them up: Derby syncs its
 * log to the disk at each commit.
 */
final class Database implements AutoCloseable {
  private static final int CONNECTIONS = 16;

  private final HikariDataSource pool;

  private Database(HikariDataSource pool) {
    this.pool = pool;
  }

  static DerbyDataSourceFactory derby() {
    return new DerbyDataSourceFactory(NoFramework.context());
  }

  static Database create(DataSourceFactory derby, Path folder) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty(DataSourceFactory.JDBC_URL, "jdbc:derby:" + folder + ";create=true");
    HikariConfig config = new HikariConfig();
    config.setDataSource(derby.createDataSource(properties));
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(2);
    config.setPoolName(folder.getFileName().toString());
    return new Database(new HikariDataSource(config));
  }

  DataSource pool() {
    return pool;
  }

  @Override
  public void close() {
    pool.close();
  }
}
