package org.daybook.core.diary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.error.FieldError;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.source.HookAnswer;
import org.daybook.api.source.HookRequest;
import org.daybook.api.source.Intake;
import org.daybook.api.source.RemoteFix;
import org.daybook.api.source.RemoteFixes;
import org.daybook.api.source.SourceStatus;
import org.daybook.api.source.TaskRequest;
import org.daybook.api.store.TaskQuery;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.testkit.Examples;
import org.junit.Test;

public final class RemoteFixesTest {
  private static final RemoteFix FIX =
      new RemoteFix("romashka", "Не печатает", "Включили принтер", Optional.of(10));

  private final DiaryFixture world = new DiaryFixture();
  private boolean sourceIsThere = true;
  private final RemoteFixes fixes =
      new RemoteFixesService(world.store, new StraightIntake(), world.diary);

  /** Puts what it is given into the store. */
  private final class StraightIntake implements Intake {
    @Override
    public Task submit(String source, TaskRequest request, Actor author) {
      if (!sourceIsThere) {
        throw new UnavailableException("The source " + source + " is not there now.");
      }
      return world.store.inTransaction(
          author,
          tx ->
              tx.tasks()
                  .insert(
                      Examples.task().toBuilder()
                          .id(tx.newId())
                          .source(source)
                          .title(request.title().orElseThrow())
                          .engineerId(request.engineerId())
                          .state(TaskState.NEW)
                          .build()));
    }

    @Override
    public HookAnswer receive(String hook, HookRequest request) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<SourceStatus> sources() {
      return List.of();
    }
  }

  @Test
  public void whatWasFixedIsWrittenDownAsResolved() {
    for (Actor actor : List.of(Examples.SUPPORT, Examples.MANAGER, Examples.ENGINEER)) {
      Task task = fixes.add(actor, FIX);
      assertThat(task.state()).isEqualTo(TaskState.RESOLVED_REMOTELY);
      assertThat(task.source()).isEqualTo("remote");
      assertThat(task.result()).contains("Включили принтер");
      assertThat(task.finishedAt()).contains(world.clock.instant());
    }
  }

  @Test
  public void whatIsWrongIsNamedAndNothingIsWrittenDown() {
    refused(new RemoteFix("romashka", "Не печатает", "", Optional.of(0)), "minutes");
    refused(
        new RemoteFix("romashka", "Не печатает", "x".repeat(10_001), Optional.empty()), "result");
    assertThat(tasks()).isZero();
  }

  @Test
  public void bothOrNone() {
    sourceIsThere = false;
    assertThatThrownBy(() -> fixes.add(Examples.SUPPORT, FIX))
        .isInstanceOf(UnavailableException.class);
    assertThat(tasks()).isZero();
    sourceIsThere = true;
    // Specialists resolve nothing remotely: the task that was put in goes again.
    assertThatThrownBy(() -> fixes.add(Examples.SPECIALIST, FIX));
    assertThat(tasks()).isZero();
  }

  private void refused(RemoteFix fix, String field) {
    InvalidInputException e =
        catchThrowableOfType(InvalidInputException.class, () -> fixes.add(Examples.SUPPORT, fix));
    assertThat(e.errors()).extracting(FieldError::field).containsExactly(field);
  }

  private long tasks() {
    return world.store.read(tx -> tx.tasks().count(TaskQuery.everything()));
  }
}
