package org.daybook.core.diary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.daybook.api.diary.TaskAction;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.StaleVersionException;
import org.daybook.api.task.Comment;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.api.task.TimeEntry;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.Examples;
import org.junit.Test;

/** What an action changes beside the state. */
public final class TaskEffectsTest {

  private static final Instant EARLIER = Examples.NOW.minus(Duration.ofDays(14));

  private final DiaryFixture world = new DiaryFixture();

  @Test
  public void planningPutsTheTaskOnTheVisitOfItsEngineer() {
    world.add(Examples.task());
    Task planned = world.act(Examples.MANAGER, new TaskAction.Plan(Examples.VISIT_ID));
    assertThat(planned.visitId()).contains(Examples.VISIT_ID);
    assertThat(planned.engineerId()).contains(Examples.ENGINEER_ID);
  }

  @Test
  public void startingKeepsTheFirstMomentAndForgetsTheOldReason() {
    Instant first = Examples.NOW.minus(Duration.ofDays(14));
    world.add(
        Examples.task().toBuilder()
            .state(TaskState.PLANNED)
            .startedAt(first)
            .reason("Ждали деталь")
            .build());
    Task started = world.act(Examples.MANAGER, new TaskAction.Start());
    assertThat(started.startedAt()).contains(first);
    assertThat(started.reason()).isEmpty();
  }

  @Test
  public void startingForTheFirstTimeTakesTheMoment() {
    world.taskIn(TaskState.PLANNED);
    assertThat(world.act(Examples.ENGINEER, new TaskAction.Start()).startedAt())
        .contains(Examples.NOW);
  }

  @Test
  public void doneKeepsResultMomentAndTime() {
    world.taskIn(TaskState.IN_PROGRESS);
    Task done = world.act(Examples.ENGINEER, new TaskAction.Done(" Готово ", Optional.of(25)));
    assertThat(done.result()).contains("Готово");
    assertThat(done.finishedAt()).contains(Examples.NOW);
    assertThat(world.time())
        .extracting(TimeEntry::staffId, TimeEntry::minutes, TimeEntry::at)
        .containsExactly(tuple(Examples.ENGINEER_ID, 25, Examples.NOW));
  }

  @Test
  public void aBlankResultIsNone() {
    world.taskIn(TaskState.IN_PROGRESS);
    assertThat(world.act(Examples.ENGINEER, DiaryFixture.done("  ")).result()).isEmpty();
  }

  @Test
  public void carryingOverCountsAndRemembersSinceWhenItIsPromised() {
    world.taskIn(TaskState.IN_PROGRESS);
    Task carried = world.act(Examples.ENGINEER, new TaskAction.CarryOver("Ждём деталь"));
    assertThat(carried.carriedOver()).isEqualTo(1);
    assertThat(carried.promisedSince()).contains(Examples.NOW);
    assertThat(carried.reason()).contains("Ждём деталь");
    assertThat(carried.version()).isEqualTo(2);
  }

  @Test
  public void carryingOverAgainKeepsTheFirstPromise() {
    Instant first = Examples.NOW.minus(Duration.ofDays(14));
    world.add(
        Examples.task().toBuilder()
            .state(TaskState.PLANNED)
            .visitId(Examples.VISIT_ID)
            .carriedOver(1)
            .promisedSince(first)
            .build());
    Task carried = world.act(Examples.MANAGER, new TaskAction.CarryOver("Ждём деталь"));
    assertThat(carried.carriedOver()).isEqualTo(2);
    assertThat(carried.promisedSince()).contains(first);
  }

  @Test
  public void takingACarryOverBackAtTheSameVisitLeavesNoPromise() {
    world.taskIn(TaskState.PLANNED);
    world.act(Examples.ENGINEER, new TaskAction.CarryOver("Не успеваю"));
    Task planned = world.act(Examples.ENGINEER, new TaskAction.Plan(Examples.VISIT_ID));
    assertThat(planned.carriedOver()).isZero();
    assertThat(planned.promisedSince()).isEmpty();
  }

  @Test
  public void aPromiseOfAnEarlierVisitSurvivesPlanning() {
    Task task = world.taskIn(TaskState.CARRIED_OVER);
    Task planned = world.act(Examples.MANAGER, new TaskAction.Plan(Examples.VISIT_ID));
    assertThat(planned.carriedOver()).isEqualTo(1);
    assertThat(planned.promisedSince()).isEqualTo(task.promisedSince());
  }

  @Test
  public void planningWhatASpecialistReturnedKeepsItsPromise() {
    world.add(
        Examples.task().toBuilder()
            .state(TaskState.RETURNED)
            .visitId("visit-of-last-month")
            .promisedSince(EARLIER)
            .build());
    Task planned = world.act(Examples.MANAGER, new TaskAction.Plan(Examples.VISIT_ID));
    assertThat(planned.promisedSince()).contains(EARLIER);
  }

  @Test
  public void takingACarryOverBackTakesBackOnlyWhatThisVisitPromised() {
    for (Optional<Instant> promised : List.of(Optional.<Instant>empty(), Optional.of(EARLIER))) {
      DiaryFixture each = new DiaryFixture();
      each.store.prepare(
          tx ->
              tx.visits()
                  .update(
                      Examples.visit().toBuilder()
                          .version(1)
                          .state(VisitState.ON_SITE)
                          .arrivedAt(Examples.NOW)
                          .build()));
      each.add(
          Examples.task().toBuilder()
              .state(TaskState.PLANNED)
              .visitId(Examples.VISIT_ID)
              .promisedSince(promised)
              .build());
      each.clock.advance(Duration.ofMinutes(10));
      each.act(Examples.ENGINEER, new TaskAction.CarryOver("Не успеваю"));
      Task planned = each.act(Examples.ENGINEER, new TaskAction.Plan(Examples.VISIT_ID));
      assertThat(planned.carriedOver()).isZero();
      assertThat(planned.promisedSince()).isEqualTo(promised);
    }
  }

  @Test
  public void aReturnedTaskThatIsOnNoVisitCannotBeCarriedOver() {
    world.add(Examples.task().toBuilder().state(TaskState.RETURNED).build());
    assertThatThrownBy(() -> world.act(Examples.MANAGER, new TaskAction.CarryOver("Потом")))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  public void aHandoverNamesTheSpecialistUntilItIsGivenBack() {
    world.taskIn(TaskState.IN_PROGRESS);
    TaskAction handOver = new TaskAction.HandOver(Examples.SPECIALIST_ID, "Нужен сетевик");
    Task handedOver = world.act(Examples.ENGINEER, handOver);
    assertThat(handedOver.specialistId()).contains(Examples.SPECIALIST_ID);
    assertThat(handedOver.handedOverAt()).contains(Examples.NOW);
    world.act(Examples.SPECIALIST, new TaskAction.Accept());
    Task back = world.act(Examples.SPECIALIST, new TaskAction.GiveBack("Нужно на месте"));
    assertThat(back.specialistId()).isEmpty();
    assertThat(back.reason()).contains("Нужно на месте");
  }

  @Test
  public void whatTheSpecialistFinishedKeepsTheSpecialist() {
    world.taskIn(TaskState.ACCEPTED);
    Task done = world.act(Examples.SPECIALIST, DiaryFixture.done("Настроено"));
    assertThat(done.specialistId()).contains(Examples.SPECIALIST_ID);
  }

  @Test
  public void commentsAndTimeLeaveTheTaskAsItIs() {
    Task task = world.taskIn(TaskState.DONE);
    world.act(Examples.ENGINEER, new TaskAction.AddComment(" Забыл сказать "));
    Task timed = world.act(Examples.ENGINEER, new TaskAction.LogTime(5));
    assertThat(timed).isEqualTo(task);
    assertThat(world.comments())
        .extracting(Comment::text, Comment::authorName)
        .containsExactly(tuple("Забыл сказать", Examples.ENGINEER.name()));
    assertThat(world.time()).extracting(TimeEntry::minutes).containsExactly(5);
  }

  @Test
  public void aRefusedActionLogsNoTime() {
    world.taskIn(TaskState.PLANNED);
    assertThatThrownBy(
            () -> world.act(Examples.ENGINEER, new TaskAction.Done("Готово", Optional.of(5))))
        .isInstanceOf(RefusedException.class);
    assertThat(world.time()).isEmpty();
  }

  @Test
  public void nothingIsPlannedOnAVisitThatIsOver() {
    world.add(Examples.task());
    for (VisitState over :
        new VisitState[] {
          VisitState.CLOSED, VisitState.REPORTED, VisitState.MISSED, VisitState.CANCELLED
        }) {
      world.add(Examples.visit().toBuilder().id("visit-" + over).state(over).build());
      assertThatThrownBy(() -> world.act(Examples.MANAGER, new TaskAction.Plan("visit-" + over)))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining(over.name());
    }
  }

  @Test
  public void theSecondOfTwoTabsIsToldThatItIsStale() {
    Task seen = world.taskIn(TaskState.PLANNED);
    OptionalLong version = OptionalLong.of(seen.version());
    Task started = world.diary.act(Examples.ENGINEER, seen.id(), version, new TaskAction.Start());
    assertThatThrownBy(
            () ->
                world.diary.act(
                    Examples.ENGINEER, seen.id(), version, new TaskAction.NotDone("Нет доступа")))
        .isInstanceOf(StaleVersionException.class);
    assertThat(world.stored()).isEqualTo(started);
  }

  @Test
  public void anUnknownTaskIsNotFound() {
    assertThatThrownBy(() -> world.act(Examples.MANAGER, new TaskAction.Start()))
        .isInstanceOf(NotFoundException.class);
  }
}
