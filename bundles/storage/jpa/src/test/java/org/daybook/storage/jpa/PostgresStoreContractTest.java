package org.daybook.storage.jpa;

import org.daybook.api.store.Store;
import org.daybook.testkit.StoreContract;
import org.junit.ClassRule;

/** The contract of the store on PostgreSQL. */
public class PostgresStoreContractTest extends StoreContract {
  @ClassRule public static final DatabaseUnderTest DATABASE = DatabaseUnderTest.postgres();

  @Override
  protected Store createStore() throws Exception {
    return DATABASE.emptyStore();
  }
}
