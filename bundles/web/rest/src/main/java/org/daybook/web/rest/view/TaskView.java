package org.daybook.web.rest.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.daybook.api.store.TaskLogQuery;
import org.daybook.api.task.Priority;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.api.task.TimeEntry;

/**
 * A task.
 *
 * @param client code
 * @param asset hostname or inventory number, or null
 * @param minutes time spent on it at all
 */
public record TaskView(
    String id,
    String title,
    String description,
    TaskState state,
    String source,
    String client,
    String clientId,
    String asset,
    String assetId,
    String visit,
    String project,
    String engineer,
    String engineerName,
    String specialist,
    String specialistName,
    Priority priority,
    Instant dueAt,
    int occurrences,
    int carriedOver,
    Instant promisedSince,
    String result,
    String reason,
    String externalId,
    Instant createdAt,
    Instant startedAt,
    Instant finishedAt,
    int minutes,
    long version)
    implements Versioned {
  public static TaskView of(Task task, Names names) {
    return of(List.of(task), names).get(0);
  }

  /** The views of some tasks, their times read at once. */
  public static List<TaskView> of(List<Task> tasks, Names names) {
    if (tasks.isEmpty()) {
      return List.of();
    }
    TaskLogQuery times =
        TaskLogQuery.builder().addAllTaskIds(tasks.stream().map(Task::id).toList()).build();
    Map<String, Integer> minutes =
        names.transaction().timeEntries().all(times).stream()
            .collect(
                Collectors.groupingBy(
                    TimeEntry::taskId, Collectors.summingInt(TimeEntry::minutes)));
    return tasks.stream().map(task -> of(task, names, minutes.getOrDefault(task.id(), 0))).toList();
  }

  private static TaskView of(Task task, Names names, int minutes) {
    return new TaskView(
        task.id(),
        task.title(),
        task.description(),
        task.state(),
        task.source(),
        names.client(task.clientId()),
        task.clientId(),
        task.assetId().map(names::asset).orElse(null),
        task.assetId().orElse(null),
        task.visitId().orElse(null),
        task.projectId().orElse(null),
        task.engineerId().orElse(null),
        names.staff(task.engineerId()),
        task.specialistId().orElse(null),
        names.staff(task.specialistId()),
        task.priority(),
        task.dueAt().orElse(null),
        task.occurrences(),
        task.carriedOver(),
        task.promisedSince().orElse(null),
        task.result().orElse(null),
        task.reason().orElse(null),
        task.externalId().orElse(null),
        task.createdAt(),
        task.startedAt().orElse(null),
        task.finishedAt().orElse(null),
        minutes,
        task.version());
  }
}
