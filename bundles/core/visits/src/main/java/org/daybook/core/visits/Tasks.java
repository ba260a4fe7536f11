package org.daybook.core.visits;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.daybook.api.diary.Project;
import org.daybook.api.directory.Asset;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.store.ProjectQuery;
import org.daybook.api.store.TaskLogQuery;
import org.daybook.api.store.TaskQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.task.Occurrence;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.api.task.TimeEntry;
import org.daybook.api.visit.ClosedVisit.RemoteShare;
import org.daybook.api.visit.ClosedVisit.VisitTask;
import org.daybook.api.visit.Visit;

/** The tasks that belong into the view of one visit. */
final class Tasks {

  private final Transaction tx;
  private final Visit visit;
  private final PreviousVisit previous;
  private final Map<String, StaffMember> staff;
  private final Map<String, Asset> assets;
  private final Set<String> withOpenFault;
  private final List<Task> ended;

  Tasks(
      Transaction tx,
      Visit visit,
      PreviousVisit previous,
      Map<String, StaffMember> staff,
      Map<String, Asset> assets,
      List<Occurrence> faults) {
    this.tx = tx;
    this.visit = visit;
    this.previous = previous;
    this.staff = staff;
    this.assets = assets;
    this.withOpenFault = faults.stream().flatMap(f -> f.taskId().stream()).collect(toSet());
    this.ended = ended();
  }

  List<VisitTask> lines() {
    Map<String, Task> tasks = new LinkedHashMap<>();
    Stream.of(
            tx.tasks().all(TaskQuery.builder().visitId(visit.id()).build()),
            ofThisSite(ended),
            ofThisSite(withSpecialists()))
        .flatMap(List::stream)
        .forEach(task -> tasks.putIfAbsent(task.id(), task));
    if (tasks.isEmpty()) {
      return List.of();
    }
    Map<String, Integer> minutes =
        tx.timeEntries().all(TaskLogQuery.builder().addAllTaskIds(tasks.keySet()).build()).stream()
            .collect(groupingBy(TimeEntry::taskId, summingInt(TimeEntry::minutes)));
    Map<String, String> projects =
        tx.projects().all(ProjectQuery.builder().clientId(visit.clientId()).build()).stream()
            .collect(toMap(Project::id, Project::title));
    return tasks.values().stream()
        .sorted(Order.OF_TASKS)
        .map(task -> line(task, projects, minutes.getOrDefault(task.id(), 0)))
        .toList();
  }

  /** What was asked of remote support since, and how much of it needed nobody to come. */
  RemoteShare remoteShare() {
    Set<String> resolved =
        ended.stream()
            .filter(task -> task.state() == TaskState.RESOLVED_REMOTELY)
            .filter(previous::isAfterTold)
            .map(Task::id)
            .collect(toSet());
    TaskQuery.Builder asked = TaskQuery.builder().clientId(visit.clientId()).source("remote");
    previous.told().ifPresent(asked::createdFrom);
    Stream<String> others =
        tx.tasks().all(asked.build()).stream().map(Task::id).filter(id -> !resolved.contains(id));
    return new RemoteShare(resolved.size(), resolved.size() + (int) others.count());
  }

  private List<Task> ended() {
    TaskQuery.Builder query = TaskQuery.builder().clientId(visit.clientId());
    Stream.of(TaskState.values()).filter(TaskState::isFinal).forEach(query::addStates);
    previous.untoldFrom().ifPresent(query::finishedFrom);
    return tx.tasks().all(query.build()).stream()
        .filter(task -> !previous.toldEndOf(task))
        .toList();
  }

  private List<Task> withSpecialists() {
    return tx.tasks()
        .all(
            TaskQuery.builder()
                .clientId(visit.clientId())
                .addStates(TaskState.HANDED_OVER, TaskState.ACCEPTED)
                .build());
  }

  /** Without what belongs to another site of the client, whose own visits report it. */
  private List<Task> ofThisSite(Collection<Task> tasks) {
    Map<String, Boolean> here = new HashMap<>();
    here.put(visit.id(), true);
    return tasks.stream()
        .filter(
            task ->
                task.assetId()
                    .map(assets::get)
                    .map(asset -> asset.siteId().equals(visit.siteId()))
                    .or(() -> task.visitId().map(id -> here.computeIfAbsent(id, this::isHere)))
                    .orElseGet(() -> isUntold(task)))
        .toList();
  }

  /** The first report of a new site leaves out what was in those of other sites. */
  private boolean isUntold(Task task) {
    return !task.state().isFinal() || previous.since().isPresent() || previous.isAfterTold(task);
  }

  private boolean isHere(String visitId) {
    return tx.visits()
        .find(visitId)
        .map(other -> other.siteId().equals(visit.siteId()))
        .orElse(true);
  }

  private VisitTask line(Task task, Map<String, String> projects, int minutes) {
    return new VisitTask(
        task.id(),
        task.source(),
        task.projectId().map(projects::get),
        task.assetId().map(assets::get).map(Asset::name),
        task.title(),
        task.description(),
        task.priority(),
        task.state(),
        task.result(),
        task.reason(),
        task.specialistId().map(staff::get).map(ViewAssembler::person),
        task.dueAt(),
        task.createdAt(),
        task.finishedAt(),
        minutes,
        task.occurrences(),
        task.carriedOver(),
        task.promisedSince(),
        withOpenFault.contains(task.id()),
        duringVisit(task));
  }

  private boolean duringVisit(Task task) {
    boolean onVisit = task.visitId().filter(visit.id()::equals).isPresent();
    boolean endedBefore =
        task.finishedAt().isPresent()
            && visit.arrivedAt().filter(at -> at.isAfter(task.finishedAt().get())).isPresent();
    return onVisit && !endedBefore;
  }
}
