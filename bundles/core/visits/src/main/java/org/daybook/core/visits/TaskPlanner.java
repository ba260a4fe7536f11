package org.daybook.core.visits;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.daybook.api.directory.Asset;
import org.daybook.api.error.RefusedException;
import org.daybook.api.store.AssetQuery;
import org.daybook.api.store.TaskQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.task.Priority;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskEvent;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;

/** Brings the client's unfinished tasks onto a visit that begins, and off one that ends. */
final class TaskPlanner {

  private static final Set<TaskState> UNFINISHED =
      Set.of(
          TaskState.NEW,
          TaskState.CARRIED_OVER,
          TaskState.RETURNED,
          TaskState.PLANNED,
          TaskState.IN_PROGRESS,
          TaskState.NOT_DONE);

  private final Transaction tx;
  private final Instant now;

  TaskPlanner(Transaction tx, Instant now) {
    this.tx = tx;
    this.now = now;
  }

  /**
   * All that nobody else has in hand, so that nothing is forgotten between visits. An emergency is
   * for what is urgent: the rest would only be put off by it.
   */
  void bringOnto(Visit visit) {
    for (Task task : waitingFor(visit)) {
      Task planned = onto(task, visit, isOn(task, visit));
      if (!planned.equals(task)) {
        tx.tasks().update(planned);
      }
    }
  }

  /** What is unfinished on a visit, and what would come onto it if somebody arrived now. */
  List<Task> waitingFor(Visit visit) {
    Set<String> equipmentElsewhere =
        tx.assets().all(AssetQuery.builder().clientId(visit.clientId()).build()).stream()
            .filter(asset -> !asset.siteId().equals(visit.siteId()))
            .map(Asset::id)
            .collect(Collectors.toSet());
    Map<String, Boolean> overByVisit = new HashMap<>();
    TaskQuery unfinished =
        TaskQuery.builder().clientId(visit.clientId()).states(UNFINISHED).build();
    return tx.tasks().all(unfinished).stream()
        .filter(
            task -> {
              boolean here = task.assetId().filter(equipmentElsewhere::contains).isEmpty();
              boolean onThis = isOn(task, visit);
              boolean free =
                  onThis
                      || task.visitId()
                          .map(id -> overByVisit.computeIfAbsent(id, this::isOver))
                          .orElse(true);
              boolean wanted =
                  visit.kind() == VisitKind.PLANNED || task.priority() == Priority.URGENT;
              return ((here && wanted) || onThis) && free;
            })
        .toList();
  }

  private static boolean isOn(Task task, Visit visit) {
    return task.visitId().filter(visit.id()::equals).isPresent();
  }

  /** What was not done goes to the next visit: from here on it is a promise. */
  void carryOver(Task task, String reason) {
    Task givenUp =
        switch (task.state()) {
          case PLANNED, IN_PROGRESS -> move(task, TaskEvent.GIVE_UP);
          case RETURNED -> move(move(task, TaskEvent.PLAN), TaskEvent.GIVE_UP);
          default -> task;
        };
    tx.tasks()
        .update(carriedOver(givenUp).toBuilder().reason(givenUp.reason().orElse(reason)).build());
  }

  /** The same, over what somebody else said of it before. */
  void carryOverUnanswered(Task task, String reason) {
    carryOver(task.toBuilder().reason(reason).build(), reason);
  }

  /** What a specialist has in hand is promised as well, from the first report that says so. */
  void promise(Task task) {
    if (task.promisedSince().isEmpty()) {
      tx.tasks().update(task.toBuilder().promisedSince(now).build());
    }
  }

  private Task onto(Task task, Visit visit, boolean onThis) {
    Task moved =
        switch (task.state()) {
          case NEW, CARRIED_OVER, RETURNED -> move(task, TaskEvent.PLAN);
          case PLANNED -> onThis ? task : move(task, TaskEvent.PLAN);
          case NOT_DONE -> onThis ? task : move(carriedOver(task), TaskEvent.PLAN);
          default -> task;
        };
    String engineer = onThis ? task.engineerId().orElse(visit.engineerId()) : visit.engineerId();
    return moved.toBuilder().visitId(visit.id()).engineerId(engineer).build();
  }

  private Task carriedOver(Task task) {
    return move(task, TaskEvent.CARRY_OVER).toBuilder()
        .carriedOver(task.carriedOver() + 1)
        .promisedSince(task.promisedSince().orElse(now))
        .build();
  }

  private boolean isOver(String visitId) {
    return tx.visits().find(visitId).map(Visit::state).map(VisitState::isOver).orElse(true);
  }

  private static Task move(Task task, TaskEvent event) {
    return task.state()
        .on(event)
        .map(next -> task.toBuilder().state(next).build())
        .orElseThrow(
            () ->
                new RefusedException(
                    "A task that is " + task.state() + " does not allow " + event + "."));
  }
}
