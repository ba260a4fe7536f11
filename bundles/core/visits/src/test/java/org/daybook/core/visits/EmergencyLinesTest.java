package org.daybook.core.visits;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.daybook.api.task.Priority;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.ClosedVisit.Emergency;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitDraft;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.Examples;
import org.junit.Test;

/** What the report of a planned visit says about the emergencies before it. */
public final class EmergencyLinesTest {
  private static final OptionalLong ANY = OptionalLong.empty();

  private final VisitsFixture world = new VisitsFixture();

  public EmergencyLinesTest() {
    world.regulation.due = asset -> false;
  }

  @Test
  public void anEmergencyIsToldWithWhatTookHowLongAndWhatWasDone() {
    Task urgent = Examples.task().toBuilder().priority(Priority.URGENT).build();
    world.add(urgent.toBuilder().id("done").title("Сервер не включался").build());
    world.add(urgent.toBuilder().id("left").title("Мигает экран").build());
    emergency(Duration.ofMinutes(80));

    assertThat(world.view().emergencies())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.requestedAt()).isEqualTo(Examples.NOW);
              assertThat(line.dueBy()).contains(Examples.NOW.plus(Duration.ofHours(2)));
              assertThat(line.arrivedAt()).isEqualTo(Examples.NOW.plus(Duration.ofMinutes(80)));
              assertThat(line.minutesToArrival()).isEqualTo(80);
              assertThat(line.minutesLate()).isZero();
              assertThat(line.engineer().name()).isEqualTo("Пётр Одуванчиков");
              assertThat(line.done()).containsExactly("Сервер не включался");
            });
  }

  @Test
  public void whoComesInTheLastMomentIsInTimeAndASecondLaterAMinuteLate() {
    emergency(Duration.ofHours(2));
    emergency(Duration.ofHours(2).plusSeconds(1));
    emergency(Duration.ofMinutes(141));
    assertThat(world.view().emergencies())
        .extracting(Emergency::minutesLate)
        .containsExactly(0, 1, 21);
  }

  @Test
  public void eachIsToldInOneReportOnly() {
    emergency(Duration.ofMinutes(30));
    world.start();
    world.close();
    assertThat(world.view().emergencies()).hasSize(1);
    emergency(Duration.ofMinutes(40));
    Visit next = plannedNow();
    assertThat(world.visits.view(next.id()).emergencies())
        .extracting(Emergency::minutesToArrival)
        .containsExactly(40);
  }

  @Test
  public void whatIsFrozenStaysAsItWas() {
    emergency(Duration.ofMinutes(30));
    world.start();
    world.close();
    ClosedVisit frozen = world.view();
    emergency(Duration.ofMinutes(40));
    assertThat(world.view()).isEqualTo(frozen);
  }

  @Test
  public void emergenciesOfOtherSitesAndThoseNobodyCameToAreNotTold() {
    String cancelled = world.emergency().id();
    world.visits.cancel(Examples.MANAGER, cancelled, ANY, "Заработало само");
    world.emergency();
    world.put(
        tx -> {
          tx.sites().insert(Examples.site().toBuilder().id("site-2").build());
          tx.visits()
              .insert(
                  Examples.visit().toBuilder()
                      .id("elsewhere")
                      .kind(VisitKind.EMERGENCY)
                      .siteId("site-2")
                      .state(VisitState.REPORTED)
                      .requestedAt(Examples.NOW)
                      .arrivedAt(Examples.NOW)
                      .departedAt(Examples.NOW)
                      .build());
        });
    assertThat(world.view().emergencies()).isEmpty();
  }

  @Test
  public void anEmergencyItselfTellsOfNone() {
    emergency(Duration.ofMinutes(30));
    String second = emergency(Duration.ofMinutes(30));
    assertThat(world.visits.view(second).emergencies()).isEmpty();
  }

  @Test
  public void oneFromBeforeThereWasAPromiseIsNotJudged() {
    Instant before = Examples.NOW.minus(Duration.ofHours(9));
    world.put(
        tx ->
            tx.visits()
                .insert(
                    Examples.visit().toBuilder()
                        .id("old")
                        .kind(VisitKind.EMERGENCY)
                        .state(VisitState.REPORTED)
                        .requestedAt(before)
                        .arrivedAt(Examples.NOW.minus(Duration.ofHours(3)))
                        .departedAt(Examples.NOW.minus(Duration.ofHours(2)))
                        .build()));
    assertThat(world.view().emergencies())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.dueBy()).isEmpty();
              assertThat(line.minutesLate()).isZero();
              assertThat(line.minutesToArrival()).isEqualTo(360);
            });
  }

  @Test
  public void aViewThatWasFrozenBeforeEmergenciesWereToldOfCanStillBeRead() throws Exception {
    emergency(Duration.ofMinutes(30));
    FrozenJson json = new FrozenJson();
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode old = (ObjectNode) mapper.readTree(json.write(world.view()));
    assertThat(old.remove("emergencies")).isNotNull();
    assertThat(json.read(mapper.writeValueAsString(old)).emergencies()).isEmpty();
    assertThat(json.read(json.write(world.view()))).isEqualTo(world.view());
  }

  /** From the request to the close; of the tasks on it, the one called done is done. */
  private String emergency(Duration toArrival) {
    world.clock.set(Examples.NOW);
    String id = world.emergency().id();
    world.clock.advance(toArrival);
    world.visits.start(Examples.ENGINEER, id, ANY);
    finish("done", TaskState.DONE);
    finish("left", TaskState.NOT_DONE);
    world.clock.advance(Duration.ofMinutes(10));
    world.visits.close(Examples.ENGINEER, id, ANY, Optional.empty());
    return id;
  }

  private void finish(String taskId, TaskState state) {
    boolean there = world.store.read(tx -> tx.tasks().find(taskId)).isPresent();
    if (there) {
      world.change(
          taskId,
          task ->
              state.isFinal()
                  ? task.state(state).result("Готово").finishedAt(world.clock.instant())
                  : task.state(state).reason("Нет детали"));
    }
  }

  private Visit plannedNow() {
    return world.visits.schedule(
        Examples.MANAGER,
        VisitDraft.builder()
            .kind(VisitKind.PLANNED)
            .client("romashka")
            .plannedFor(world.clock.instant())
            .build());
  }
}
