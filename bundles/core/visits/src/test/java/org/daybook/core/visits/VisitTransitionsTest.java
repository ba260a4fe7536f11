package org.daybook.core.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.daybook.api.error.RefusedException;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.Examples;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

/** Every call in every state: either to the state that is expected, or refused. */
@RunWith(Parameterized.class)
public final class VisitTransitionsTest {

  private enum Call {
    START(
        EnumSet.of(VisitState.SCHEDULED),
        VisitState.ON_SITE,
        world -> world.start(Examples.MANAGER)),
    RESCHEDULE(
        EnumSet.of(VisitState.SCHEDULED, VisitState.RESCHEDULED),
        VisitState.SCHEDULED,
        world ->
            world.visits.reschedule(
                Examples.MANAGER,
                Examples.VISIT_ID,
                OptionalLong.empty(),
                Examples.NOW.plusSeconds(60),
                "Просьба")),
    CANCEL(
        EnumSet.of(VisitState.DRAFT, VisitState.SCHEDULED),
        VisitState.CANCELLED,
        world ->
            world.visits.cancel(
                Examples.MANAGER, Examples.VISIT_ID, OptionalLong.empty(), "Офис закрыт")),
    CLOSE(
        EnumSet.of(VisitState.ON_SITE, VisitState.CLOSING),
        VisitState.CLOSED,
        world -> world.close(Examples.MANAGER, Optional.empty())),
    REPORTED(
        EnumSet.of(VisitState.CLOSED, VisitState.REPORTED),
        VisitState.REPORTED,
        world -> world.visits.reported(Examples.VISIT_ID)),
    MISSED(
        EnumSet.of(VisitState.SCHEDULED, VisitState.MISSED),
        VisitState.MISSED,
        world -> world.visits.missed(Examples.VISIT_ID)),
    ANSWER(
        EnumSet.of(VisitState.ON_SITE, VisitState.CLOSING),
        null,
        world ->
            world.visits.answer(
                Examples.MANAGER,
                Examples.VISIT_ID,
                "check-1",
                OptionalLong.empty(),
                VisitsFixture.ok()));

    final Set<VisitState> from;
    final VisitState to;
    final Consumer<VisitsFixture> call;

    Call(Set<VisitState> from, VisitState to, Consumer<VisitsFixture> call) {
      this.from = from;
      this.to = to;
      this.call = call;
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
  public void movesAsTheTableSaysOrIsRefused() {
    Call called = (Call) call;
    VisitsFixture world = new VisitsFixture();
    if (called == Call.ANSWER) {
      world.put(tx -> tx.checks().insert(Examples.check()));
    }
    Visit before = world.inState(from);
    if (called.from.contains(from)) {
      called.call.accept(world);
      assertThat(world.visit().state()).isEqualTo(called.to == null ? from : called.to);
    } else {
      assertThatThrownBy(() -> called.call.accept(world))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining(from.name());
      assertThat(world.visit()).isEqualTo(before);
    }
  }
}
