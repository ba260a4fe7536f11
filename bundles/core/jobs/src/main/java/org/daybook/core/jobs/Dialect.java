package org.daybook.core.jobs;

import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;

/** What differs between the databases that keep jobs. */
enum Dialect {
  /** Standard SQL without row locks that can be skipped; Derby is one. */
  PLAIN {
    @Override
    JdbcCustomization customization() {
      return new PlainSql();
    }

    @Override
    void poll(SchedulerBuilder builder) {
      builder.pollUsingFetch(0.5, 3.0);
    }
  },
  POSTGRESQL {
    @Override
    JdbcCustomization customization() {
      return new PostgresSql();
    }

    /** The nodes share jobs out without meeting: each skips the rows another one has locked. */
    @Override
    void poll(SchedulerBuilder builder) {
      builder.pollUsingLockAndFetch(0.5, 1.0);
    }
  };

  abstract JdbcCustomization customization();

  abstract void poll(SchedulerBuilder builder);

  static Dialect of(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      String product = connection.getMetaData().getDatabaseProductName();
      return product.toLowerCase(Locale.ROOT).contains("postgresql") ? POSTGRESQL : PLAIN;
    }
  }
}
