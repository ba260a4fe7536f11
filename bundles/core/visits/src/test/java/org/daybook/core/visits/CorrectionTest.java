package org.daybook.core.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.job.Job;
import org.daybook.api.job.JobHandler;
import org.daybook.api.job.JobOutcome;
import org.daybook.api.report.ReportState;
import org.daybook.api.store.AuditEntry;
import org.daybook.api.store.AuditQuery;
import org.daybook.api.store.PageRequest;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.CheckAnswer;
import org.daybook.api.visit.CheckState;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.Correction;
import org.daybook.api.visit.Correction.CheckCorrection;
import org.daybook.api.visit.Correction.TaskCorrection;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.Examples;
import org.junit.Test;

/** Who may correct what, and that it is all or nothing. */
public final class CorrectionTest {

  private static final Job REPORT = new Job("report", Examples.VISIT_ID);
  private static final Correction NOTHING = new Correction("Опечатка", List.of(), List.of());

  private final VisitsFixture world = new VisitsFixture();

  @Test
  public void aCorrectionKeepsTheNextRevisionOfTheRecordAndQueuesItsReport() {
    closed();
    ClosedVisit before = world.view();
    world.clock.advance(Duration.ofDays(1));
    world.correct(new Correction("  Опечатка ", List.of(), List.of()));
    assertThat(world.record().revision()).isEqualTo(2);
    assertThat(world.record().reason()).contains("Опечатка");
    assertThat(world.record().at()).isEqualTo(world.clock.instant());
    assertThat(world.view()).isEqualTo(before);
    assertThat(world.jobs.jobs()).containsKey(REPORT);
    assertThat(world.visit().state()).isEqualTo(VisitState.CLOSED);
  }

  @Test
  public void aReportedVisitIsCorrectedAsWell() {
    closed();
    world.visits.reported(Examples.VISIT_ID);
    world.correct(NOTHING);
    assertThat(world.record().revision()).isEqualTo(2);
  }

  @Test
  public void onlyManagersCorrect() {
    closed();
    for (Role role : List.of(Role.ENGINEER, Role.SUPPORT, Role.SPECIALIST)) {
      Actor actor = Examples.actor(Examples.staff(role));
      assertThatThrownBy(() -> world.visits.correct(actor, Examples.VISIT_ID, NOTHING))
          .isInstanceOf(ForbiddenException.class);
    }
    world.visits.correct(Examples.ADMIN, Examples.VISIT_ID, NOTHING);
    assertThat(world.record().revision()).isEqualTo(2);
  }

  @Test
  public void onlyClosedVisitsAreCorrected() {
    for (VisitState state : VisitState.values()) {
      if (!state.isClosed()) {
        world.inState(state);
        assertThatThrownBy(() -> world.correct(NOTHING))
            .isInstanceOf(RefusedException.class)
            .hasMessage("The visit is " + state + ", not closed.");
      }
    }
    assertThatThrownBy(() -> world.visits.correct(Examples.MANAGER, "unknown", NOTHING))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  public void aRecordWhoseReportIsStillBeingMadeIsNotCorrected() {
    close();
    assertThatThrownBy(() -> world.correct(NOTHING)).isInstanceOf(RefusedException.class);
    world.report(ReportState.FROZEN);
    assertThatThrownBy(() -> world.correct(NOTHING))
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith("Revision 1 of this visit's report is being made.");
    assertThat(world.record().revision()).isEqualTo(1);
  }

  @Test
  public void aHeldReportIsCorrected() {
    close();
    world.report(ReportState.HELD);
    world.correct(NOTHING);
    assertThat(world.record().revision()).isEqualTo(2);
  }

  @Test
  public void eachBadFieldIsNamed() {
    world.add(Examples.task());
    world.start();
    world.answerAllOk();
    world.change(
        Examples.TASK_ID, task -> task.state(TaskState.DONE).finishedAt(world.clock.instant()));
    world.close();
    world.report(ReportState.RELEASED);
    String check = world.check(Examples.ASSET_ID, VisitsFixture.ITEM).id();
    Correction bad =
        new Correction(
            " ",
            List.of(
                new TaskCorrection("unknown", TaskState.CANCELLED, "", Optional.of(-1)),
                new TaskCorrection(null, null, null, null),
                new TaskCorrection(Examples.TASK_ID, TaskState.DONE, "Да", Optional.of(0)),
                new TaskCorrection(
                    Examples.TASK_ID, TaskState.DONE, "x".repeat(10_001), Optional.of(100_001))),
            List.of(
                new CheckCorrection("unknown", VisitsFixture.ok()),
                new CheckCorrection("", null),
                new CheckCorrection(check, answer(CheckState.OPEN)),
                new CheckCorrection(check, answer(CheckState.PROBLEM)),
                new CheckCorrection(
                    check,
                    CheckAnswer.builder().result(CheckState.SKIPPED).dueAt(Examples.NOW).build())));
    InvalidInputException e =
        catchThrowableOfType(() -> world.correct(bad), InvalidInputException.class);
    assertThat(VisitsFixture.fieldsOf(e))
        .containsExactly(
            "reason",
            "tasks[0].taskId",
            "tasks[0].state",
            "tasks[0].text",
            "tasks[0].minutes",
            "tasks[1].taskId",
            "tasks[1].state",
            "tasks[1].text",
            "tasks[3].taskId",
            "tasks[3].text",
            "tasks[3].minutes",
            "checks[0].checkId",
            "checks[1].checkId",
            "checks[1].answer",
            "checks[2].answer.result",
            "checks[3].checkId",
            "checks[3].answer.description",
            "checks[3].answer.action",
            "checks[4].checkId",
            "checks[4].answer.reason",
            "checks[4].answer.dueAt");
    assertThat(world.record().revision()).isEqualTo(1);
  }

  @Test
  public void theReasonHasItsLimits() {
    closed();
    assertThatThrownBy(() -> world.correct(new Correction("x".repeat(1001), List.of(), List.of())))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> world.correct(new Correction(null, List.of(), List.of())))
        .isInstanceOf(InvalidInputException.class);
    world.correct(new Correction("x".repeat(1000), List.of(), List.of()));
    assertThat(world.record().revision()).isEqualTo(2);
  }

  @Test
  public void aCheckOnEquipmentThatIsNotInTheReportIsNamed() {
    world.start();
    world.answerAllOk();
    String check = world.check(Examples.ASSET_ID, VisitsFixture.ITEM).id();
    world.put(
        tx ->
            tx.assets()
                .update(
                    tx.assets().find(Examples.ASSET_ID).orElseThrow().toBuilder()
                        .retired(true)
                        .build()));
    world.close();
    world.report(ReportState.RELEASED);
    Correction correction =
        new Correction(
            "Опечатка", List.of(), List.of(new CheckCorrection(check, VisitsFixture.ok())));
    InvalidInputException e =
        catchThrowableOfType(() -> world.correct(correction), InvalidInputException.class);
    assertThat(VisitsFixture.fieldsOf(e)).containsExactly("checks[0].checkId");
  }

  @Test
  public void ifSomethingIsRefusedNothingIsChanged() {
    world.add(Examples.task());
    world.add(Examples.task().toBuilder().id("task-2").build());
    world.start();
    world.answerAllOk();
    world.change(Examples.TASK_ID, task -> task.state(TaskState.NOT_DONE).reason("Не успели"));
    world.change("task-2", task -> task.state(TaskState.DONE).finishedAt(world.clock.instant()));
    world.close();
    world.report(ReportState.RELEASED);
    ClosedVisit before = world.view();
    assertThatThrownBy(
            () ->
                world.correct(
                    new Correction(
                        "Наоборот",
                        List.of(
                            new TaskCorrection(
                                Examples.TASK_ID, TaskState.DONE, "Сделано", Optional.empty()),
                            new TaskCorrection(
                                "task-2", TaskState.NOT_DONE, "Нет", Optional.empty())),
                        List.of())))
        .isInstanceOf(RefusedException.class);
    assertThat(world.view()).isEqualTo(before);
    assertThat(world.task(Examples.TASK_ID).state()).isEqualTo(TaskState.CARRIED_OVER);
    assertThat(world.record().revision()).isEqualTo(1);
  }

  @Test
  public void aCorrectionThatIsNotStoredQueuesNoReport() {
    closed();
    world.jobs.runAll(done());
    world.store.failNextCommit();
    assertThatThrownBy(() -> world.correct(NOTHING)).isInstanceOf(UnavailableException.class);
    assertThat(world.record().revision()).isEqualTo(1);
    assertThat(world.jobs.jobs()).doesNotContainKey(REPORT);
    world.correct(NOTHING);
    assertThat(world.jobs.jobs()).containsKeys(REPORT, new Job("closing", Examples.VISIT_ID));
  }

  @Test
  public void ofTwoManagersAtOnceOneIsToldToLookAgain() throws Exception {
    closed();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    Callable<Void> correct =
        () -> {
          world.correct(NOTHING);
          return null;
        };
    int refused = 0;
    try {
      for (Future<Void> each : threads.invokeAll(List.of(correct, correct, correct, correct))) {
        try {
          each.get();
        } catch (ExecutionException e) {
          assertThat(e).hasCauseInstanceOf(RefusedException.class);
          refused++;
        }
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(refused).isEqualTo(3);
    assertThat(world.record().revision()).isEqualTo(2);
  }

  @Test
  public void theAuditTrailSaysWhoCorrected() {
    closed();
    String check = world.check(Examples.ASSET_ID, VisitsFixture.ITEM).id();
    world.correct(
        new Correction(
            "Опечатка",
            List.of(),
            List.of(new CheckCorrection(check, VisitsFixture.skipped("Не включался")))));
    assertThat(
            world.store.<List<String>>read(
                tx ->
                    tx
                        .audit(
                            AuditQuery.builder().valueId(check).build(),
                            new PageRequest(50, Optional.empty(), true))
                        .items()
                        .stream()
                        .map(AuditEntry::actorId)
                        .toList()))
        .startsWith(Examples.MANAGER_ID);
  }

  private void closed() {
    close();
    world.report(ReportState.RELEASED);
  }

  private void close() {
    world.start();
    world.answerAllOk();
    world.close();
  }

  private static CheckAnswer answer(CheckState result) {
    return CheckAnswer.builder().result(result).build();
  }

  private static JobHandler done() {
    return new JobHandler() {
      @Override
      public String type() {
        return "report";
      }

      @Override
      public JobOutcome run(Job job) {
        return JobOutcome.finished();
      }
    };
  }
}
