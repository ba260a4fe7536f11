package org.daybook.core.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daybook.core.control.DisputeFixture.DEDUCTION;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.daybook.api.access.Actor;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.dispute.DisputeAction.Reject;
import org.daybook.api.dispute.DisputeAction.Review;
import org.daybook.api.dispute.DisputeState;
import org.daybook.api.job.Job;
import org.daybook.api.job.JobOutcome;
import org.daybook.api.notice.Notice;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;
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
  public void aManagerIsRemindedOfWhatNobodyDecides() {
    Dispute dispute = fixture.open();
    fixture.act(Examples.MANAGER, dispute, new Review());
    fixture.clock.advance(Duration.ofHours(48).minusSeconds(1));
    fixture.jobs.runAll(fixture.job);
    assertThat(fixture.told()).noneMatch(notice -> notice.startsWith("DISPUTE_WAITING"));

    fixture.clock.advance(Duration.ofSeconds(1));
    fixture.jobs.runAll(fixture.job);
    Notice notice = fixture.standing(NoticeKind.DISPUTE_WAITING, "dispute:" + dispute.id());
    assertThat(notice.recipientId()).contains(Examples.MANAGER_ID);
    assertThat(notice.subject())
        .isEqualTo(
            "ООО «Ромашка» не находит свою задачу в отчёте о выезде 12 марта — «Не настроен принтер»,"
                + " а решения нет уже 48 часов: примите решение.");

    fixture.act(Examples.MANAGER, dispute, new Reject("Она есть."));
    assertThat(fixture.told()).isEmpty();
  }

  @Test
  public void whoHasSeenAReminderIsRemindedAgain() {
    Dispute dispute = fixture.open();
    String key = "dispute:" + dispute.id();
    fixture.clock.advance(Duration.ofHours(48));
    fixture.jobs.runAll(fixture.job);
    Notice first = fixture.standing(NoticeKind.DISPUTE_WAITING, key);
    fixture.notices.acknowledge(Examples.MANAGER, first.id());
    assertThat(fixture.told()).noneMatch(notice -> notice.startsWith("DISPUTE_WAITING"));

    fixture.clock.advance(Duration.ofHours(48));
    fixture.jobs.runAll(fixture.job);

    Notice second = fixture.standing(NoticeKind.DISPUTE_WAITING, key);
    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(second.subject()).contains("96 часов");
  }

  @Test
  public void aReminderThatIsNoLongerDueWaits() {
    Dispute dispute = fixture.open();
    fixture.jobs.hasten(new Job("dispute", dispute.id()));
    fixture.jobs.runAll(fixture.job);
    assertThat(fixture.jobs.jobs())
        .containsEntry(new Job("dispute", dispute.id()), Examples.NOW.plus(Duration.ofHours(48)));
  }

  @Test
  public void nobodyIsRemindedOfWhatIsDecidedAtTheSameMoment() {
    Dispute dispute = fixture.open();
    fixture.act(Examples.MANAGER, dispute, new Review());
    fixture.clock.advance(Duration.ofHours(48));
    // Decides between the look without a lock and the one with it.
    Store overtaken =
        new Store() {
          @Override
          public <T> T inTransaction(Actor actor, Function<Transaction, T> work) {
            fixture.act(Examples.MANAGER, dispute, new Reject("Она есть."));
            return fixture.store.inTransaction(actor, work);
          }

          @Override
          public <T> T read(Function<Transaction, T> work) {
            return fixture.store.read(work);
          }
        };
    DisputeJob job = new DisputeJob(overtaken, fixture.clock, fixture.notices, fixture.settings);

    assertThat(job.run(new Job("dispute", dispute.id())))
        .isEqualTo(JobOutcome.again(fixture.clock.instant().plusSeconds(30)));
    assertThat(fixture.told()).isEmpty();
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
