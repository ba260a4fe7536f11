package org.daybook.core.jobs;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.AfterClass;
import org.junit.BeforeClass;

public class PostgresJobQueueTest extends JobQueueContract {
  private static EmbeddedPostgres server;

  @BeforeClass
  public static void startServer() throws IOException {
    server = EmbeddedPostgres.start();
  }

  @AfterClass
  public static void stopServer() throws IOException {
    server.close();
  }

  @Override
  JobsDatabase createDatabase() throws SQLException {
    return JobsDatabase.postgres(server.getPostgresDatabase());
  }
}
