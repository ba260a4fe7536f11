package org.daybook.storage.jpa;

import org.junit.ClassRule;

/** The schema on Derby. */
public class DerbySchemaTest extends SchemaContract {
  @ClassRule public static final DatabaseUnderTest DATABASE = DatabaseUnderTest.derby();

  @Override
  DatabaseUnderTest database() {
    return DATABASE;
  }
}
