package org.daybook.core.jobs;

import java.sql.SQLException;

public class DerbyJobQueueTest extends JobQueueContract {
  @Override
  JobsDatabase createDatabase() throws SQLException {
    return JobsDatabase.derby();
  }
}
