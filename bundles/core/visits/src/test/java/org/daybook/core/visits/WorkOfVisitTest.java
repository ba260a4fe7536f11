package org.daybook.core.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.task.Priority;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.Closing;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.Examples;
import org.junit.Test;

/** What there is to do at a visit, and what is still missing. */
public final class WorkOfVisitTest {

  private final VisitsFixture world = new VisitsFixture();

  @Test
  public void whatWaitsForTheVisitIsKnownBeforeArrival() {
    world.add(Examples.task().toBuilder().id("late").priority(Priority.LOW).build());
    world.add(Examples.task().toBuilder().id("soon").priority(Priority.URGENT).build());
    world.add(Examples.task().toBuilder().id("done").state(TaskState.DONE).build());
    world.add(
        Examples.task().toBuilder()
            .id("on-it")
            .state(TaskState.HANDED_OVER)
            .visitId(Examples.VISIT_ID)
            .build());

    assertThat(world.visits.tasks(Examples.VISIT_ID))
        .extracting(Task::id)
        .containsExactly("soon", "on-it", "late");
    assertThat(world.task("soon").visitId()).isEmpty();
  }

  @Test
  public void afterArrivalOnlyWhatIsOnTheVisitCounts() {
    world.add(Examples.task().toBuilder().id("brought").build());
    world.start();
    world.add(Examples.task().toBuilder().id("afterwards").build());

    assertThat(world.visits.tasks(Examples.VISIT_ID))
        .extracting(Task::id)
        .containsExactly("brought");
  }

  @Test
  public void missingIsWhatClosingWouldSay() {
    world.add(Examples.task());
    assertThat(world.visits.missing(Examples.VISIT_ID)).isEmpty();
    world.start();

    var missing = world.visits.missing(Examples.VISIT_ID);

    assertThat(world.visit().state()).isEqualTo(VisitState.ON_SITE);
    assertThat(missing).isNotEmpty();
    assertThat(((Closing.StillOpen) world.close()).open()).isEqualTo(missing);
    world.close(Examples.MANAGER, Optional.of("Срочный вызов"));
    assertThat(world.visits.missing(Examples.VISIT_ID)).isEmpty();
  }

  @Test
  public void visitThatIsNotThereHasNoWork() {
    assertThatThrownBy(() -> world.visits.tasks("none")).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> world.visits.missing("none")).isInstanceOf(NotFoundException.class);
  }
}
