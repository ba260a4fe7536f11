package org.daybook.storage.derby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.osgi.framework.BundleContext;
import org.osgi.service.jdbc.DataSourceFactory;

public class DerbyDataSourceFactoryTest {

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private DerbyDataSourceFactory factory;

  @Before
  public void startEngine() throws IOException {
    factory = new DerbyDataSourceFactory(contextWithLogDirectory(folder.newFolder("log")));
  }

  @After
  public void stopEngine() {
    factory.shutDownEngine();
    System.clearProperty("derby.stream.error.file");
  }

  @Test
  public void createsTheDatabaseThatTheUrlNames() throws SQLException {
    try (Connection connection = factory.createDataSource(url("first")).getConnection()) {
      assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("Apache Derby");
    }
    assertThat(new File(folder.getRoot(), "first/service.properties")).exists();
  }

  @Test
  public void shutDownUnlocksTheDatabaseAndItOpensAgain() throws SQLException {
    factory.createDataSource(url("again")).getConnection().close();
    File lock = new File(folder.getRoot(), "again/db.lck");
    assertThat(lock).exists();

    factory.shutDownEngine();
    assertThat(lock).doesNotExist();

    try (Connection connection = factory.createDataSource(url("again")).getConnection()) {
      assertThat(connection.isValid(1)).isTrue();
    }
  }

  @Test
  public void poolAndXaDataSourcesConnectToTheSameDatabase() throws SQLException {
    factory.createConnectionPoolDataSource(url("pooled")).getPooledConnection().close();
    factory.createXADataSource(url("pooled")).getXAConnection().close();
    assertThat(new File(folder.getRoot(), "pooled/service.properties")).exists();
  }

  @Test
  public void aDatabaseWhoseMakingWasCutOffIsMadeAnewAndKeptAside() throws Exception {
    for (int crash = 1; crash <= 2; crash++) {
      Path database = folder.newFolder("cut").toPath();
      Files.createDirectories(database.resolve("log"));
      Files.writeString(database.resolve("log/log1.dat"), "crash " + crash);
      Files.createFile(database.resolve("db.lck"));
      DerbyDataSourceFactory started =
          new DerbyDataSourceFactory(contextWithLogDirectory(folder.getRoot()));
      try (Connection connection = started.createDataSource(url("cut")).getConnection()) {
        assertThat(connection.isValid(1)).isTrue();
      }
      assertThat(folder.getRoot().toPath().resolve("cut.unfinished-" + crash + "/log/log1.dat"))
          .hasContent("crash " + crash);
      started.shutDownEngine();
      Files.move(database, folder.getRoot().toPath().resolve("made-" + crash));
    }
  }

  @Test
  public void aFolderWithAnythingElseInItStaysWhereItIs() throws IOException {
    Path papers = folder.newFolder("papers").toPath();
    Files.createDirectories(papers.resolve("log"));
    Files.createFile(papers.resolve("letter.txt"));
    assertThatThrownBy(() -> factory.createDataSource(url("papers")).getConnection())
        .isInstanceOf(SQLException.class)
        .hasStackTraceContaining("XBM0J");
    assertThat(papers.resolve("letter.txt")).exists();
  }

  @Test
  public void aFinishedDatabaseStaysWhereItIs() throws SQLException {
    factory.createDataSource(url("whole")).getConnection().close();
    factory.shutDownEngine();
    UnfinishedDatabase.moveAside(folder.getRoot().toPath().resolve("whole"));
    assertThat(new File(folder.getRoot(), "whole/service.properties")).exists();
  }

  @Test
  public void errorLogGoesToTheLogDirectory() throws SQLException {
    factory.createDataSource(url("logged")).getConnection().close();
    assertThat(new File(folder.getRoot(), "log/derby.log")).exists();
  }

  @Test
  public void refusesWhatIsNoDerbyUrl() {
    Properties properties = new Properties();
    properties.setProperty(DataSourceFactory.JDBC_URL, "jdbc:postgresql://db.example.com/daybook");
    assertThatThrownBy(() -> factory.createDataSource(properties))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("jdbc:derby:");
  }

  @Test
  public void refusesAnUnknownPropertyByItsName() {
    Properties properties = url("misspelt");
    properties.setProperty("pasword", "x");
    assertThatThrownBy(() -> factory.createDataSource(properties))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("'pasword'");
  }

  @Test
  public void refusesADataSourceWithoutADatabase() {
    assertThatThrownBy(() -> factory.createDataSource(new Properties()))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("databaseName");
  }

  private Properties url(String name) {
    Properties properties = new Properties();
    properties.setProperty(
        DataSourceFactory.JDBC_URL,
        "jdbc:derby:" + new File(folder.getRoot(), name) + ";create=true");
    return properties;
  }

  private static BundleContext contextWithLogDirectory(File directory) {
    return (BundleContext)
        Proxy.newProxyInstance(
            DerbyDataSourceFactoryTest.class.getClassLoader(),
            new Class<?>[] {BundleContext.class},
            (proxy, method, arguments) ->
                method.getName().equals("getProperty") && arguments[0].equals("karaf.log")
                    ? directory.getPath()
                    : null);
  }
}
