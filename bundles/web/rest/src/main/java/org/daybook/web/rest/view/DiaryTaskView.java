package org.daybook.web.rest.view;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.daybook.api.diary.Project;
import org.daybook.api.store.TaskLogQuery;
import org.daybook.api.task.Comment;
import org.daybook.api.task.Priority;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.api.task.TimeEntry;

/**
 * A task with what was said about it.
 *
 * @param device what people call the equipment it is about
 * @param project title of its project
 * @param minutes time spent on it at all
 * @param comments the oldest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DiaryTaskView(
    String id,
    String title,
    String description,
    TaskState state,
    String source,
    String clientName,
    String visit,
    String asset,
    String device,
    String project,
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
    Instant createdAt,
    int minutes,
    List<DiaryCommentView> comments,
    long version) {

  /** The views of some tasks; what was said and how long they took is read at once. */
  public static List<DiaryTaskView> of(List<Task> tasks, Names names) {
    if (tasks.isEmpty()) {
      return List.of();
    }
    TaskLogQuery logs =
        TaskLogQuery.builder().addAllTaskIds(tasks.stream().map(Task::id).toList()).build();
    Map<String, Integer> minutes =
        names.transaction().timeEntries().all(logs).stream()
            .collect(groupingBy(TimeEntry::taskId, summingInt(TimeEntry::minutes)));
    Map<String, List<Comment>> comments =
        names.transaction().comments().all(logs).stream().collect(groupingBy(Comment::taskId));
    return tasks.stream()
        .map(
            task ->
                of(
                    task,
                    names,
                    minutes.getOrDefault(task.id(), 0),
                    comments.getOrDefault(task.id(), List.of())))
        .toList();
  }

  private static DiaryTaskView of(Task task, Names names, int minutes, List<Comment> comments) {
    return new DiaryTaskView(
        task.id(),
        task.title(),
        task.description().isBlank() ? null : task.description(),
        task.state(),
        task.source(),
        names.clientName(task.clientId()),
        task.visitId().orElse(null),
        task.assetId().orElse(null),
        task.assetId().map(names::assetName).orElse(null),
        task.projectId()
            .flatMap(names.transaction().projects()::find)
            .map(Project::title)
            .orElse(null),
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
        task.createdAt(),
        minutes,
        comments.stream()
            .sorted(Comparator.comparing(Comment::at).thenComparing(Comment::id))
            .map(DiaryCommentView::of)
            .toList(),
        task.version());
  }
}
