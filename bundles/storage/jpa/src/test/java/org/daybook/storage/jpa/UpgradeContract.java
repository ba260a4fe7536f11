package org.daybook.storage.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.ui.LoggerUIService;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.error.RefusedException;
import org.daybook.api.report.ReportState;
import org.daybook.api.report.VisitReport;
import org.daybook.api.store.FrozenVisit;
import org.daybook.api.store.ReportQuery;
import org.daybook.api.store.TaskQuery;
import org.daybook.api.task.Task;
import org.daybook.api.visit.VisitProgress;
import org.daybook.testkit.Examples;
import org.junit.Test;

/** That a database of version 1.0 with rows in it becomes one of this version. */
public abstract class UpgradeContract {
  private static final int CHANGES_OF_1_0 = 7;
  private static final Instant AT = Instant.parse("2026-03-12T15:00:00Z");
  private static final long MICROS = AT.getEpochSecond() * 1_000_000;

  abstract DatabaseUnderTest database();

  /** Makes the tables as 1.0 did, and puts in what it would have. */
  static void asOf10(DataSource pool) throws Exception {
    Scope.child(
        Map.of(Scope.Attr.ui.name(), new LoggerUIService()),
        () -> {
          try (Connection connection = pool.getConnection()) {
            Liquibase liquibase =
                new Liquibase(
                    Schema.CHANGELOG,
                    new BundleResources(Schema.class.getClassLoader()),
                    DatabaseFactory.getInstance()
                        .findCorrectDatabaseImplementation(new JdbcConnection(connection)));
            liquibase.setShowSummary(UpdateSummaryEnum.OFF);
            liquibase.update(CHANGES_OF_1_0, new Contexts(), new LabelExpression());
          }
        });
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : rowsOf10()) {
        assertThat(statement.executeUpdate(sql)).isEqualTo(1);
      }
    }
  }

  private static List<String> rowsOf10() {
    String frozen = "INSERT INTO frozen_visit (id, content, frozen_at) VALUES ('visit-%d', '%s', ";
    String report =
        """
        INSERT INTO visit_report (id, report_number, revision, visit_id, client_id, state,
          snapshot, sha256, created_at, released_at, version)
        VALUES ('report-%d', '2026-000%<d', 1, 'visit-%<d', 'client-1', 'RELEASED',
          '{"n":%<d}', 'hash-%<d', """;
    return List.of(
        frozen.formatted(1, "{\"visitId\":\"visit-1\"}") + MICROS + ")",
        frozen.formatted(2, "{\"visitId\":\"visit-2\"}") + MICROS + ")",
        report.formatted(1) + MICROS + ", " + MICROS + ", 3)",
        report.formatted(2) + MICROS + ", " + MICROS + ", 3)",
        """
        INSERT INTO delivery (id, report_id, client_id, contact_id, recipient, channel, state,
          message_id, attempts, queued_at, sent_at, version)
        VALUES ('delivery-1', 'report-1', 'client-1', 'contact-1', 'anna@romashka.test', 'mail',
          'SENT', 'delivery-1@daybook.test', 1, """
            + MICROS
            + ", "
            + MICROS
            + ", 2)",
        task(1, "'Принтер в ПРИЁМНОЙ'", "'LOW'", "NULL"),
        task(2, "'Server'", "'URGENT'", String.valueOf(MICROS)),
        """
        INSERT INTO task_comment (id, task_id, author_id, author_name, made_at, body)
        VALUES ('comment-1', 'task-1', 'staff-1', 'Пётр', 1, 'Ждём КАРТРИДЖ')""",
        "UPDATE task SET visit_id = 'visit-1', state = 'CARRIED_OVER' WHERE id = 'task-1'",
        "UPDATE task SET visit_id = 'visit-1', state = 'PLANNED' WHERE id = 'task-2'",
        check(1, "OPEN"),
        check(2, "SKIPPED"),
        check(3, "OK"));
  }

  private static String check(int number, String state) {
    return """
        INSERT INTO visit_check (id, visit_id, asset_id, item_id, title, mandatory, state, version)
        VALUES ('check-%d', 'visit-2', 'asset-1', 'item-%<d', 'Power', TRUE, '%s', 1)"""
        .formatted(number, state);
  }

  @Test
  public void visitsThatWereThereHaveTheirProgress() {
    JpaStore store = database().store();
    assertThat(
            store.<Map<String, VisitProgress>>read(
                tx -> tx.progress(Set.of("visit-1", "visit-2", "visit-3"))))
        .containsOnly(
            entry("visit-1", new VisitProgress(1, 2, 0, 0)),
            entry("visit-2", new VisitProgress(0, 0, 2, 3)),
            entry("visit-3", VisitProgress.NONE));
  }

  private static String task(int number, String title, String priority, String dueAt) {
    return """
        INSERT INTO task (id, client_id, source, title, description, priority, state, due_at,
          occurrences, carried_over, created_at, version)
        VALUES ('task-%d', 'client-1', 'managers', %s, '', %s, 'NEW', %s, 1, 0, 1, 1)"""
        .formatted(number, title, priority, dueAt);
  }

  @Test
  public void tasksThatWereThereAreFoundByTheirWordsAndSorted() {
    JpaStore store = database().store();
    assertThat(found(store, TaskQuery.builder().text("приёмной принтер")))
        .containsExactly("task-1");
    assertThat(found(store, TaskQuery.builder().text("картридж"))).containsExactly("task-1");
    assertThat(found(store, TaskQuery.builder().order(TaskQuery.Order.DUE)))
        .containsExactly("task-2", "task-1");
    assertThat(found(store, TaskQuery.builder().order(TaskQuery.Order.PRIORITY)))
        .containsExactly("task-1", "task-2");
  }

  private static List<String> found(JpaStore store, TaskQuery.Builder query) {
    return store.read(tx -> tx.tasks().all(query.build()).stream().map(Task::id).toList());
  }

  @Test
  public void whatWasThereIsBroughtAlong() {
    JpaStore store = database().store();
    assertThat(store.<Object>read(tx -> tx.frozenVisit("visit-1")))
        .isEqualTo(
            Optional.of(
                new FrozenVisit("visit-1", 1, Optional.empty(), "{\"visitId\":\"visit-1\"}", AT)));
    VisitReport report = store.read(tx -> tx.reports().find("report-1").orElseThrow());
    assertThat(report.snapshot()).isEqualTo("{\"n\":1}");
    assertThat(report.sequence()).isZero();
    assertThat(report.reason()).isEmpty();
    assertThat(report.previousSha256()).isEmpty();
    long outsideOfTheChain =
        store.read(tx -> tx.reports().count(ReportQuery.builder().sequence(0).build()));
    assertThat(outsideOfTheChain).isEqualTo(2);
    Delivery delivery = store.read(tx -> tx.deliveries().find("delivery-1").orElseThrow());
    assertThat(delivery.state()).isEqualTo(DeliveryState.SENT);
    assertThat(delivery.sentAt()).contains(AT);
    assertThat(delivery.stateAt()).isEmpty();
  }

  @Test
  public void whatWasThereCanBeCorrected() {
    JpaStore store = database().store();
    FrozenVisit corrected =
        new FrozenVisit("visit-2", 2, Optional.of("Забыли принтер"), "{\"corrected\":true}", AT);
    assertThatThrownBy(
            () ->
                store.inTransaction(
                    Examples.MANAGER,
                    tx -> {
                      tx.freeze(new FrozenVisit("visit-2", 1, Optional.empty(), "{}", AT));
                      return null;
                    }))
        .isInstanceOf(RefusedException.class)
        .hasMessage("The visit is frozen already.");
    store.inTransaction(
        Examples.MANAGER,
        tx -> {
          tx.freeze(corrected);
          VisitReport before = tx.reports().find("report-2").orElseThrow();
          tx.reports()
              .insert(
                  before.toBuilder()
                      .id("report-2-2")
                      .revision(2)
                      .sequence(1)
                      .reason("Забыли принтер")
                      .version(0)
                      .build());
          return tx.reports().update(before.toBuilder().state(ReportState.SUPERSEDED).build());
        });
    assertThat(store.<Object>read(tx -> tx.frozenVisit("visit-2")))
        .isEqualTo(Optional.of(corrected));
    List<VisitReport> revisions =
        store.read(tx -> tx.reports().all(ReportQuery.builder().visitId("visit-2").build()));
    assertThat(revisions)
        .extracting(VisitReport::state)
        .containsExactly(ReportState.SUPERSEDED, ReportState.RELEASED);
    assertThat(revisions.get(0).version()).isEqualTo(4);
  }
}
