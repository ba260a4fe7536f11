package org.daybook.core.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.plugin.PluginResult;
import org.daybook.api.visit.Check;
import org.daybook.api.visit.NewCheck;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.Examples;
import org.junit.Test;

/** What arrival would bring, for who arrives without network. */
public final class ExpectedChecksTest {
  private static final Actor OTHER = new Actor("staff-other", "Савва Лопухов", Role.ENGINEER);

  private final VisitsFixture world = new VisitsFixture();

  @Test
  public void whatIsExpectedIsWhatArrivalBrings() {
    List<NewCheck> expected = expected(Examples.ENGINEER);
    assertThat(expected)
        .extracting(NewCheck::itemId)
        .containsExactly(VisitsFixture.ITEM, VisitsFixture.OPTIONAL_ITEM);
    world.start();
    assertThat(world.checks().stream().map(ExpectedChecksTest::asExpected).toList())
        .containsExactlyElementsOf(expected);
  }

  @Test
  public void askingWritesNothing() {
    world.runner.breakDown(world.regulation, PluginResult.Kind.TIMED_OUT);
    assertThat(expected(Examples.ENGINEER)).isEmpty();
    assertThat(world.visit().version()).isEqualTo(1);
    assertThat(world.checks()).isEmpty();
    assertThat(world.notices.all()).isEmpty();
  }

  @Test
  public void nothingIsExpectedOnceSomebodyHasArrived() {
    for (VisitState state : List.of(VisitState.ON_SITE, VisitState.CLOSED, VisitState.CANCELLED)) {
      world.inState(state);
      assertThat(expected(Examples.ENGINEER)).as(state.name()).isEmpty();
    }
    assertThat(world.regulation.asked).isEmpty();
  }

  @Test
  public void whoMaySeeTheVisitMayAsk() {
    for (Actor actor : List.of(Examples.ENGINEER, Examples.MANAGER, Examples.SUPPORT)) {
      assertThat(expected(actor)).as(actor.name()).hasSize(2);
    }
    assertThatThrownBy(() -> expected(OTHER)).isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(() -> expected(Examples.SPECIALIST)).isInstanceOf(ForbiddenException.class);
    world.add(
        Examples.task().toBuilder()
            .visitId(Examples.VISIT_ID)
            .specialistId(Optional.of(Examples.SPECIALIST_ID))
            .build());
    assertThat(expected(Examples.SPECIALIST)).hasSize(2);
  }

  @Test
  public void anUnknownVisitIsNotFound() {
    assertThatThrownBy(() -> world.visits.expectedChecks(Examples.MANAGER, "visit-unknown"))
        .isInstanceOf(NotFoundException.class);
  }

  private List<NewCheck> expected(Actor actor) {
    return world.visits.expectedChecks(actor, Examples.VISIT_ID);
  }

  private static NewCheck asExpected(Check check) {
    return new NewCheck(check.assetId(), check.itemId(), check.title(), check.mandatory());
  }
}
