package org.daybook.storage.jpa;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import javax.persistence.EntityManagerFactory;
import javax.persistence.Persistence;
import javax.sql.DataSource;
import org.daybook.api.store.Store;

/**
 * The store without a framework. It is in this package because the bundle shows its store to nobody
 * but the service registry.
 */
public final class OpenedStore implements AutoCloseable {
  private final EntityManagerFactory factory;
  private final JpaStore store;

  private OpenedStore(EntityManagerFactory factory, Clock clock) {
    this.factory = factory;
    this.store = new JpaStore(factory, clock);
  }

  /** Makes the tables that are missing. */
  public static void createTables(DataSource pool) throws Exception {
    Schema.update(pool);
  }

  /** Opens the store on a database that has its tables. */
  public static OpenedStore on(DataSource pool, Clock clock) {
    return new OpenedStore(
        Persistence.createEntityManagerFactory(
            "daybook",
            Map.of(
                "javax.persistence.nonJtaDataSource",
                pool,
                "eclipselink.session-name",
                UUID.randomUUID().toString())),
        clock);
  }

  public Store store() {
    return store;
  }

  @Override
  public void close() {
    factory.close();
  }
}
