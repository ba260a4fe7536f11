package org.daybook.storage.jpa;

import org.junit.ClassRule;

/** SQL inside of transactions, on PostgreSQL. */
public class PostgresTransactionalDataSourceTest extends TransactionalDataSourceContract {
  @ClassRule public static final DatabaseUnderTest DATABASE = DatabaseUnderTest.postgres();

  @Override
  DatabaseUnderTest database() {
    return DATABASE;
  }
}
