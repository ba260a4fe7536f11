package org.daybook.storage.jpa;

import org.junit.ClassRule;

/** SQL inside of transactions, on Derby. */
public class DerbyTransactionalDataSourceTest extends TransactionalDataSourceContract {
  @ClassRule public static final DatabaseUnderTest DATABASE = DatabaseUnderTest.derby();

  @Override
  DatabaseUnderTest database() {
    return DATABASE;
  }
}
