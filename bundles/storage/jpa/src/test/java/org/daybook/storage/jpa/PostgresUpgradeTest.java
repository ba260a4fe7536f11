package org.daybook.storage.jpa;

import org.junit.ClassRule;

/** The upgrade of version 1.0 on PostgreSQL. */
public class PostgresUpgradeTest extends UpgradeContract {
  @ClassRule
  public static final DatabaseUnderTest DATABASE =
      DatabaseUnderTest.postgres().preparedBy(UpgradeContract::asOf10);

  @Override
  DatabaseUnderTest database() {
    return DATABASE;
  }
}
