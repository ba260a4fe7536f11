package org.daybook.web.rest.fake;

import java.util.OptionalLong;
import org.daybook.api.access.Actor;
import org.daybook.api.diary.Diary;
import org.daybook.api.diary.Project;
import org.daybook.api.diary.TaskAction;
import org.daybook.api.diary.TaskChange;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.StaleVersionException;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.api.task.TimeEntry;
import org.daybook.testkit.Examples;

/** Does just enough with tasks to see what the API asked for. */
public final class FakeDiary implements Diary {
  public TaskAction lastAction;
  public TaskChange lastChange;
  private final Store store;

  FakeDiary(Store store) {
    this.store = store;
  }

  @Override
  public Task act(Actor actor, String taskId, OptionalLong expectedVersion, TaskAction action) {
    lastAction = action;
    return store.inTransaction(
        actor,
        tx -> {
          Task task = task(tx, taskId, expectedVersion);
          if (task.state().isFinal()) {
            throw new RefusedException("The task is " + task.state() + ".");
          }
          return tx.tasks().update(after(tx, task, action));
        });
  }

  private static Task after(Transaction tx, Task task, TaskAction action) {
    Task.Builder next = task.toBuilder();
    if (action instanceof TaskAction.Done done) {
      done.minutes()
          .ifPresent(
              minutes ->
                  tx.timeEntries()
                      .insert(
                          new TimeEntry(
                              tx.newId(), task.id(), Examples.ENGINEER_ID, minutes, Examples.NOW)));
      return next.state(TaskState.DONE).result(done.result()).build();
    }
    if (action instanceof TaskAction.NotDone notDone) {
      if (notDone.reason().isBlank()) {
        throw new InvalidInputException("reason", "is required");
      }
      return next.state(TaskState.NOT_DONE).reason(notDone.reason()).build();
    }
    if (action instanceof TaskAction.HandOver handOver) {
      return next.state(TaskState.HANDED_OVER).specialistId(handOver.specialistId()).build();
    }
    return next.state(TaskState.IN_PROGRESS).build();
  }

  @Override
  public Task change(Actor actor, String taskId, OptionalLong expectedVersion, TaskChange change) {
    lastChange = change;
    return store.inTransaction(
        actor,
        tx -> {
          Task task = task(tx, taskId, expectedVersion);
          return tx.tasks()
              .update(task.toBuilder().title(change.title().orElse(task.title())).build());
        });
  }

  private static Task task(Transaction tx, String id, OptionalLong expected) {
    Task task = tx.tasks().find(id).orElseThrow(() -> new NotFoundException("task", id));
    if (expected.isPresent() && expected.getAsLong() != task.version()) {
      throw new StaleVersionException("task", id);
    }
    return task;
  }

  @Override
  public Project addProject(Actor actor, Project draft) {
    return store.inTransaction(
        actor, tx -> tx.projects().insert(draft.toBuilder().id(tx.newId()).build()));
  }

  @Override
  public Project changeProject(Actor actor, Project changed) {
    return store.inTransaction(actor, tx -> tx.projects().update(changed));
  }
}
