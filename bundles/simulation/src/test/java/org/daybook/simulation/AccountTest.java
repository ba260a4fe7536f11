package org.daybook.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.report.ReportState;
import org.daybook.api.report.Reports;
import org.daybook.api.report.Verification;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.Examples;
import org.daybook.testkit.InMemoryStore;
import org.daybook.testkit.SettableClock;
import org.junit.Before;
import org.junit.Test;

/** Whatever is not as everybody remembers it is a difference. */
public class AccountTest {
  private static final Company COMPANY =
      new Company(
          null,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(new Company.Customer(Examples.client(), Examples.site(), List.of())));

  private final SettableClock clock = new SettableClock();
  private final InMemoryStore store = new InMemoryStore(clock);
  private final Tally tally = new Tally();
  private Optional<String> fault = Optional.empty();

  /** A closed visit with its report, and a task that was done. */
  @Before
  public void somethingHappened() {
    store.prepare(
        tx -> {
          tx.visits().insert(Examples.visit().toBuilder().state(VisitState.REPORTED).build());
          tx.reports().insert(Examples.report());
          tx.deliveries().insert(sent());
          tx.tasks().insert(Examples.task().toBuilder().state(TaskState.DONE).build());
        });
    tally.planned = 1;
    tally.closedVisits.add(Examples.VISIT_ID);
    tally.raised("managers");
    tally.ended.put(Examples.TASK_ID, TaskState.DONE);
    clock.advance(Duration.ofDays(3));
  }

  @Test
  public void whatIsAsEverybodyRemembersItIsNoDifference() {
    Visit visit = Examples.visit();
    store.prepare(
        tx -> {
          tx.visits().insert(visit.toBuilder().id("missed").state(VisitState.MISSED).build());
          tx.visits().insert(visit.toBuilder().id("off").state(VisitState.CANCELLED).build());
          tx.visits()
              .insert(
                  visit.toBuilder()
                      .id("coming")
                      .plannedFor(clock.instant().plusSeconds(1))
                      .build());
          tx.tasks()
              .insert(
                  Examples.task().toBuilder().id("fault").state(TaskState.SELF_RECOVERED).build());
        });
    tally.planned = 4;
    tally.raised("managers");
    assertThat(differences()).isEmpty();
  }

  @Test
  public void aVisitThatNobodyClosedOrThatIsStillOpenIsOne() {
    tally.closedVisits.clear();
    assertThat(differences()).containsExactly("The visit visit-1 is REPORTED.");

    tally.closedVisits.add(Examples.VISIT_ID);
    change(visit -> visit.toBuilder().state(VisitState.ON_SITE).build());
    assertThat(differences()).containsExactly("The visit visit-1 is ON_SITE.");
  }

  @Test
  public void aVisitThatWasForgottenIsOne() {
    store.prepare(
        tx -> {
          tx.visits().insert(Examples.visit().toBuilder().id("forgotten").build());
        });
    tally.planned = 2;
    assertThat(differences())
        .containsExactly("The time of the visit forgotten is over, and it is SCHEDULED.");
  }

  @Test
  public void aVisitThatIsGoneOrNobodyPlannedIsOne() {
    tally.planned = 2;
    assertThat(differences()).containsExactly("2 visits were planned, there are 1.");
    change(visit -> visit.toBuilder().kind(VisitKind.EMERGENCY).build());
    assertThat(differences())
        .containsExactly(
            "2 visits were planned, there are 0.", "0 emergencies were raised, there are 1.");
  }

  @Test
  public void aTaskThatIsGoneOrThatNobodyRaisedIsOne() {
    tally.raised("client");
    assertThat(differences())
        .containsExactly("Tasks {client=1, managers=1} were raised, there are {managers=1}.");
  }

  @Test
  public void aTaskThatEndedOtherwiseOrByNobodyIsOne() {
    tally.ended.put(Examples.TASK_ID, TaskState.CANCELLED);
    assertThat(differences()).containsExactly("The task task-1 was CANCELLED and is DONE.");
    tally.ended.clear();
    assertThat(differences()).containsExactly("The task task-1 is DONE, and nobody saw to that.");
  }

  @Test
  public void aReportThatIsMissingHeldOrBrokenIsOne() {
    fault = Optional.of("changed");
    assertThat(differences()).containsExactly("Report 2026-0001: changed");
    fault = Optional.empty();
    store.prepare(
        tx -> {
          tx.reports()
              .update(Examples.report().toBuilder().version(1).state(ReportState.HELD).build());
        });
    assertThat(differences()).containsExactly("The closed visit visit-1 has no released report.");
  }

  @Test
  public void aReportThatWasNotSentIsOne() {
    store.prepare(
        tx -> {
          tx.deliveries()
              .update(
                  Examples.delivery().toBuilder().version(1).state(DeliveryState.FAILED).build());
        });
    assertThat(differences()).containsExactly("The report 2026-0001 was not sent.");
  }

  private static Delivery sent() {
    return Examples.delivery().toBuilder().state(DeliveryState.SENT).sentAt(Examples.NOW).build();
  }

  private void change(UnaryOperator<Visit> how) {
    store.prepare(
        tx -> {
          tx.visits().update(how.apply(tx.visits().find(Examples.VISIT_ID).orElseThrow()));
        });
  }

  private List<String> differences() {
    Reports reports =
        (Reports)
            Proxy.newProxyInstance(
                AccountTest.class.getClassLoader(),
                new Class<?>[] {Reports.class},
                (proxy, method, arguments) ->
                    List.of(new Verification(Examples.REPORT_ID, "2026-0001", 1, "", fault)));
    Services services =
        new Services(store, clock, null, null, null, null, null, null, null, null, reports);
    Account account = new Account(services, COMPANY, tally);
    account.close();
    return account.differences();
  }
}
