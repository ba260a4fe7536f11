package org.daybook.itests.container;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.daybook.api.store.Store;
import org.daybook.testkit.StoreContract;

/** The contract of the store, kept by the one that is registered. {@link ContainerIT} runs it. */
public class StoreInContainer extends StoreContract {
  /** The schema's own history, and the job queue's rows, which the queue alone may touch. */
  private static final Set<String> KEPT =
      Set.of("databasechangelog", "databasechangeloglock", "scheduled_tasks");

  @Override
  protected Store createStore() throws Exception {
    DataSource pool = Services.await(DataSource.class, "(osgi.jndi.service.name=daybook)");
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : tables(connection)) {
        if (!KEPT.contains(table.toLowerCase(Locale.ROOT))) {
          statement.executeUpdate("DELETE FROM " + table);
        }
      }
    }
    return Services.await(Store.class);
  }

  private static List<String> tables(Connection connection) throws SQLException {
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
}
