package org.daybook.core.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.daybook.api.access.Role;
import org.daybook.api.error.RefusedException;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.Examples;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

/** Every step of an emergency in every state, for the first time and again. */
@RunWith(Parameterized.class)
public final class EmergencyTransitionsTest {
  private static final Set<VisitState> LATE =
      EnumSet.of(
          VisitState.SCHEDULED,
          VisitState.ON_SITE,
          VisitState.CLOSING,
          VisitState.CLOSED,
          VisitState.REPORTED);
  private static final Instant BEFORE = Examples.NOW.minusSeconds(60);

  private enum Call {
    ACCEPT(
        LATE,
        (world, id) -> world.visits.accept(Examples.MANAGER, id, OptionalLong.empty()),
        visit -> visit.acceptedAt().isPresent()),
    SET_OUT(
        LATE,
        (world, id) -> world.visits.setOut(Examples.MANAGER, id, OptionalLong.empty()),
        visit -> visit.acceptedAt().isPresent() && visit.onTheWayAt().isPresent()),
    ASSIGN(
        EnumSet.of(VisitState.SCHEDULED),
        (world, id) ->
            world.visits.assign(Examples.MANAGER, id, OptionalLong.empty(), "staff-other"),
        visit -> visit.engineerId().equals("staff-other"));

    final Set<VisitState> againIn;
    final BiFunction<VisitsFixture, String, Visit> call;
    final Function<Visit, Boolean> done;

    Call(
        Set<VisitState> againIn,
        BiFunction<VisitsFixture, String, Visit> call,
        Function<Visit, Boolean> done) {
      this.againIn = againIn;
      this.call = call;
      this.done = done;
    }
  }

  @Parameter(0)
  public VisitState from;

  @Parameter(1)
  public Enum<?> call;

  @Parameters(name = "{1} when {0}")
  public static List<Object[]> pairs() {
    List<Object[]> pairs = new ArrayList<>();
    for (VisitState state : VisitState.values()) {
      for (Call call : Call.values()) {
        pairs.add(new Object[] {state, call});
      }
    }
    return pairs;
  }

  @Test
  public void theFirstTimeItIsDoneBeforeArrivalOnly() {
    VisitsFixture world = world(visit().build());
    check(world, from == VisitState.SCHEDULED);
  }

  @Test
  public void againItIsHarmlessUnlessTheVisitWasCalledOff() {
    VisitsFixture world =
        world(
            visit()
                .engineerId(call == Call.ASSIGN ? "staff-other" : Examples.ENGINEER_ID)
                .acceptedAt(BEFORE)
                .onTheWayAt(BEFORE)
                .build());
    Visit before = world.visit("emergency");
    check(world, ((Call) call).againIn.contains(from));
    assertThat(world.visit("emergency")).isEqualTo(before);
  }

  @Test
  public void aPlannedVisitIsHandedOnBeforeArrivalAndNothingElse() {
    VisitsFixture world = world(visit().kind(VisitKind.PLANNED).build());
    if (call == Call.ASSIGN) {
      check(world, from == VisitState.SCHEDULED);
      return;
    }
    assertThatThrownBy(() -> ((Call) call).call.apply(world, "emergency"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("Only an emergency");
  }

  private void check(VisitsFixture world, boolean allowed) {
    Call called = (Call) call;
    Visit before = world.visit("emergency");
    if (allowed) {
      Visit after = called.call.apply(world, "emergency");
      assertThat(after.state()).isEqualTo(from);
      assertThat(called.done.apply(after)).isTrue();
    } else {
      assertThatThrownBy(() -> called.call.apply(world, "emergency"))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining(from.name())
          .hasMessageContaining(called.name());
      assertThat(world.visit("emergency")).isEqualTo(before);
    }
  }

  private Visit.Builder visit() {
    return Examples.visit().toBuilder()
        .id("emergency")
        .kind(VisitKind.EMERGENCY)
        .requestedAt(BEFORE)
        .state(from);
  }

  private static VisitsFixture world(Visit visit) {
    VisitsFixture world = new VisitsFixture();
    world.put(
        tx -> {
          tx.staff().insert(Examples.staff(Role.ENGINEER).toBuilder().id("staff-other").build());
          tx.visits().insert(visit);
        });
    return world;
  }
}
