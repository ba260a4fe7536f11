package org.daybook.storage.jpa;

import org.junit.ClassRule;

/** What is particular to this store, on PostgreSQL. */
public class PostgresBehaviourTest extends StoreBehaviour {
  @ClassRule public static final DatabaseUnderTest DATABASE = DatabaseUnderTest.postgres();

  @Override
  DatabaseUnderTest database() {
    return DATABASE;
  }
}
