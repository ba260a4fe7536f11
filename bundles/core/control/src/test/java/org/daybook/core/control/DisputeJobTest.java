package org.daybook.core.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daybook.core.control.DisputeFixture.DEDUCTION;

import java.time.Duration;
import java.util.List;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.dispute.DisputeAction.Reject;
import org.daybook.api.dispute.DisputeAction.Review;
import org.daybook.api.dispute.DisputeState;
import org.daybook.api.job.Job;
import org.daybook.api.task.TaskState;
import org.daybook.testkit.Examples;
import org.junit.Test;

public class DisputeJobTest {
  private final DisputeFixture fixture = new DisputeFixture();

  @Test
  public void itIsClosedOnceItIsDecidedAndItsTaskIsDone() {
    Dispute upheld = fixture.upheld();
    fixture.jobs.runAll(fixture.job);
    assertThat(fixture.stored(upheld).state()).isEqualTo(DisputeState.UPHELD);

    fixture.finishTask(upheld);
    fixture.clock.advance(Duration.ofSeconds(29));
    assertThat(fixture.jobs.runAll(fixture.job)).isZero();
    fixture.clock.advance(Duration.ofSeconds(1));
    fixture.jobs.runAll(fixture.job);

    Dispute closed = fixture.stored(upheld);
    assertThat(closed.state()).isEqualTo(DisputeState.CLOSED);
    assertThat(closed.decision()).contains(DisputeState.UPHELD);
    assertThat(closed.stateAt()).isEqualTo(fixture.clock.instant());
    assertThat(fixture.jobs.jobs()).isEmpty();
    assertThat(fixture.act(Examples.MANAGER, closed, DEDUCTION).penalty()).isPresent();
  }

  @Test
  public void aTaskThatIsDoneBeforeTheDecisionClosesNothing() {
    Dispute dispute = fixture.open();
    fixture.finishTask(dispute);
    fixture.clock.advance(Duration.ofHours(100));
    fixture.jobs.runAll(fixture.job);
    assertThat(fixture.stored(dispute).state()).isEqualTo(DisputeState.OPENED);

    fixture.act(Examples.MANAGER, dispute, new Review());
    fixture.act(Examples.MANAGER, dispute, new Reject("Она есть."));
    fixture.jobs.runAll(fixture.job);
    assertThat(fixture.stored(dispute).state()).isEqualTo(DisputeState.CLOSED);
  }

  @Test
  public void everyEndOfATaskIsAnEndAndNothingElseIs() {
    for (TaskState state : TaskState.values()) {
      DisputeFixture each = new DisputeFixture();
      Dispute upheld = each.upheld();
      each.store.prepare(
          tx ->
              tx.tasks()
                  .update(
                      tx.tasks().find(upheld.taskId()).orElseThrow().toBuilder()
                          .state(state)
                          .build()));
      each.jobs.runAll(each.job);
      assertThat(each.stored(upheld).state() == DisputeState.CLOSED)
          .as(state.name())
          .isEqualTo(state.isFinal());
    }
  }

  @Test
  public void whatNobodyHasDecidedNeedsNoJob() {
    Dispute dispute = fixture.open();
    fixture.jobs.enqueue(new Job("dispute", dispute.id()));
    fixture.jobs.runAll(fixture.job);
    assertThat(fixture.jobs.jobs()).isEmpty();
    assertThat(fixture.stored(dispute)).isEqualTo(dispute);
  }

  @Test
  public void whatIsGoneOrClosedNeedsNoJob() {
    Dispute closed = fixture.in(DisputeState.CLOSED);
    for (String key : List.of("no-such", closed.id())) {
      fixture.jobs.enqueue(new Job("dispute", key));
      fixture.jobs.hasten(new Job("dispute", key));
    }
    fixture.jobs.runAll(fixture.job);
    assertThat(fixture.jobs.jobs()).isEmpty();
    assertThat(fixture.jobs.failures()).isEmpty();
    assertThat(fixture.stored(closed)).isEqualTo(closed);
  }
}
