package org.daybook.core.diary;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.diary.TaskHistory;
import org.daybook.api.diary.TaskStep;
import org.daybook.api.diary.TaskStep.What;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.store.AuditEntry;
import org.daybook.api.store.AuditQuery;
import org.daybook.api.store.PageRequest;
import org.daybook.api.store.PhotoQuery;
import org.daybook.api.store.ProjectQuery;
import org.daybook.api.store.StaffQuery;
import org.daybook.api.store.Store;
import org.daybook.api.store.TaskLogQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.task.Task;
import org.daybook.api.visit.Sight;
import org.daybook.api.visit.Visit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The {@link TaskHistory} out of the audit trail, and of what was said, timed and photographed. */
@Component(service = TaskHistory.class)
public final class TaskHistoryService implements TaskHistory {
  /** A task that its source repeats for years has more; the newest count. */
  private static final int MOST = 500;

  private final Store store;

  @Activate
  public TaskHistoryService(@Reference Store store) {
    this.store = store;
  }

  @Override
  public List<TaskStep> of(Actor actor, String taskId) {
    return store.read(
        tx -> {
          Task task =
              tx.tasks().find(taskId).orElseThrow(() -> new NotFoundException("task", taskId));
          Optional<Visit> visit = task.visitId().flatMap(tx.visits()::find);
          Sight.require(actor, task, visit);
          return steps(tx, task);
        });
  }

  private static List<TaskStep> steps(Transaction tx, Task task) {
    String taskId = task.id();
    Map<String, String> names = new HashMap<>();
    tx.staff()
        .all(StaffQuery.everything())
        .forEach(member -> names.put(member.id(), member.name()));
    tx.projects()
        .all(ProjectQuery.builder().clientId(task.clientId()).build())
        .forEach(project -> names.put(project.id(), project.title()));
    List<TaskStep> steps = new ArrayList<>();
    TrailReader trail = new TrailReader(names);
    for (AuditEntry entry : entries(tx, taskId)) {
      steps.add(trail.step(entry));
    }
    TaskLogQuery ofTask = TaskLogQuery.builder().addTaskIds(taskId).build();
    tx.comments()
        .all(ofTask)
        .forEach(
            comment ->
                steps.add(
                    step(comment.at(), comment.authorName(), What.COMMENTED, comment.text())));
    tx.timeEntries()
        .all(ofTask)
        .forEach(
            time ->
                steps.add(
                    step(
                        time.at(),
                        names.getOrDefault(time.staffId(), time.staffId()),
                        What.TIMED,
                        String.valueOf(time.minutes()))));
    tx.photos()
        .all(PhotoQuery.builder().addTaskIds(taskId).removed(false).build())
        .forEach(
            photo ->
                steps.add(
                    step(
                        photo.takenAt(),
                        names.getOrDefault(photo.takenBy(), photo.takenBy()),
                        What.PHOTO,
                        photo.caption())));
    // What happened at the same moment stays in this order: the sort keeps it.
    steps.sort(Comparator.comparing(TaskStep::at));
    return List.copyOf(steps);
  }

  private static List<AuditEntry> entries(Transaction tx, String taskId) {
    List<AuditEntry> newest =
        new ArrayList<>(
            tx.audit(
                    AuditQuery.builder().kind("task").valueId(taskId).build(),
                    new PageRequest(MOST, Optional.empty(), true))
                .items());
    newest.sort(Comparator.comparing(AuditEntry::id));
    return newest;
  }

  private static TaskStep step(Instant at, String who, What what, String text) {
    return new TaskStep(at, who, what, Optional.empty(), Optional.empty(), text, List.of());
  }
}
