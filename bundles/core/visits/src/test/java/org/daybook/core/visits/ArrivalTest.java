package org.daybook.core.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.notice.Notice;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.plugin.PluginResult;
import org.daybook.api.task.Priority;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.Check;
import org.daybook.api.visit.NewCheck;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitListener;
import org.daybook.api.visit.VisitStart;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.DirectPluginRunner;
import org.daybook.testkit.Examples;
import org.junit.Test;

/** The engineer has arrived: tasks and checks come onto the visit. */
public final class ArrivalTest {

  private final VisitsFixture world = new VisitsFixture();

  @Test
  public void theVisitBeginsWithItsChecks() {
    Visit visit = world.start();
    assertThat(visit.state()).isEqualTo(VisitState.ON_SITE);
    assertThat(visit.arrivedAt()).contains(Examples.NOW);
    assertThat(visit.checksPlanned()).isTrue();
    assertThat(world.checks())
        .extracting(Check::assetId, Check::itemId, Check::mandatory)
        .containsExactly(
            tuple(Examples.ASSET_ID, VisitsFixture.ITEM, true),
            tuple(Examples.ASSET_ID, VisitsFixture.OPTIONAL_ITEM, false));
    assertThat(world.notices.all()).isEmpty();
  }

  @Test
  public void everyUnfinishedTaskThatNobodyHasInHandComesOntoTheVisit() {
    world.put(
        tx -> {
          tx.visits().insert(other("visit-old", VisitState.CLOSED));
          tx.visits().insert(other("visit-off", VisitState.CANCELLED));
        });
    add("new", TaskState.NEW, Optional.empty());
    add("carried", TaskState.CARRIED_OVER, Optional.of("visit-old"));
    add("returned", TaskState.RETURNED, Optional.of("visit-old"));
    add("planned-nowhere", TaskState.PLANNED, Optional.empty());
    add("planned-off", TaskState.PLANNED, Optional.of("visit-off"));
    add("planned-here", TaskState.PLANNED, Optional.of(Examples.VISIT_ID));
    world.start();
    for (String id :
        List.of("new", "carried", "returned", "planned-nowhere", "planned-off", "planned-here")) {
      Task task = world.task(id);
      assertThat(task.state()).as(id).isEqualTo(TaskState.PLANNED);
      assertThat(task.visitId()).as(id).contains(Examples.VISIT_ID);
      assertThat(task.engineerId()).as(id).contains(Examples.ENGINEER_ID);
    }
  }

  @Test
  public void workThatLostItsVisitIsNotForgotten() {
    world.put(tx -> tx.visits().insert(other("visit-off", VisitState.CANCELLED)));
    add("begun", TaskState.IN_PROGRESS, Optional.of("visit-off"));
    add("given-up", TaskState.NOT_DONE, Optional.of("visit-off"));
    world.start();
    assertThat(world.task("begun").state()).isEqualTo(TaskState.IN_PROGRESS);
    assertThat(world.task("begun").visitId()).contains(Examples.VISIT_ID);
    Task givenUp = world.task("given-up");
    assertThat(givenUp.state()).isEqualTo(TaskState.PLANNED);
    assertThat(givenUp.carriedOver()).isEqualTo(1);
    assertThat(givenUp.promisedSince()).contains(Examples.NOW);
  }

  @Test
  public void whatOthersHaveInHandStaysWithThem() {
    world.put(tx -> tx.visits().insert(other("visit-now", VisitState.ON_SITE)));
    List<Task> before = new ArrayList<>();
    before.add(add("elsewhere", TaskState.PLANNED, Optional.of("visit-now")));
    before.add(add("handed", TaskState.HANDED_OVER, Optional.of("visit-now")));
    before.add(add("accepted", TaskState.ACCEPTED, Optional.empty()));
    before.add(add("done", TaskState.DONE, Optional.empty()));
    before.add(
        world.add(Examples.task().toBuilder().id("other-client").clientId("client-other").build()));
    world.start();
    before.forEach(task -> assertThat(world.task(task.id())).isEqualTo(task));
  }

  @Test
  public void tasksOnEquipmentOfAnotherSiteWaitForAVisitThere() {
    world.put(
        tx -> {
          tx.sites().insert(Examples.site().toBuilder().id("site-2").build());
          tx.assets()
              .insert(
                  Examples.asset().toBuilder()
                      .id("asset-2")
                      .siteId("site-2")
                      .hostname("sklad-1")
                      .inventoryNumber("INV-0002")
                      .build());
        });
    Task there = world.add(Examples.task().toBuilder().assetId("asset-2").build());
    world.start();
    assertThat(world.task(there.id())).isEqualTo(there);
  }

  @Test
  public void listenersKnowTheSiteAndItsHistory() {
    world.addAsset("asset-gone", AssetKind.PRINTER, "Списанный");
    world.put(
        tx -> {
          tx.assets()
              .update(
                  tx.assets().find("asset-gone").orElseThrow().toBuilder().retired(true).build());
          for (int days : new int[] {60, 30}) {
            tx.checks()
                .insert(
                    Examples.check().toBuilder()
                        .id("check-" + (1000 - days))
                        .visitId("visit-" + days)
                        .state(org.daybook.api.visit.CheckState.OK)
                        .answeredAt(Examples.NOW.minus(Duration.ofDays(days)))
                        .build());
          }
          tx.problems().insert(Examples.problem());
        });
    world.start();
    VisitStart start = world.regulation.asked.get(0);
    assertThat(start.assets()).containsExactly(Examples.asset().toBuilder().version(1).build());
    assertThat(start.language()).isEqualTo(Examples.RUSSIAN);
    assertThat(start.zone()).isEqualTo(Examples.ZONE);
    assertThat(start.kind()).isEqualTo(VisitKind.PLANNED);
    assertThat(start.visitId()).isEqualTo(Examples.VISIT_ID);
    assertThat(start.arrivedAt()).isEqualTo(Examples.NOW);
    assertThat(start.lastDone(Examples.ASSET_ID, "antivirus-scan"))
        .contains(Examples.NOW.minus(Duration.ofDays(30)));
    assertThat(start.lastDone(Examples.ASSET_ID, VisitsFixture.ITEM)).isEmpty();
    assertThat(start.hasOpenProblem(Examples.ASSET_ID, "antivirus-scan")).isTrue();
    assertThat(start.hasOpenProblem(Examples.ASSET_ID, VisitsFixture.ITEM)).isFalse();
  }

  @Test
  public void listenersAreAskedWithNoTransactionOpen() {
    world.regulation.before =
        start -> {
          CompletableFuture<Boolean> elsewhere =
              CompletableFuture.supplyAsync(
                  () -> world.store.read(tx -> tx.visits().find(start.visitId()).isPresent()));
          assertThat(elsewhere.orTimeout(10, TimeUnit.SECONDS).join()).isTrue();
        };
    assertThat(world.start().checksPlanned()).isTrue();
  }

  @Test
  public void aBrokenListenerKeepsNobodyFromBeginning() {
    world.runner.breakDown(world.regulation, PluginResult.Kind.TIMED_OUT);
    Visit visit = world.start();
    assertThat(visit.state()).isEqualTo(VisitState.ON_SITE);
    assertThat(visit.checksPlanned()).isFalse();
    assertThat(world.checks()).isEmpty();
    assertThat(world.notices.standing())
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.kind()).isEqualTo(NoticeKind.LISTENER_FAULT);
              assertThat(notice.subject()).contains(DirectPluginRunner.BUNDLE);
              assertThat(notice.recipientId()).isEmpty();
            });
  }

  @Test
  public void whateverAListenerThrowsIsItsFault() {
    world.regulation.before =
        start -> {
          throw new RefusedException("Not today.");
        };
    assertThat(world.start().checksPlanned()).isFalse();
    assertThat(world.notices.standing())
        .extracting(Notice::key, Notice::kind)
        .containsExactly(tuple("listener:routine", NoticeKind.LISTENER_FAULT));
  }

  @Test
  public void checksThatMakeNoSenseAreAFault() {
    for (NewCheck nonsense :
        List.of(
            new NewCheck("asset-unknown", "item", "Название", true),
            new NewCheck(Examples.ASSET_ID, " ", "Название", true),
            new NewCheck(Examples.ASSET_ID, "я".repeat(101), "Название", true),
            new NewCheck(Examples.ASSET_ID, "item", "", true))) {
      VisitsFixture other = new VisitsFixture();
      other.visits.setListeners(List.of(listener("routine", List.of(nonsense))));
      assertThat(other.start().checksPlanned()).isFalse();
      assertThat(other.checks()).isEmpty();
    }
  }

  @Test
  public void aRepeatedCheckIsOne() {
    NewCheck check = new NewCheck(Examples.ASSET_ID, "item", "Название", true);
    world.visits.setListeners(List.of(listener("routine", List.of(check, check))));
    world.start();
    assertThat(world.checks()).hasSize(1);
  }

  @Test
  public void oneListenersFaultDoesNotTouchTheOther() {
    VisitListener broken = listener("extra", List.of());
    world.visits.setListeners(List.of(broken, world.regulation));
    world.runner.breakDown(broken, PluginResult.Kind.VANISHED);
    assertThat(world.start().checksPlanned()).isFalse();
    assertThat(world.checks()).hasSize(2);
  }

  @Test
  public void aRequiredSourceThatIsNotThereIsMissed() {
    world.visits.setListeners(List.of());
    assertThat(world.start().checksPlanned()).isFalse();
    assertThat(world.notices.standing())
        .singleElement()
        .satisfies(notice -> assertThat(notice.subject()).contains("routine"));
  }

  @Test
  public void anEmergencyVisitNeedsNoRegulation() {
    world.visits.setListeners(List.of());
    world.put(
        tx ->
            tx.visits()
                .update(
                    tx.visits().find(Examples.VISIT_ID).orElseThrow().toBuilder()
                        .kind(VisitKind.EMERGENCY)
                        .requestedAt(Examples.NOW)
                        .build()));
    assertThat(world.start().checksPlanned()).isTrue();
    assertThat(world.notices.all()).isEmpty();
  }

  @Test
  public void anEmergencyTakesWhatIsUrgentAndPutsTheRestOffForNobody() {
    world.put(
        tx -> {
          tx.tasks().insert(open("urgent", Priority.URGENT));
          tx.tasks().insert(open("usual", Priority.HIGH));
          tx.visits()
              .update(
                  tx.visits().find(Examples.VISIT_ID).orElseThrow().toBuilder()
                      .kind(VisitKind.EMERGENCY)
                      .requestedAt(Examples.NOW)
                      .build());
        });
    world.start();
    assertThat(world.task("urgent").visitId()).contains(Examples.VISIT_ID);
    assertThat(world.task("usual").visitId()).isEmpty();
    assertThat(world.task("usual").state()).isEqualTo(TaskState.NEW);
  }

  private static Task open(String id, Priority priority) {
    return Examples.task().toBuilder()
        .id(id)
        .state(TaskState.NEW)
        .assetId(Optional.empty())
        .visitId(Optional.empty())
        .externalId(Optional.empty())
        .priority(priority)
        .build();
  }

  @Test
  public void onlyTheVisitsEngineerOrAManagerBegins() {
    Actor other = new Actor("staff-other", "Савва Лопухов", Role.ENGINEER);
    for (Actor actor : new Actor[] {other, Examples.SUPPORT, Examples.SPECIALIST}) {
      assertThatThrownBy(() -> world.start(actor)).isInstanceOf(ForbiddenException.class);
    }
    assertThat(world.regulation.asked).isEmpty();
    assertThat(world.start(Examples.MANAGER).state()).isEqualTo(VisitState.ON_SITE);
  }

  @Test
  public void configurationIsCheckedWhenTheServiceStarts() {
    for (int seconds : new int[] {0, 121}) {
      assertThatThrownBy(
              () ->
                  new VisitsService(
                      world.store,
                      world.clock,
                      world.jobs,
                      world.notices,
                      world.runner,
                      VisitsFixture.config(seconds, "")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("listenerSeconds");
    }
  }

  private Task add(String id, TaskState state, Optional<String> visitId) {
    return world.add(Examples.task().toBuilder().id(id).state(state).visitId(visitId).build());
  }

  private static Visit other(String id, VisitState state) {
    return Examples.visit().toBuilder().id(id).state(state).engineerId("staff-other").build();
  }

  private static VisitListener listener(String source, List<NewCheck> checks) {
    return new VisitListener() {
      @Override
      public String source() {
        return source;
      }

      @Override
      public List<NewCheck> visitStarted(VisitStart visit) {
        return checks;
      }
    };
  }
}
