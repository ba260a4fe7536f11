package org.daybook.storage.jpa;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.persistence.EntityManagerFactory;
import javax.persistence.Persistence;
import javax.sql.DataSource;
import org.junit.rules.ExternalResource;

/** A real database with the real schema behind the real pool, for one class of tests. */
abstract class DatabaseUnderTest extends ExternalResource {
  private HikariDataSource pool;
  private EntityManagerFactory factory;
  private Preparation preparation = pool -> {};

  static DatabaseUnderTest derby() {
    return new Derby();
  }

  static DatabaseUnderTest postgres() {
    return new Postgres();
  }

  /** What is in the database before the schema is brought up to date. */
  DatabaseUnderTest preparedBy(Preparation work) {
    preparation = work;
    return this;
  }

  /** Fills a database. */
  interface Preparation {
    void prepare(DataSource pool) throws Exception;
  }

  /** Where the database is; starts it if it has to be started. */
  abstract String url() throws Exception;

  /** Ends every connection of the pool as an administrator would. */
  abstract void cutConnections() throws SQLException;

  @Override
  protected void before() throws Throwable {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url());
    config.setMaximumPoolSize(12);
    config.setConnectionTimeout(5_000);
    pool = new HikariDataSource(config);
    preparation.prepare(pool);
    Schema.update(pool);
    factory = entities(pool);
  }

  static EntityManagerFactory entities(DataSource dataSource) {
    return Persistence.createEntityManagerFactory(
        "daybook",
        Map.of(
            "javax.persistence.nonJtaDataSource",
            dataSource,
            "eclipselink.session-name",
            UUID.randomUUID().toString()));
  }

  @Override
  protected void after() {
    if (factory != null) {
      factory.close();
    }
    if (pool != null) {
      pool.close();
    }
  }

  DataSource pool() {
    return pool;
  }

  /** The store on what is in the database. */
  JpaStore store() {
    return new JpaStore(factory, Clock.systemUTC());
  }

  JpaStore emptyStore() throws SQLException {
    return emptyStore(Clock.systemUTC());
  }

  JpaStore emptyStore(Clock clock) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : tables(connection)) {
        if (!table.toLowerCase(Locale.ROOT).startsWith("databasechangelog")) {
          statement.executeUpdate("DELETE FROM " + table);
        }
      }
    }
    return new JpaStore(factory, clock);
  }

  List<String> tables(Connection connection) throws SQLException {
    DatabaseMetaData metaData = connection.getMetaData();
    List<String> names = new ArrayList<>();
    try (ResultSet tables =
        metaData.getTables(null, connection.getSchema(), "%", new String[] {"TABLE"})) {
      while (tables.next()) {
        names.add(tables.getString("TABLE_NAME"));
      }
    }
    return names;
  }

  private static final class Derby extends DatabaseUnderTest {
    private final String name = "memory:" + UUID.randomUUID();

    @Override
    String url() {
      System.setProperty("derby.stream.error.file", "target/derby.log");
      return "jdbc:derby:" + name + ";create=true";
    }

    @Override
    void cutConnections() {
      // Shutting a database in memory down ends its connections and keeps its content
      try {
        new org.apache.derby.jdbc.EmbeddedDriver()
            .connect("jdbc:derby:" + name + ";shutdown=true", new java.util.Properties());
      } catch (SQLException e) {
        if (!"08006".equals(e.getSQLState())) {
          throw new IllegalStateException(e);
        }
      }
    }
  }

  private static final class Postgres extends DatabaseUnderTest {
    private static EmbeddedPostgres server;

    private String name;

    /** One server for all tests of this process; each class gets a database of its own. */
    private static synchronized EmbeddedPostgres server() throws Exception {
      if (server == null) {
        server = EmbeddedPostgres.builder().setServerConfig("max_connections", "100").start();
      }
      return server;
    }

    @Override
    String url() throws Exception {
      name = "test" + UUID.randomUUID().toString().replace("-", "");
      execute("CREATE DATABASE " + name);
      return server().getJdbcUrl("postgres", name);
    }

    @Override
    void cutConnections() throws SQLException {
      try {
        execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
                + name
                + "'");
      } catch (SQLException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    private static void execute(String sql) throws Exception {
      try (Connection connection = server().getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }
  }
}
