package org.daybook.core.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.directory.Asset;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.StaleVersionException;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.job.Job;
import org.daybook.api.notice.Notice;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.plugin.PluginResult;
import org.daybook.api.store.Transaction;
import org.daybook.api.task.Priority;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.Check;
import org.daybook.api.visit.CheckState;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.ClosedVisit.VisitTask;
import org.daybook.api.visit.Closing;
import org.daybook.api.visit.OpenItem;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.Examples;
import org.junit.Test;

/** A visit cannot be closed over silence. */
public final class CloseGateTest {

  private static final Job REPORT = new Job("report", Examples.VISIT_ID);
  private static final Job CLOSING = new Job("closing", Examples.VISIT_ID);
  private static final Optional<String> OVERRIDE = Optional.of("Инженера вызвали на аварию");

  private final VisitsFixture world = new VisitsFixture();

  @Test
  public void whatHasNoOutcomeKeepsTheVisitOpen() {
    world.add(Examples.task().toBuilder().id("low").priority(Priority.LOW).build());
    world.add(
        Examples.task().toBuilder()
            .id("urgent")
            .priority(Priority.URGENT)
            .assetId(Examples.ASSET_ID)
            .build());
    world.start();
    Closing.StillOpen open = stillOpen(world.close());
    assertThat(open.visit().state()).isEqualTo(VisitState.CLOSING);
    assertThat(world.visit()).isEqualTo(open.visit());
    assertThat(open.open())
        .extracting(OpenItem::kind, OpenItem::title, OpenItem::asset)
        .containsExactly(
            tuple(OpenItem.Kind.TASK, Examples.task().title(), Optional.of("Бухгалтерия-1")),
            tuple(OpenItem.Kind.TASK, Examples.task().title(), Optional.empty()),
            tuple(OpenItem.Kind.CHECK, "Обновления", Optional.of("Бухгалтерия-1")),
            tuple(OpenItem.Kind.CHECK, "Пыль", Optional.of("Бухгалтерия-1")));
    assertThat(open.open().get(0).id()).isEqualTo("urgent");
    assertThat(world.jobs.jobs()).isEmpty();
    assertThat(frozen()).isFalse();
  }

  @Test
  public void workGoesOnWhileClosing() {
    world.start();
    world.close();
    world.answerAllOk();
    assertThat(closed(world.close()).state()).isEqualTo(VisitState.CLOSED);
  }

  @Test
  public void whatASpecialistHasInHandIsPromisedFromTheFirstReportOn() {
    Instant earlier = Examples.NOW.minus(Duration.ofDays(30));
    for (TaskState state : List.of(TaskState.HANDED_OVER, TaskState.ACCEPTED)) {
      world.add(Examples.task().toBuilder().id("new-" + state).build());
      world.add(Examples.task().toBuilder().id("old-" + state).promisedSince(earlier).build());
    }
    world.start();
    world.answerAllOk();
    for (TaskState state : List.of(TaskState.HANDED_OVER, TaskState.ACCEPTED)) {
      world.change("new-" + state, task -> task.state(state).reason("Сеть"));
      world.change("old-" + state, task -> task.state(state).reason("Сеть"));
    }
    world.clock.advance(Duration.ofHours(2));
    Instant closed = closed(world.close()).departedAt().orElseThrow();
    assertThat(world.view().tasks())
        .extracting(VisitTask::id, VisitTask::carriedOver, VisitTask::promisedSince)
        .containsExactlyInAnyOrder(
            tuple("new-HANDED_OVER", 0, Optional.of(closed)),
            tuple("new-ACCEPTED", 0, Optional.of(closed)),
            tuple("old-HANDED_OVER", 0, Optional.of(earlier)),
            tuple("old-ACCEPTED", 0, Optional.of(earlier)));
  }

  @Test
  public void closingFreezesTheVisitAndQueuesItsReport() {
    world.start();
    world.answerAllOk();
    world.clock.advance(Duration.ofHours(3));
    Visit visit = closed(world.close());
    assertThat(visit.state()).isEqualTo(VisitState.CLOSED);
    assertThat(visit.departedAt()).contains(world.clock.instant());
    assertThat(visit.overrideReason()).isEmpty();
    assertThat(world.visit()).isEqualTo(visit);
    assertThat(world.jobs.jobs()).containsOnlyKeys(REPORT, CLOSING);
    assertThat(frozen()).isTrue();
    assertThat(world.notices.all()).isEmpty();
  }

  @Test
  public void ifTheCommitFailsNothingOfItHappened() {
    world.start();
    world.answerAllOk();
    Visit before = world.visit();
    world.store.failNextCommit();
    assertThatThrownBy(world::close).isInstanceOf(UnavailableException.class);
    assertThat(world.visit()).isEqualTo(before);
    assertThat(world.jobs.jobs()).isEmpty();
    assertThat(frozen()).isFalse();
  }

  @Test
  public void whatWasNotDoneGoesToTheNextVisit() {
    Instant promised = Examples.NOW.minus(Duration.ofDays(30));
    world.add(Examples.task().toBuilder().id("first").build());
    world.add(
        Examples.task().toBuilder().id("again").carriedOver(1).promisedSince(promised).build());
    world.start();
    world.answerAllOk();
    for (String id : List.of("first", "again")) {
      world.change(id, task -> task.state(TaskState.NOT_DONE).reason("Нет доступа"));
    }
    world.clock.advance(Duration.ofHours(3));
    closed(world.close());

    Task first = world.task("first");
    assertThat(first.state()).isEqualTo(TaskState.CARRIED_OVER);
    assertThat(first.reason()).contains("Нет доступа");
    assertThat(first.carriedOver()).isEqualTo(1);
    assertThat(first.promisedSince()).contains(world.clock.instant());
    Task again = world.task("again");
    assertThat(again.carriedOver()).isEqualTo(2);
    assertThat(again.promisedSince()).contains(promised);
    assertThat(world.view().tasks())
        .extracting(VisitTask::state, VisitTask::carriedOver)
        .containsExactlyInAnyOrder(
            tuple(TaskState.CARRIED_OVER, 1), tuple(TaskState.CARRIED_OVER, 2));
  }

  @Test
  public void whatWasHandedOverIsAnswered() {
    world.add(Examples.task());
    world.start();
    world.answerAllOk();
    world.change(
        Examples.TASK_ID,
        task -> task.state(TaskState.HANDED_OVER).specialistId(Examples.SPECIALIST_ID));
    closed(world.close());
    assertThat(world.task(Examples.TASK_ID).state()).isEqualTo(TaskState.HANDED_OVER);
  }

  @Test
  public void whatCameBackFromTheSpecialistIsNot() {
    world.add(Examples.task());
    world.start();
    world.answerAllOk();
    world.change(Examples.TASK_ID, task -> task.state(TaskState.RETURNED));
    assertThat(stillOpen(world.close()).open())
        .extracting(OpenItem::id)
        .containsExactly(Examples.TASK_ID);
  }

  @Test
  public void aManagerClosesOverGapsAndControlLooksAtThem() {
    world.add(Examples.task());
    world.start();
    Check answered = world.check(Examples.ASSET_ID, VisitsFixture.OPTIONAL_ITEM);
    world.answer(answered, VisitsFixture.ok());
    Visit visit = closed(world.close(Examples.MANAGER, OVERRIDE));
    assertThat(visit.overrideReason()).isEqualTo(OVERRIDE);
    assertThat(world.jobs.jobs()).containsKey(new Job("closing", visit.id()));
    // What its rule goes by: unanswered checks, and tasks that bear the manager's reason.
    assertThat(world.check(Examples.ASSET_ID, VisitsFixture.ITEM).state())
        .isEqualTo(CheckState.OPEN);
    Task task = world.task(Examples.TASK_ID);
    assertThat(task.state()).isEqualTo(TaskState.CARRIED_OVER);
    assertThat(task.reason()).isEqualTo(OVERRIDE);
    assertThat(task.carriedOver()).isEqualTo(1);
    assertThat(world.view().devices())
        .singleElement()
        .satisfies(
            device ->
                assertThat(device.reasons())
                    .extracting(ClosedVisit.Reason::what)
                    .containsExactly(ClosedVisit.Reason.What.UNANSWERED));
  }

  @Test
  public void anOverrideCarriesOverWhateverIsUnanswered() {
    for (TaskState state : List.of(TaskState.PLANNED, TaskState.IN_PROGRESS, TaskState.RETURNED)) {
      VisitsFixture other = new VisitsFixture();
      other.add(Examples.task());
      other.start();
      other.change(Examples.TASK_ID, task -> task.state(state));
      closed(other.close(Examples.ADMIN, OVERRIDE));
      assertThat(other.task(Examples.TASK_ID).state()).isEqualTo(TaskState.CARRIED_OVER);
    }
  }

  @Test
  public void anOverrideOverNothingIsNone() {
    world.start();
    world.answerAllOk();
    assertThat(closed(world.close(Examples.MANAGER, OVERRIDE)).overrideReason()).isEmpty();
    assertThat(world.notices.all()).isEmpty();
  }

  @Test
  public void onlyAManagerOverridesAndSaysWhy() {
    world.start();
    assertThatThrownBy(() -> world.close(Examples.ENGINEER, OVERRIDE))
        .isInstanceOf(ForbiddenException.class);
    InvalidInputException e =
        catchThrowableOfType(
            InvalidInputException.class, () -> world.close(Examples.MANAGER, Optional.of(" ")));
    assertThat(VisitsFixture.fieldsOf(e)).containsExactly("reason");
    assertThat(world.visit().state()).isEqualTo(VisitState.ON_SITE);
  }

  @Test
  public void onlyTheVisitsEngineerOrAManagerCloses() {
    world.start();
    Actor other = new Actor("staff-other", "Савва Лопухов", Role.ENGINEER);
    for (Actor actor : new Actor[] {other, Examples.SUPPORT, Examples.SPECIALIST}) {
      assertThatThrownBy(() -> world.close(actor, Optional.empty()))
          .isInstanceOf(ForbiddenException.class);
    }
  }

  @Test
  public void theSecondOfTwoTabsIsToldThatItIsStale() {
    world.start();
    world.answerAllOk();
    assertThatThrownBy(
            () ->
                world.visits.close(
                    Examples.ENGINEER, Examples.VISIT_ID, OptionalLong.of(1), Optional.empty()))
        .isInstanceOf(StaleVersionException.class);
    assertThat(world.visit().state()).isEqualTo(VisitState.ON_SITE);
  }

  @Test
  public void retiredEquipmentNeedsNoAnswer() {
    answerAllBut("asset-2");
    world.put(tx -> tx.assets().update(asset(tx, "asset-2").retired(true).build()));
    closed(world.close());
    assertThat(world.view().devices())
        .extracting(ClosedVisit.Device::id)
        .containsExactly(Examples.ASSET_ID);
  }

  @Test
  public void equipmentThatWasTakenToAnotherSiteNeedsNoAnswer() {
    answerAllBut("asset-2");
    world.put(
        tx -> {
          tx.sites().insert(Examples.site().toBuilder().id("site-2").build());
          tx.assets().update(asset(tx, "asset-2").siteId("site-2").build());
        });
    closed(world.close());
    assertThat(world.view().devices())
        .extracting(ClosedVisit.Device::id)
        .containsExactly(Examples.ASSET_ID);
  }

  private void answerAllBut(String assetId) {
    world.addAsset(assetId, AssetKind.PRINTER, "Принтер-1");
    world.start();
    world.answer(world.check(Examples.ASSET_ID, VisitsFixture.ITEM), VisitsFixture.ok());
    world.answer(world.check(Examples.ASSET_ID, VisitsFixture.OPTIONAL_ITEM), VisitsFixture.ok());
  }

  private static Asset.Builder asset(Transaction tx, String id) {
    return tx.assets().find(id).orElseThrow().toBuilder();
  }

  @Test
  public void theRegulationIsAskedForAgainWhenTheVisitIsToBeClosed() {
    world.runner.breakDown(world.regulation, PluginResult.Kind.THREW);
    world.start();
    assertThat(stillOpen(world.close()).open())
        .extracting(OpenItem::kind)
        .containsExactly(OpenItem.Kind.REGULATION);

    world.runner.mend(world.regulation);
    assertThat(stillOpen(world.close()).open())
        .extracting(OpenItem::kind)
        .containsExactly(OpenItem.Kind.CHECK, OpenItem.Kind.CHECK);
    assertThat(world.visit().checksPlanned()).isTrue();
    world.answerAllOk();
    closed(world.close());
  }

  @Test
  public void theFaultIsWithdrawnOnceTheSourceAnswers() {
    world.visits.setListeners(List.of());
    world.start();
    assertThat(world.notices.standing()).hasSize(1);
    assertThat(stillOpen(world.close()).open())
        .extracting(OpenItem::kind, OpenItem::id)
        .containsExactly(tuple(OpenItem.Kind.REGULATION, "routine"));
    world.visits.setListeners(List.of(world.regulation));
    world.close();
    assertThat(world.notices.standing()).isEmpty();
  }

  @Test
  public void aMissingRegulationIsKeptWithTheVisit() {
    world.visits.setListeners(List.of());
    world.start();
    closed(world.close(Examples.MANAGER, OVERRIDE));
    assertThat(world.notices.standing())
        .extracting(Notice::kind)
        .containsExactly(NoticeKind.LISTENER_FAULT);
    assertThat(world.visit().checksPlanned()).isFalse();
    assertThat(world.visit().overrideReason()).isEqualTo(OVERRIDE);
    assertThat(world.view().devices().get(0).reasons())
        .extracting(ClosedVisit.Reason::what)
        .containsExactly(ClosedVisit.Reason.What.NOT_CHECKED);
  }

  @Test
  public void reportingTwiceIsHarmless() {
    world.start();
    world.answerAllOk();
    world.close();
    world.visits.reported(Examples.VISIT_ID);
    Visit reported = world.visit();
    world.visits.reported(Examples.VISIT_ID);
    assertThat(world.visit()).isEqualTo(reported);
    assertThat(reported.state()).isEqualTo(VisitState.REPORTED);
  }

  private boolean frozen() {
    return world.store.read(tx -> tx.frozenVisit(Examples.VISIT_ID)).isPresent();
  }

  private static Closing.StillOpen stillOpen(Closing closing) {
    assertThat(closing).isInstanceOf(Closing.StillOpen.class);
    return (Closing.StillOpen) closing;
  }

  private static Visit closed(Closing closing) {
    assertThat(closing).isInstanceOf(Closing.Closed.class);
    return ((Closing.Closed) closing).visit();
  }
}
