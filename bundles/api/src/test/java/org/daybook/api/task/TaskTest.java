package org.daybook.api.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.Test;

public class TaskTest {
  private static final Instant DUE = Instant.parse("2026-03-12T06:00:00Z");

  private final Task task =
      Task.builder()
          .id("task-1")
          .clientId("client-1")
          .source("managers")
          .title("Something")
          .createdAt(DUE)
          .dueAt(DUE)
          .build();

  @Test
  public void aTaskIsOverdueOnlyAfterItIsDue() {
    assertThat(task.overdueAt(DUE)).isFalse();
    assertThat(task.overdueAt(DUE.plusMillis(1))).isTrue();
  }

  @Test
  public void whatIsAnsweredIsNotOverdue() {
    Task done = task.toBuilder().state(TaskState.DONE).build();
    assertThat(done.overdueAt(DUE.plusSeconds(60))).isFalse();
  }

  @Test
  public void whatHasNoDateIsNeverOverdue() {
    Task dateless = task.toBuilder().dueAt(Optional.empty()).build();
    assertThat(dateless.overdueAt(Instant.MAX)).isFalse();
  }

  @Test
  public void aTaskBeginsNewAndUnstored() {
    assertThat(task.state()).isEqualTo(TaskState.NEW);
    assertThat(task.version()).isZero();
    assertThat(task.occurrences()).isEqualTo(1);
    assertThat(task.priority()).isEqualTo(Priority.NORMAL);
  }
}
