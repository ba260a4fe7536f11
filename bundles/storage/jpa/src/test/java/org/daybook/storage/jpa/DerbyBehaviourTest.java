package org.daybook.storage.jpa;

import org.junit.ClassRule;

/** What is particular to this store, on Derby. */
public class DerbyBehaviourTest extends StoreBehaviour {
  @ClassRule public static final DatabaseUnderTest DATABASE = DatabaseUnderTest.derby();

  @Override
  DatabaseUnderTest database() {
    return DATABASE;
  }
}
