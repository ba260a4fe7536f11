package org.daybook.core.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.error.RefusedException;
import org.daybook.api.report.ReportState;
import org.daybook.api.store.TaskLogQuery;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.api.task.TimeEntry;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.ClosedVisit.Device;
import org.daybook.api.visit.ClosedVisit.Reason;
import org.daybook.api.visit.ClosedVisit.VisitTask;
import org.daybook.api.visit.Correction;
import org.daybook.api.visit.Correction.TaskCorrection;
import org.daybook.api.visit.Verdict;
import org.daybook.testkit.ExampleTask;
import org.daybook.testkit.ExampleVisit;
import org.daybook.testkit.Examples;
import org.junit.Test;

/** What becomes of a task in the record, and of the task itself. */
public final class TaskCorrectionTest {

  private static final Set<TaskState> WITH_SPECIALIST =
      EnumSet.of(TaskState.HANDED_OVER, TaskState.ACCEPTED);

  private final VisitsFixture world = new VisitsFixture();

  @Test
  public void whatWasCarriedOverAndTurnsOutDoneIsFinishedOnItsVisit() {
    Instant departedAt = closedOver(TaskState.NOT_DONE, task -> task.reason("Не успели"));
    assertThat(recorded().state()).isEqualTo(TaskState.CARRIED_OVER);
    assertThat(recorded().carriedOver()).isEqualTo(1);
    world.clock.advance(Duration.ofDays(1));
    correct(TaskState.DONE, " Папка перенесена ", Optional.of(45));

    VisitTask recorded = recorded();
    assertThat(recorded.state()).isEqualTo(TaskState.DONE);
    assertThat(recorded.result()).contains("Папка перенесена");
    assertThat(recorded.reason()).isEmpty();
    assertThat(recorded.finishedAt()).contains(departedAt);
    assertThat(recorded.minutes()).isEqualTo(45);
    assertThat(recorded.carriedOver()).isZero();
    assertThat(recorded.promisedSince()).isEmpty();

    Task task = task();
    assertThat(task.state()).isEqualTo(TaskState.DONE);
    assertThat(task.result()).contains("Папка перенесена");
    assertThat(task.reason()).isEmpty();
    assertThat(task.visitId()).contains(Examples.VISIT_ID);
    assertThat(task.startedAt()).contains(Examples.NOW);
    assertThat(task.finishedAt()).contains(departedAt);
    assertThat(task.carriedOver()).isZero();
    assertThat(task.promisedSince()).isEmpty();
    assertThat(entries()).extracting(TimeEntry::minutes).containsExactly(45);
  }

  @Test
  public void anOlderPromiseIsKeptInTheRecordOfWhatWasDone() {
    Instant since = Examples.NOW.minus(Duration.ofDays(30));
    closedOver(
        TaskState.NOT_DONE, task -> task.reason("Не успели").carriedOver(2).promisedSince(since));
    assertThat(recorded().carriedOver()).isEqualTo(3);
    correct(TaskState.DONE, "Готово", Optional.empty());
    assertThat(recorded().carriedOver()).isEqualTo(2);
    assertThat(recorded().promisedSince()).contains(since);
    assertThat(task().carriedOver()).isEqualTo(2);
    assertThat(task().promisedSince()).contains(since);
  }

  @Test
  public void fromEveryOpenStateThereIsAWayToDone() {
    for (TaskState state : TaskState.values()) {
      assertThat(RecordedTasks.walkToDone(state))
          .as(state.name())
          .isEqualTo(state.isFinal() ? Optional.empty() : Optional.of(TaskState.DONE));
    }
  }

  @Test
  public void theTaskOfTodayFollowsFromWhereverItIs() {
    for (TaskState today : TaskState.values()) {
      VisitsFixture other = new VisitsFixture();
      closedOver(other, TaskState.NOT_DONE, task -> task.reason("Не успели"));
      other.change(
          Examples.TASK_ID,
          task -> {
            task.state(today).visitId("visit-2");
            return today.isFinal() ? task.result("Позже").finishedAt(Examples.NOW) : task;
          });
      other.correct(correction(TaskState.DONE, "Готово", Optional.empty()));
      assertThat(recorded(other).state()).as(today.name()).isEqualTo(TaskState.DONE);
      assertThat(recorded(other).result()).contains("Готово");
      Task task = other.task(Examples.TASK_ID);
      assertThat(task.state()).as(today.name()).isEqualTo(today.isFinal() ? today : TaskState.DONE);
      assertThat(task.result()).contains(today.isFinal() ? "Позже" : "Готово");
      assertThat(task.visitId()).contains(today.isFinal() ? "visit-2" : Examples.VISIT_ID);
    }
  }

  @Test
  public void whatWasDoneStaysDoneAndCanBeSaidBetter() {
    Instant departedAt =
        closedOver(TaskState.DONE, task -> task.result("Сделно").finishedAt(world.clock.instant()));
    Instant finishedAt = recorded().finishedAt().orElseThrow();
    assertThat(finishedAt).isBeforeOrEqualTo(departedAt);
    correct(TaskState.DONE, "Сделано", Optional.empty());
    assertThat(recorded().result()).contains("Сделано");
    assertThat(recorded().finishedAt()).contains(finishedAt);
    assertThat(task().result()).contains("Сделано");
    assertThat(task().finishedAt()).contains(finishedAt);
  }

  @Test
  public void whatIsFinishedForGoodIsNotUndone() {
    for (TaskState state : TaskState.values()) {
      if (!state.isFinal()) {
        continue;
      }
      VisitsFixture other = new VisitsFixture();
      closedOver(other, state, task -> task.finishedAt(other.clock.instant()));
      assertThatThrownBy(
              () -> other.correct(correction(TaskState.NOT_DONE, "Нет", Optional.empty())))
          .as(state.name())
          .isInstanceOf(RefusedException.class)
          .hasMessage(
              "The task “Перенести папку «Договоры» на сервер” is %s and stays so. If it is not"
                      .formatted(state)
                  + " done, set a new task for it.");
      assertThat(other.record().revision()).isEqualTo(1);
    }
  }

  @Test
  public void whatCameToAnotherEndIsCorrectedInTheRecordOnly() {
    closedOver(TaskState.SELF_RECOVERED, task -> task.finishedAt(world.clock.instant()));
    correct(TaskState.DONE, "Заменили кабель", Optional.empty());
    assertThat(recorded().state()).isEqualTo(TaskState.DONE);
    assertThat(recorded().result()).contains("Заменили кабель");
    assertThat(task().state()).isEqualTo(TaskState.SELF_RECOVERED);
    assertThat(task().result()).isEmpty();
  }

  @Test
  public void whatIsWithASpecialistIsDoneOrStaysThere() {
    for (TaskState state : WITH_SPECIALIST) {
      VisitsFixture other = new VisitsFixture();
      closedOver(other, state, task -> task.reason("Сеть").specialistId(Examples.SPECIALIST_ID));
      assertThatThrownBy(
              () -> other.correct(correction(TaskState.NOT_DONE, "Нет", Optional.empty())))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("is with a specialist");
      other.correct(correction(TaskState.DONE, "Готово", Optional.empty()));
      assertThat(recorded(other).state()).isEqualTo(TaskState.DONE);
      assertThat(recorded(other).specialist()).isEmpty();
      assertThat(recorded(other).promisedSince()).isEmpty();
      assertThat(other.task(Examples.TASK_ID).promisedSince()).isEmpty();
      assertThat(other.task(Examples.TASK_ID).state()).isEqualTo(TaskState.DONE);
    }
  }

  @Test
  public void theReasonOfWhatWasNotDoneCanBeSaidBetter() {
    closedOver(TaskState.NOT_DONE, task -> task.reason("Не успели"));
    correct(TaskState.NOT_DONE, "Не было доступа", Optional.empty());
    assertThat(recorded().state()).isEqualTo(TaskState.CARRIED_OVER);
    assertThat(recorded().reason()).contains("Не было доступа");
    assertThat(recorded().carriedOver()).isEqualTo(1);
    assertThat(task().state()).isEqualTo(TaskState.CARRIED_OVER);
    assertThat(task().reason()).contains("Не было доступа");
  }

  @Test
  public void aReasonThatWasGivenLaterIsNotLost() {
    closedOver(TaskState.NOT_DONE, task -> task.reason("Не успели"));
    world.change(Examples.TASK_ID, task -> task.reason("Ждём диск"));
    correct(TaskState.NOT_DONE, "Не было доступа", Optional.empty());
    assertThat(recorded().reason()).contains("Не было доступа");
    assertThat(task().reason()).contains("Ждём диск");
  }

  @Test
  public void timeIsAddedUpToTheTotalAndNeverTakenAway() {
    world.add(Examples.task());
    world.start();
    world.put(tx -> tx.timeEntries().insert(Examples.timeEntry()));
    world.answerAllOk();
    world.change(Examples.TASK_ID, task -> task.state(TaskState.NOT_DONE).reason("Не успели"));
    world.clock.advance(Duration.ofHours(3));
    world.close();
    world.report(ReportState.RELEASED);
    world.put(
        tx ->
            tx.timeEntries()
                .insert(
                    new TimeEntry(
                        "later",
                        Examples.TASK_ID,
                        Examples.ENGINEER_ID,
                        10,
                        world.clock.instant().plusSeconds(60))));
    assertThat(recorded().minutes()).isEqualTo(25);

    correct(TaskState.NOT_DONE, "Не успели", Optional.of(1500));
    assertThat(recorded().minutes()).isEqualTo(1500);
    assertThat(entries())
        .extracting(TimeEntry::minutes)
        .containsExactlyInAnyOrder(25, 10, 1440, 35);
    world.report(ReportState.RELEASED);
    correct(TaskState.NOT_DONE, "Не успели", Optional.of(5));
    assertThat(recorded().minutes()).isEqualTo(5);
    assertThat(entries()).hasSize(4);
    world.report(ReportState.RELEASED);
    correct(TaskState.NOT_DONE, "Не успели", Optional.of(1500));
    assertThat(entries()).hasSize(4);
  }

  @Test
  public void aDeviceStaysRedWhileMonitoringReportsItAndSaysWhatWasDone() {
    world.put(
        tx ->
            tx.occurrences()
                .insert(Examples.occurrence().toBuilder().taskId(Examples.TASK_ID).build()));
    closedOver(
        TaskState.NOT_DONE,
        task ->
            task.reason("Не успели")
                .title(Examples.occurrence().title())
                .assetId(Examples.ASSET_ID));
    assertThat(reason().action()).contains("Перенесено на следующий выезд: Не успели");
    correct(TaskState.DONE, "Очистили диск", Optional.empty());
    assertThat(reason().what()).isEqualTo(Reason.What.MONITORING);
    assertThat(reason().action())
        .contains("Работы выполнены, мониторинг исправления ещё не подтвердил");
    assertThat(device().verdict()).isEqualTo(Verdict.RED);
  }

  @Test
  public void theRestOfTheRecordStaysAsItWas() {
    ClosedVisit usual =
        ExampleVisit.usual()
            .tasks(
                List.of(
                    ExampleTask.of(Examples.TASK_ID, "Задача")
                        .unfinished(TaskState.CARRIED_OVER, "Не успели")
                        .project("Замена сервера")
                        .source("client")
                        .build(),
                    ExampleTask.of("other", "Другая").build()))
            .build();
    closedOver(TaskState.NOT_DONE, task -> task.reason("Не успели"));
    ClosedVisit before = world.view();
    ClosedVisit same = usual.with(usual.tasks(), usual.devices());
    assertThat(same).isEqualTo(usual);
    correct(TaskState.DONE, "Готово", Optional.empty());
    ClosedVisit after = world.view();
    assertThat(after.with(before.tasks(), before.devices())).isEqualTo(before);
  }

  private interface Change {
    Task.Builder to(Task.Builder task);
  }

  private Instant closedOver(TaskState state, Change how) {
    return closedOver(world, state, how);
  }

  /** The visit is closed over the example task in a state, and its report is out. */
  private static Instant closedOver(VisitsFixture world, TaskState state, Change how) {
    world.add(how.to(Examples.task().toBuilder()).state(TaskState.NEW).build());
    world.start();
    world.answerAllOk();
    world.clock.advance(Duration.ofHours(1));
    world.change(Examples.TASK_ID, task -> how.to(task).state(state));
    world.clock.advance(Duration.ofHours(2));
    world.close();
    world.report(ReportState.RELEASED);
    return world.clock.instant();
  }

  private void correct(TaskState state, String text, Optional<Integer> minutes) {
    world.correct(correction(state, text, minutes));
  }

  private static Correction correction(TaskState state, String text, Optional<Integer> minutes) {
    return new Correction(
        "Уточнение",
        List.of(new TaskCorrection(Examples.TASK_ID, state, text, minutes)),
        List.of());
  }

  private VisitTask recorded() {
    return recorded(world);
  }

  private static VisitTask recorded(VisitsFixture world) {
    return world.view().tasks().stream()
        .filter(task -> task.id().equals(Examples.TASK_ID))
        .findFirst()
        .orElseThrow();
  }

  private Task task() {
    return world.task(Examples.TASK_ID);
  }

  private List<TimeEntry> entries() {
    return world.store.read(
        tx -> tx.timeEntries().all(TaskLogQuery.builder().addTaskIds(Examples.TASK_ID).build()));
  }

  private Device device() {
    return world.view().devices().get(0);
  }

  private Reason reason() {
    assertThat(device().reasons()).hasSize(1);
    return device().reasons().get(0);
  }
}
