package org.daybook.core.diary;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.daybook.api.access.Actor;
import org.daybook.api.diary.TaskAction;
import org.daybook.api.store.TaskLogQuery;
import org.daybook.api.task.Comment;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.api.task.TimeEntry;
import org.daybook.api.visit.Visit;
import org.daybook.testkit.Examples;
import org.daybook.testkit.InMemoryStore;
import org.daybook.testkit.SettableClock;

/** A diary over an in-memory store with the example client, people and one scheduled visit. */
final class DiaryFixture {

  final SettableClock clock = new SettableClock();
  final InMemoryStore store = new InMemoryStore(clock);
  final DiaryService diary = new DiaryService(store, clock);

  DiaryFixture() {
    store.prepare(
        tx -> {
          Examples.directory(tx);
          tx.visits().insert(Examples.visit());
          tx.projects().insert(Examples.project());
        });
  }

  /** The example task in a state, on the example visit and with the people that this implies. */
  Task taskIn(TaskState state) {
    Task.Builder task =
        Examples.task().toBuilder()
            .state(state)
            .engineerId(Examples.ENGINEER_ID)
            .visitId(Examples.VISIT_ID);
    if (state == TaskState.HANDED_OVER || state == TaskState.ACCEPTED) {
      task.specialistId(Examples.SPECIALIST_ID);
    }
    if (state == TaskState.CARRIED_OVER) {
      task.carriedOver(1)
          .promisedSince(Examples.NOW.minus(Duration.ofDays(14)))
          .visitId("visit-of-last-month");
    }
    return add(task.build());
  }

  Task add(Task task) {
    return store.inTransaction(Examples.ADMIN, tx -> tx.tasks().insert(task));
  }

  Visit add(Visit visit) {
    return store.inTransaction(Examples.ADMIN, tx -> tx.visits().insert(visit));
  }

  Task act(Actor actor, TaskAction action) {
    return diary.act(actor, Examples.TASK_ID, OptionalLong.empty(), action);
  }

  Task stored() {
    return store.read(tx -> tx.tasks().find(Examples.TASK_ID)).orElseThrow();
  }

  List<Comment> comments() {
    return store.read(tx -> tx.comments().all(ofTask()));
  }

  List<TimeEntry> time() {
    return store.read(tx -> tx.timeEntries().all(ofTask()));
  }

  static TaskAction.Done done(String result) {
    return new TaskAction.Done(result, Optional.empty());
  }

  private static TaskLogQuery ofTask() {
    return TaskLogQuery.builder().addTaskIds(Examples.TASK_ID).build();
  }
}
