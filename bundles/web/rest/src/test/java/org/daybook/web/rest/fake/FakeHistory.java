package org.daybook.web.rest.fake;

import java.util.List;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.diary.TaskHistory;
import org.daybook.api.diary.TaskStep;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.store.Store;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.Sight;
import org.daybook.testkit.Examples;

/** Every task was created, spoken of and changed. */
final class FakeHistory implements TaskHistory {
  private final Store store;

  FakeHistory(Store store) {
    this.store = store;
  }

  @Override
  public List<TaskStep> of(Actor actor, String taskId) {
    store.read(
        tx -> {
          Task task =
              tx.tasks().find(taskId).orElseThrow(() -> new NotFoundException("task", taskId));
          Sight.require(actor, task, task.visitId().flatMap(tx.visits()::find));
          return task;
        });
    return List.of(
        new TaskStep(
            Examples.NOW,
            "source:monitoring",
            TaskStep.What.CREATED,
            Optional.empty(),
            Optional.of(TaskState.NEW),
            "Диск заполнен",
            List.of()),
        new TaskStep(
            Examples.NOW.plusSeconds(60),
            "Пётр Одуванчиков",
            TaskStep.What.COMMENTED,
            Optional.empty(),
            Optional.empty(),
            "Посмотрю",
            List.of()),
        new TaskStep(
            Examples.NOW.plusSeconds(120),
            "Ольга Смирнова",
            TaskStep.What.CHANGED,
            Optional.empty(),
            Optional.empty(),
            "",
            List.of(
                new TaskStep.Change("priority", Optional.of("LOW"), Optional.of("HIGH")),
                new TaskStep.Change("engineer", Optional.empty(), Optional.of("Савва Лопухов")))));
  }
}
