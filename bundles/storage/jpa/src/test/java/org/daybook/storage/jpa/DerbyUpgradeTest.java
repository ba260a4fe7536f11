package org.daybook.storage.jpa;

import org.junit.ClassRule;

/** The upgrade of version 1.0 on Derby. */
public class DerbyUpgradeTest extends UpgradeContract {
  @ClassRule
  public static final DatabaseUnderTest DATABASE =
      DatabaseUnderTest.derby().preparedBy(UpgradeContract::asOf10);

  @Override
  DatabaseUnderTest database() {
    return DATABASE;
  }
}
