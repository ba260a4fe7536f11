package org.daybook.core.control;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.source.HookAnswer;
import org.daybook.api.source.HookRequest;
import org.daybook.api.source.Intake;
import org.daybook.api.source.SourceStatus;
import org.daybook.api.source.TaskRequest;
import org.daybook.api.source.TaskSignal;
import org.daybook.api.store.Store;
import org.daybook.api.task.Task;
import org.daybook.testkit.Examples;

/** Stores what is submitted as a new task, in the caller's transaction, or fails. */
final class FakeIntake implements Intake {
  final List<TaskRequest> requests = new ArrayList<>();
  final List<Actor> authors = new ArrayList<>();
  Optional<RuntimeException> failure = Optional.empty();

  private final Store store;
  private final Clock clock;

  FakeIntake(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public Task submit(String source, TaskRequest request, Actor author) {
    requests.add(request);
    authors.add(author);
    TaskSignal signal = request.toSignal().build();
    return store.inTransaction(
        author,
        tx -> {
          Task task =
              tx.tasks()
                  .insert(
                      Task.builder()
                          .id(tx.newId())
                          .clientId(Examples.CLIENT_ID)
                          .source(source)
                          .externalId(signal.externalId())
                          .title(signal.title())
                          .description(signal.description())
                          .priority(signal.priority())
                          .createdAt(clock.instant())
                          .build());
          failure.ifPresent(
              thrown -> {
                throw thrown;
              });
          return task;
        });
  }

  @Override
  public HookAnswer receive(String hook, HookRequest request) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<SourceStatus> sources() {
    throw new UnsupportedOperationException();
  }
}
