package org.daybook.core.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.directory.ServicePlan;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.StaleVersionException;
import org.daybook.api.job.Job;
import org.daybook.api.store.AuditQuery;
import org.daybook.api.store.PageRequest;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.Closing;
import org.daybook.api.visit.Sight;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitDraft;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.Examples;
import org.junit.Test;

public final class EmergencyTest {
  private static final OptionalLong ANY = OptionalLong.empty();
  private static final String OTHER_ID = "staff-other";
  private static final Actor OTHER = new Actor(OTHER_ID, "Другой Инженер", Role.ENGINEER);

  private final VisitsFixture world = new VisitsFixture();

  public EmergencyTest() {
    world.put(
        tx ->
            tx.staff()
                .insert(
                    Examples.staff(Role.ENGINEER).toBuilder()
                        .id(OTHER_ID)
                        .name("Другой Инженер")
                        .build()));
  }

  @Test
  public void supportRaisesAnEmergencyThatIsDueInTwoHours() {
    Visit raised = world.emergency();
    assertThat(raised.kind()).isEqualTo(VisitKind.EMERGENCY);
    assertThat(raised.state()).isEqualTo(VisitState.SCHEDULED);
    assertThat(raised.dueBy()).contains(Examples.NOW.plus(Duration.ofHours(2)));
    assertThat(raised.acceptedAt()).isEmpty();
  }

  @Test
  public void theClockRunsFromTheRequestAndAsThePlanSays() {
    world.put(
        tx ->
            tx.clients()
                .update(
                    tx.clients().find(Examples.CLIENT_ID).orElseThrow().toBuilder()
                        .plan(ServicePlan.STANDARD)
                        .build()));
    Instant sixInTheMorning = Examples.NOW.minus(Duration.ofHours(3));
    Visit raised =
        world.visits.schedule(
            Examples.MANAGER,
            VisitDraft.builder()
                .kind(VisitKind.EMERGENCY)
                .client("romashka")
                .requestedAt(sixInTheMorning)
                .build());
    assertThat(raised.dueBy()).contains(Examples.NOW.plus(Duration.ofHours(2)));
  }

  @Test
  public void supportMayNotPlanVisits() {
    assertThatThrownBy(() -> world.visits.schedule(Examples.SUPPORT, Examples.visitDraft()))
        .isInstanceOf(ForbiddenException.class);
    assertThat(world.visit().dueBy()).isEmpty();
  }

  @Test
  public void neitherEngineersNorSpecialistsRaiseEmergencies() {
    VisitDraft draft =
        VisitDraft.builder()
            .kind(VisitKind.EMERGENCY)
            .client("romashka")
            .requestedAt(Examples.NOW)
            .build();
    for (Actor actor : List.of(Examples.ENGINEER, Examples.SPECIALIST)) {
      assertThatThrownBy(() -> world.visits.schedule(actor, draft))
          .isInstanceOf(ForbiddenException.class);
    }
  }

  @Test
  public void theEngineerAcceptsSetsOutArrivesAndCloses() {
    // As the routine source does it: in an emergency there is one thing to do.
    world.regulation.due = asset -> false;
    String id = world.emergency().id();
    world.clock.advance(Duration.ofMinutes(5));
    Visit accepted = world.visits.accept(Examples.ENGINEER, id, OptionalLong.of(1));
    assertThat(accepted.acceptedAt()).contains(Examples.NOW.plus(Duration.ofMinutes(5)));
    world.clock.advance(Duration.ofMinutes(5));
    Visit onTheWay = world.visits.setOut(Examples.ENGINEER, id, OptionalLong.of(2));
    assertThat(onTheWay.acceptedAt()).contains(Examples.NOW.plus(Duration.ofMinutes(5)));
    assertThat(onTheWay.onTheWayAt()).contains(Examples.NOW.plus(Duration.ofMinutes(10)));
    assertThat(onTheWay.state()).isEqualTo(VisitState.SCHEDULED);
    world.visits.start(Examples.ENGINEER, id, ANY);
    assertThat(world.visits.close(Examples.ENGINEER, id, ANY, Optional.empty()))
        .isInstanceOf(Closing.Closed.class);
  }

  @Test
  public void whoeverSetsOutHasAccepted() {
    String id = world.emergency().id();
    Visit onTheWay = world.visits.setOut(Examples.ENGINEER, id, ANY);
    assertThat(onTheWay.acceptedAt()).contains(Examples.NOW);
    assertThat(onTheWay.onTheWayAt()).contains(Examples.NOW);
  }

  @Test
  public void repeatingIsHarmlessAlsoWhenItComesLate() {
    String id = world.emergency().id();
    Visit onTheWay = world.visits.setOut(Examples.ENGINEER, id, ANY);
    world.clock.advance(Duration.ofMinutes(1));
    assertThat(world.visits.setOut(Examples.ENGINEER, id, ANY)).isEqualTo(onTheWay);
    assertThat(world.visits.accept(Examples.ENGINEER, id, ANY)).isEqualTo(onTheWay);
    Visit started = world.visits.start(Examples.ENGINEER, id, ANY);
    assertThat(world.visits.accept(Examples.ENGINEER, id, ANY)).isEqualTo(started);
    assertThat(world.visits.setOut(Examples.ENGINEER, id, ANY)).isEqualTo(started);
  }

  @Test
  public void aManagerMayStandInAndOthersMayNot() {
    String id = world.emergency().id();
    for (Actor actor : List.of(OTHER, Examples.SUPPORT, Examples.SPECIALIST)) {
      assertThatThrownBy(() -> world.visits.accept(actor, id, ANY))
          .isInstanceOf(ForbiddenException.class);
      assertThatThrownBy(() -> world.visits.setOut(actor, id, ANY))
          .isInstanceOf(ForbiddenException.class);
    }
    assertThat(world.visits.accept(Examples.MANAGER, id, ANY).acceptedAt()).isPresent();
  }

  @Test
  public void aPlannedVisitIsNotAccepted() {
    refusedAsPlanned(id -> world.visits.accept(Examples.ENGINEER, id, ANY));
    refusedAsPlanned(id -> world.visits.setOut(Examples.ENGINEER, id, ANY));
  }

  @Test
  public void aPlannedVisitIsHandedOnByManagersUntilItBegins() {
    String id = Examples.VISIT_ID;
    assertThatThrownBy(() -> world.visits.assign(Examples.SUPPORT, id, ANY, OTHER_ID))
        .isInstanceOf(ForbiddenException.class);
    Visit handedOn = world.visits.assign(Examples.MANAGER, id, ANY, OTHER_ID);
    assertThat(handedOn.engineerId()).isEqualTo(OTHER_ID);
    assertThat(world.jobs.jobs())
        .as("the client is told who comes")
        .containsKey(new Job("invitation", id));
    world.start(OTHER);
    assertThatThrownBy(() -> world.visits.assign(Examples.MANAGER, id, ANY, Examples.ENGINEER_ID))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  public void whatWaitsForTheOneWhoComesWaitsForTheOther() {
    for (TaskState state : List.of(TaskState.PLANNED, TaskState.HANDED_OVER, TaskState.DONE)) {
      world.add(ofTheVisit(state.name(), state).build());
    }
    world.add(ofTheVisit("colleague", TaskState.PLANNED).engineerId("staff-third").build());
    world.visits.assign(Examples.MANAGER, Examples.VISIT_ID, ANY, OTHER_ID);
    assertThat(world.task("PLANNED").engineerId()).contains(OTHER_ID);
    assertThat(world.task("HANDED_OVER").engineerId()).contains(OTHER_ID);
    assertThat(world.task("DONE").engineerId()).contains(Examples.ENGINEER_ID);
    assertThat(world.task("colleague").engineerId()).contains("staff-third");
    assertThat(Sight.maySee(Examples.ENGINEER, world.task("PLANNED"), Optional.of(world.visit())))
        .isFalse();
  }

  private static Task.Builder ofTheVisit(String id, TaskState state) {
    return Examples.task().toBuilder()
        .id(id)
        .state(state)
        .visitId(Examples.VISIT_ID)
        .engineerId(Examples.ENGINEER_ID);
  }

  @Test
  public void anotherEngineerHasNotAcceptedYet() {
    String id = world.emergency().id();
    world.visits.setOut(Examples.ENGINEER, id, ANY);
    Visit handedOn = world.visits.assign(Examples.SUPPORT, id, OptionalLong.of(2), OTHER_ID);
    assertThat(handedOn.engineerId()).isEqualTo(OTHER_ID);
    assertThat(handedOn.acceptedAt()).isEmpty();
    assertThat(handedOn.onTheWayAt()).isEmpty();
    assertThat(handedOn.dueBy()).contains(Examples.NOW.plus(Duration.ofHours(2)));
    assertThat(world.visits.accept(OTHER, id, ANY).acceptedAt()).isPresent();
  }

  @Test
  public void handingOnIsAudited() {
    String id = world.emergency().id();
    world.visits.assign(Examples.SUPPORT, id, ANY, OTHER_ID);
    assertThat(
            world
                .store
                .read(
                    tx ->
                        tx.audit(
                            AuditQuery.builder().valueId(id).actorId(Examples.SUPPORT_ID).build(),
                            new PageRequest(PageRequest.MAX_SIZE, Optional.empty(), false)))
                .items())
        .hasSize(2);
  }

  @Test
  public void whoHasItKeepsWhatTheyAccepted() {
    String id = world.emergency().id();
    Visit accepted = world.visits.accept(Examples.ENGINEER, id, ANY);
    assertThat(world.visits.assign(Examples.MANAGER, id, ANY, Examples.ENGINEER_ID))
        .isEqualTo(accepted);
  }

  @Test
  public void onlyActiveEngineersAreSent() {
    String id = world.emergency().id();
    for (String wrong : new String[] {Examples.SUPPORT_ID, "staff-unknown", " ", null}) {
      InvalidInputException e =
          catchThrowableOfType(
              InvalidInputException.class,
              () -> world.visits.assign(Examples.MANAGER, id, ANY, wrong));
      assertThat(VisitsFixture.fieldsOf(e)).containsExactly("engineer");
    }
    assertThatThrownBy(() -> world.visits.assign(Examples.ENGINEER, id, ANY, OTHER_ID))
        .isInstanceOf(ForbiddenException.class);
    assertThat(world.visit(id).version()).isEqualTo(1);
  }

  @Test
  public void aStaleVersionChangesNothing() {
    String id = world.emergency().id();
    OptionalLong stale = OptionalLong.of(9);
    assertThatThrownBy(() -> world.visits.accept(Examples.ENGINEER, id, stale))
        .isInstanceOf(StaleVersionException.class);
    assertThatThrownBy(() -> world.visits.setOut(Examples.ENGINEER, id, stale))
        .isInstanceOf(StaleVersionException.class);
    assertThatThrownBy(() -> world.visits.assign(Examples.MANAGER, id, stale, OTHER_ID))
        .isInstanceOf(StaleVersionException.class);
    assertThat(world.visit(id).version()).isEqualTo(1);
  }

  @Test
  public void anUnknownVisitIsNotFound() {
    assertThatThrownBy(() -> world.visits.accept(Examples.ENGINEER, "visit-unknown", ANY))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> world.visits.assign(Examples.MANAGER, "x", ANY, OTHER_ID))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  public void anotherTimeHasToBeAcceptedAgainAndThePromiseStands() {
    String id = world.emergency().id();
    world.visits.setOut(Examples.ENGINEER, id, ANY);
    Visit moved =
        world.visits.reschedule(
            Examples.MANAGER, id, ANY, Examples.NOW.plus(Duration.ofHours(5)), "Офис закрыт");
    assertThat(moved.acceptedAt()).isEmpty();
    assertThat(moved.onTheWayAt()).isEmpty();
    assertThat(moved.dueBy()).contains(Examples.NOW.plus(Duration.ofHours(2)));
  }

  @Test
  public void aRegulationThatFailsDoesNotKeepAnEmergencyOpen() {
    world.regulation.before =
        start -> {
          throw new IllegalStateException("broken");
        };
    String id = world.emergency().id();
    world.visits.start(Examples.ENGINEER, id, ANY);
    assertThat(world.visits.close(Examples.ENGINEER, id, ANY, Optional.empty()))
        .isInstanceOf(Closing.Closed.class);
  }

  @Test
  public void aRequiredSourceThatIsMissingDoesNotKeepAnEmergencyOpen() {
    world.visits.setListeners(List.of());
    String id = world.emergency().id();
    world.visits.start(Examples.ENGINEER, id, ANY);
    assertThat(world.visits.close(Examples.ENGINEER, id, ANY, Optional.empty()))
        .isInstanceOf(Closing.Closed.class);
  }

  private void refusedAsPlanned(Function<String, Visit> call) {
    assertThatThrownBy(() -> call.apply(Examples.VISIT_ID))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("Only an emergency")
        .hasMessageContaining("PLANNED");
    assertThat(world.visit().version()).isEqualTo(1);
  }
}
