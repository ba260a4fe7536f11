package org.daybook.core.visits;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.daybook.api.error.RefusedException;
import org.daybook.api.store.TaskLogQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskEvent;
import org.daybook.api.task.TaskState;
import org.daybook.api.task.TimeEntry;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.ClosedVisit.Device;
import org.daybook.api.visit.ClosedVisit.Person;
import org.daybook.api.visit.ClosedVisit.Reason;
import org.daybook.api.visit.ClosedVisit.VisitTask;
import org.daybook.api.visit.Correction.TaskCorrection;
import org.daybook.api.visit.Visit;

/** The tasks in the record of a closed visit, and those of today that follow it. */
final class RecordedTasks {

  /** The way to DONE from any state that is not final: the first one that its table has. */
  private static final List<TaskEvent> WAY_TO_DONE =
      List.of(
          TaskEvent.FINISH,
          TaskEvent.START,
          TaskEvent.ACCEPT,
          TaskEvent.PLAN,
          TaskEvent.CARRY_OVER);

  private static final int MAX_ENTRY_MINUTES = 1440;

  private final Transaction tx;
  private final Visit visit;
  private final Instant departedAt;
  private ClosedVisit view;

  RecordedTasks(Transaction tx, Visit visit, ClosedVisit view) {
    this.tx = tx;
    this.visit = visit;
    this.departedAt = view.departedAt();
    this.view = view;
  }

  /** The record with all corrections so far. */
  ClosedVisit view() {
    return view;
  }

  void correct(TaskCorrection correction) {
    VisitTask recorded =
        view.tasks().stream()
            .filter(task -> task.id().equals(correction.taskId()))
            .findFirst()
            .orElseThrow();
    VisitTask amended =
        correction.state() == TaskState.DONE
            ? done(recorded, correction)
            : notDone(recorded, correction);
    amend(recorded, amended);
    tx.tasks()
        .findForUpdate(recorded.id())
        .flatMap(task -> follow(task, recorded, amended))
        .ifPresent(tx.tasks()::update);
    minutes(correction).ifPresent(minutes -> enterMissing(recorded.id(), minutes));
  }

  /** Where a task ends that turns out to be done; empty if it came to another end already. */
  static Optional<TaskState> walkToDone(TaskState from) {
    TaskState state = from;
    while (!state.isFinal()) {
      TaskState here = state;
      state =
          WAY_TO_DONE.stream()
              .flatMap(event -> here.on(event).stream())
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("no way from " + here + " to DONE"));
    }
    return from.isFinal() ? Optional.empty() : Optional.of(state);
  }

  private VisitTask done(VisitTask task, TaskCorrection correction) {
    // Closing counted it as carried over from this visit, which it then was not.
    boolean wasCarriedOver = task.state() == TaskState.CARRIED_OVER;
    int carriedOver = Math.max(0, task.carriedOver() - (wasCarriedOver ? 1 : 0));
    return copy(
        task,
        TaskState.DONE,
        Optional.of(correction.text().strip()),
        Optional.empty(),
        Optional.empty(),
        Optional.of(task.finishedAt().orElse(departedAt)),
        minutes(correction).orElse(task.minutes()),
        carriedOver,
        promisedBefore(task.promisedSince()));
  }

  /** What this visit promised was no promise; what earlier ones did was. */
  private Optional<Instant> promisedBefore(Optional<Instant> promisedSince) {
    return promisedSince.filter(since -> since.isBefore(view.arrivedAt()));
  }

  private VisitTask notDone(VisitTask task, TaskCorrection correction) {
    if (task.state().isFinal()) {
      throw new RefusedException(
          "The task “%s” is %s and stays so. If it is not done, set a new task for it."
              .formatted(task.title(), task.state()));
    }
    if (task.state() == TaskState.HANDED_OVER || task.state() == TaskState.ACCEPTED) {
      throw new RefusedException(
          "The task “%s” is with a specialist, who has to return it first."
              .formatted(task.title()));
    }
    return copy(
        task,
        task.state(),
        Optional.empty(),
        Optional.of(correction.text().strip()),
        task.specialist(),
        task.finishedAt(),
        minutes(correction).orElse(task.minutes()),
        task.carriedOver(),
        task.promisedSince());
  }

  /** The task as it is today, if what happened since the visit leaves room for the correction. */
  private Optional<Task> follow(Task task, VisitTask recorded, VisitTask amended) {
    if (amended.state() != TaskState.DONE) {
      boolean sameReason = !task.state().isFinal() && task.reason().equals(recorded.reason());
      return sameReason
          ? Optional.of(task.toBuilder().reason(amended.reason()).build())
          : Optional.empty();
    }
    if (task.state() == TaskState.DONE && recorded.state() == TaskState.DONE) {
      return Optional.of(task.toBuilder().result(amended.result()).build());
    }
    return walkToDone(task.state())
        .map(
            state -> {
              int carriedOver =
                  Math.max(0, task.carriedOver() - recorded.carriedOver() + amended.carriedOver());
              return task.toBuilder()
                  .state(state)
                  .visitId(visit.id())
                  .result(amended.result())
                  .reason(Optional.empty())
                  .startedAt(task.startedAt().orElse(view.arrivedAt()))
                  .finishedAt(amended.finishedAt())
                  .carriedOver(carriedOver)
                  .promisedSince(promisedBefore(task.promisedSince()))
                  .build();
            });
  }

  private void amend(VisitTask recorded, VisitTask amended) {
    List<VisitTask> tasks = new ArrayList<>(view.tasks());
    tasks.replaceAll(task -> task.id().equals(amended.id()) ? amended : task);
    view = view.with(tasks, devices(recorded, amended));
  }

  /** What is being done about a fault that is still reported says what became of its task. */
  private List<Device> devices(VisitTask recorded, VisitTask amended) {
    Phrases phrases = new Phrases(view.client().language());
    Optional<String> before = phrases.action(recorded.state(), recorded.reason());
    Optional<String> after = phrases.action(amended.state(), amended.reason());
    if (!recorded.faultOpen() || recorded.device().isEmpty()) {
      return view.devices();
    }
    List<Device> devices = new ArrayList<>(view.devices());
    devices.replaceAll(
        device ->
            device.label().equals(recorded.device().get())
                ? RecordedDevices.with(
                    device,
                    device.reasons().stream()
                        .map(
                            reason ->
                                isOf(reason, recorded, before) ? saying(reason, after) : reason)
                        .toList())
                : device);
    return devices;
  }

  private static boolean isOf(Reason reason, VisitTask task, Optional<String> action) {
    return reason.what() == Reason.What.MONITORING
        && reason.problem().equals(task.title())
        && reason.action().equals(action);
  }

  private static Reason saying(Reason reason, Optional<String> action) {
    return new Reason(
        reason.what(), reason.problem(), action, reason.since(), reason.owner(), reason.dueAt());
  }

  /**
   * Enters what is missing up to a total. Nothing that somebody entered is taken away: the record
   * says what counts for the client.
   */
  private void enterMissing(String taskId, int total) {
    Instant until = visit.recordedUntil().orElse(departedAt);
    int entered =
        tx.timeEntries().all(TaskLogQuery.builder().addTaskIds(taskId).build()).stream()
            .filter(entry -> !entry.at().isAfter(until))
            .mapToInt(TimeEntry::minutes)
            .sum();
    Stream.iterate(total - entered, left -> left > 0, left -> left - MAX_ENTRY_MINUTES)
        .map(left -> Math.min(left, MAX_ENTRY_MINUTES))
        .map(part -> new TimeEntry(tx.newId(), taskId, visit.engineerId(), part, departedAt))
        .forEach(tx.timeEntries()::insert);
  }

  private static Optional<Integer> minutes(TaskCorrection correction) {
    return correction.minutes() == null ? Optional.empty() : correction.minutes();
  }

  private static VisitTask copy(
      VisitTask task,
      TaskState state,
      Optional<String> result,
      Optional<String> reason,
      Optional<Person> specialist,
      Optional<Instant> finishedAt,
      int minutes,
      int carriedOver,
      Optional<Instant> promisedSince) {
    return new VisitTask(
        task.id(),
        task.source(),
        task.project(),
        task.device(),
        task.title(),
        task.description(),
        task.priority(),
        state,
        result,
        reason,
        specialist,
        task.dueAt(),
        task.createdAt(),
        finishedAt,
        minutes,
        task.occurrences(),
        carriedOver,
        promisedSince,
        task.faultOpen(),
        task.duringVisit());
  }
}
