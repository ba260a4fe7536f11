package org.daybook.storage.derby;

import java.io.File;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.CommonDataSource;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import javax.sql.XADataSource;
import org.apache.derby.jdbc.BasicEmbeddedConnectionPoolDataSource40;
import org.apache.derby.jdbc.BasicEmbeddedDataSource40;
import org.apache.derby.jdbc.BasicEmbeddedXADataSource40;
import org.apache.derby.jdbc.EmbeddedDriver;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.jdbc.DataSourceFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Offers embedded Derby to whoever makes data sources from configuration, as of the OSGi JDBC
 * Service Specification (chapter 125).
 *
 * <p>Understands {@code url} ({@code jdbc:derby:<folder>[;create=true]}), {@code databaseName},
 * {@code user} and {@code password}. The engine runs as long as this component does.
 */
@Component(
    service = DataSourceFactory.class,
    property = {
      DataSourceFactory.OSGI_JDBC_DRIVER_NAME + "=derby",
      DataSourceFactory.OSGI_JDBC_DRIVER_CLASS + "=org.apache.derby.jdbc.EmbeddedDriver"
    })
public final class DerbyDataSourceFactory implements DataSourceFactory {

  private static final Logger LOG = LoggerFactory.getLogger(DerbyDataSourceFactory.class);

  private static final String URL_PREFIX = "jdbc:derby:";
  private static final String ERROR_LOG = "derby.stream.error.file";

  /**
   * How many statements Derby keeps compiled: by its own choice 100, which is less than there are,
   * and to compile one takes far longer than to run it (Derby Reference Manual, {@code
   * derby.language.statementCacheSize}).
   */
  private static final String STATEMENTS = "derby.language.statementCacheSize";

  private static final String ALL_STATEMENTS = "600";

  /** What is unfinished later may be about to be made by ourselves. */
  private final Set<String> checked = ConcurrentHashMap.newKeySet();

  @Activate
  public DerbyDataSourceFactory(BundleContext context) {
    keepErrorLogWithTheOtherLogs(context.getProperty("karaf.log"));
    if (System.getProperty(STATEMENTS) == null) {
      System.setProperty(STATEMENTS, ALL_STATEMENTS);
    }
  }

  /** Derby would write {@code derby.log} into whatever directory the process was started from. */
  private static void keepErrorLogWithTheOtherLogs(String logDirectory) {
    if (logDirectory != null && System.getProperty(ERROR_LOG) == null) {
      System.setProperty(ERROR_LOG, new File(logDirectory, "derby.log").getPath());
    }
  }

  /** Closes every open database, so that it is unlocked and needs no recovery at the next start. */
  @Deactivate
  public void shutDownEngine() {
    try {
      new EmbeddedDriver().connect(URL_PREFIX + ";shutdown=true", new Properties());
    } catch (SQLException e) {
      if (isSuccessfulShutdown(e)) {
        LOG.info("Derby is shut down");
      } else {
        LOG.warn("Derby did not shut down cleanly: {}", e.getMessage());
      }
    }
  }

  /** Derby reports that it has shut down by an exception of state XJ015. */
  private static boolean isSuccessfulShutdown(SQLException e) {
    return "XJ015".equals(e.getSQLState());
  }

  @Override
  public DataSource createDataSource(Properties properties) throws SQLException {
    BasicEmbeddedDataSource40 dataSource = new BasicEmbeddedDataSource40();
    configure(dataSource, properties);
    return dataSource;
  }

  @Override
  public ConnectionPoolDataSource createConnectionPoolDataSource(Properties properties)
      throws SQLException {
    BasicEmbeddedConnectionPoolDataSource40 dataSource =
        new BasicEmbeddedConnectionPoolDataSource40();
    configure(dataSource, properties);
    return dataSource;
  }

  @Override
  public XADataSource createXADataSource(Properties properties) throws SQLException {
    BasicEmbeddedXADataSource40 dataSource = new BasicEmbeddedXADataSource40();
    configure(dataSource, properties);
    return dataSource;
  }

  @Override
  public Driver createDriver(Properties properties) throws SQLException {
    return new EmbeddedDriver();
  }

  private <T extends BasicEmbeddedDataSource40 & CommonDataSource> void configure(
      T dataSource, Properties properties) throws SQLException {
    for (Map.Entry<Object, Object> entry : properties.entrySet()) {
      set(dataSource, String.valueOf(entry.getKey()), String.valueOf(entry.getValue()));
    }
    if (dataSource.getDatabaseName() == null) {
      throw new SQLException("A Derby data source needs the property url or databaseName");
    }
    if (checked.add(dataSource.getDatabaseName())) {
      UnfinishedDatabase.moveAside(Path.of(dataSource.getDatabaseName()));
    }
  }

  private static void set(BasicEmbeddedDataSource40 dataSource, String key, String value)
      throws SQLException {
    switch (key) {
      case JDBC_URL -> setUrl(dataSource, value);
      case JDBC_DATABASE_NAME -> dataSource.setDatabaseName(value);
      case JDBC_USER -> dataSource.setUser(value);
      case JDBC_PASSWORD -> dataSource.setPassword(value);
      case "createDatabase" -> dataSource.setCreateDatabase(value.toLowerCase(Locale.ROOT));
      case JDBC_DATASOURCE_NAME, JDBC_DESCRIPTION -> dataSource.setDescription(value);
      default -> throw new SQLException("Derby has no data source property '" + key + "'");
    }
  }

  /** Takes a JDBC URL apart, because Derby's data sources know only its parts. */
  private static void setUrl(BasicEmbeddedDataSource40 dataSource, String url) throws SQLException {
    if (!url.startsWith(URL_PREFIX)) {
      throw new SQLException("Not a Derby URL: '" + url + "' does not begin with " + URL_PREFIX);
    }
    String[] nameAndAttributes = url.substring(URL_PREFIX.length()).split(";", 2);
    dataSource.setDatabaseName(nameAndAttributes[0]);
    if (nameAndAttributes.length == 2) {
      dataSource.setConnectionAttributes(nameAndAttributes[1]);
    }
  }
}
