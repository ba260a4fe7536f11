package org.daybook.storage.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.Test;

/** What the schema must be on every database. */
public abstract class SchemaContract {
  private static final Set<String> TABLES =
      Set.of(
          "absence",
          "access_token",
          "account",
          "asset",
          "audit_entry",
          "client",
          "contact",
          "databasechangelog",
          "databasechangeloglock",
          "delivery",
          "dispute",
          "frozen_visit",
          "idempotent_answer",
          "invitation",
          "letter",
          "login_session",
          "month_plan",
          "notice",
          "number_series",
          "occurrence",
          "photo",
          "photo_content",
          "problem",
          "project",
          "regulation",
          "regulation_revision",
          "report_link",
          "saved_view",
          "scheduled_tasks",
          "signal_mapping",
          "site",
          "staff_member",
          "task",
          "task_comment",
          "time_entry",
          "visit",
          "visit_check",
          "visit_progress",
          "visit_report",
          "visit_terms");

  abstract DatabaseUnderTest database();

  @Test
  public void hasEveryTable() throws SQLException {
    try (Connection connection = database().pool().getConnection()) {
      assertThat(database().tables(connection))
          .extracting(name -> name.toLowerCase(Locale.ROOT))
          .containsExactlyInAnyOrderElementsOf(TABLES);
    }
  }

  @Test
  public void aSecondUpdateChangesNothing() throws Exception {
    int before = changes();
    Schema.update(database().pool());
    assertThat(changes()).isEqualTo(before).isPositive();
  }

  @Test
  public void aLockThatACrashLeftBehindDoesNotStopAnUpdate() throws Exception {
    try (Connection connection = database().pool().getConnection();
        Statement statement = connection.createStatement()) {
      assertThat(
              statement.executeUpdate(
                  "UPDATE databasechangeloglock SET locked = true, lockgranted ="
                      + " CURRENT_TIMESTAMP, lockedby = 'a node that is gone' WHERE id = 1"))
          .isEqualTo(1);
    }
    Schema.update(database().pool());
  }

  @Test
  public void listsThatTheContractNamesHaveAnIndex() throws SQLException {
    assertThat(indexes("task"))
        .contains("client_id,id", "visit_id,id", "state,id", "source,external_id", "engineer_id,id")
        .contains("state,due_at,id", "state,promised_since,id", "state,carried_over,id");
    assertThat(indexes("visit"))
        .contains(
            "client_id,planned_for,id",
            "engineer_id,planned_for,id",
            "planned_for,id",
            "state,planned_for,id",
            "plan_id,planned_for,id");
    assertThat(indexes("occurrence"))
        .contains("source,external_id,occurrence", "asset_id,id", "task_id,id", "source,id");
    assertThat(indexes("visit_check"))
        .contains("visit_id,id", "visit_id,state,id", "asset_id,item_id");
    assertThat(indexes("delivery")).contains("report_id,contact_id", "client_id,id", "state,id");
    assertThat(indexes("frozen_visit")).contains("visit_id,revision");
    assertThat(indexes("visit_report"))
        .contains(
            "visit_id,revision",
            "client_id,id",
            "report_number",
            "state,id",
            "client_id,chain_number,id");
    assertThat(indexes("report_link")).contains("token_hash", "delivery_id,id", "visit_id,id");
    assertThat(indexes("dispute"))
        .contains(
            "visit_id,external_id",
            "visit_id,id",
            "external_id,id",
            "client_id,id",
            "engineer_id,id",
            "task_id,id",
            "state,id",
            "state_at,id",
            "decided_at,id");
    assertThat(indexes("task")).contains("finished_at,created_at,id");
    assertThat(indexes("notice"))
        .contains("fact_key,kind", "state,id")
        .contains("kind,state,id", "state,tell_at,id", "state,escalate_at,id");
    assertThat(indexes("letter"))
        .contains("letter_key", "state,id", "queued_at,id", "recipient,id");
    assertThat(indexes("invitation")).contains("visit_id,contact_id");
    assertThat(indexes("absence")).contains("staff_id,last_day", "last_day,first_day");
    assertThat(indexes("month_plan")).contains("live_month", "plan_month,id", "state,id");
    assertThat(indexes("task")).contains("due_order,id", "priority_order,id");
    assertThat(indexes("saved_view")).contains("staff_id,name_lower");
    assertThat(indexes("signal_mapping")).contains("source,client_key,asset_key");
    assertThat(indexes("regulation")).contains("asset_kind");
    assertThat(indexes("regulation_revision"))
        .contains("regulation_id,revision_number", "regulation_id,id");
    assertThat(indexes("idempotent_answer")).contains("answered_at,id");
    assertThat(indexes("photo")).contains("task_id,id");
    assertThat(indexes("login_session")).contains("secret_hash", "staff_id,id", "expires_at,id");
    assertThat(indexes("audit_entry")).contains("value_id,id", "actor_id,id");
  }

  private int changes() throws SQLException {
    try (Connection connection = database().pool().getConnection();
        Statement statement = connection.createStatement();
        ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM databasechangelog")) {
      count.next();
      return count.getInt(1);
    }
  }

  /** The columns of each index, comma-separated. */
  private Set<String> indexes(String table) throws SQLException {
    try (Connection connection = database().pool().getConnection()) {
      DatabaseMetaData metaData = connection.getMetaData();
      String name = metaData.storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
      Set<String> found = new TreeSet<>();
      String index = null;
      StringBuilder columns = new StringBuilder();
      try (ResultSet rows =
          metaData.getIndexInfo(null, connection.getSchema(), name, false, false)) {
        while (rows.next()) {
          if (!rows.getString("INDEX_NAME").equals(index)) {
            found.add(columns.toString());
            columns.setLength(0);
            index = rows.getString("INDEX_NAME");
          }
          columns.append(columns.length() == 0 ? "" : ",");
          columns.append(rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
        }
      }
      found.add(columns.toString());
      return found;
    }
  }
}
