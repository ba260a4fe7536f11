package org.daybook.sections.projects;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.daybook.api.report.Block;
import org.daybook.api.report.Tone;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.ClosedVisit.Person;
import org.daybook.api.visit.ClosedVisit.VisitTask;

/** The tasks of one visit in plain words. */
final class TaskLines {
  private final ClosedVisit visit;
  private final Texts texts;

  TaskLines(ClosedVisit visit, Texts texts) {
    this.visit = visit;
    this.texts = texts;
  }

  Block.TaskItem finished(VisitTask task) {
    boolean cancelled = task.state() == TaskState.CANCELLED;
    // What monitoring still reports is not called mended, whoever ticked it off.
    boolean watched = task.faultOpen() && !cancelled;
    List<String> details = new ArrayList<>();
    kept(task).ifPresent(details::add);
    device(task).ifPresent(details::add);
    task.finishedAt().ifPresent(end -> details.add(texts.day(end, visit)));
    repeated(task).ifPresent(details::add);
    time(task).ifPresent(details::add);
    return new Block.TaskItem(
        task.title(),
        watched ? texts.get("state.watched") : state(task),
        watched ? Tone.WARNING : cancelled ? Tone.NEUTRAL : Tone.GOOD,
        details,
        cancelled ? Optional.empty() : Optional.of(result(task)),
        cancelled ? Optional.of(written(task.reason(), "reason.none")) : Optional.empty(),
        watched ? Optional.of(texts.get("next.watched")) : Optional.empty());
  }

  Block.TaskItem unfinished(VisitTask task) {
    List<String> details = new ArrayList<>();
    promise(task).ifPresent(details::add);
    if (isNew(task)) {
      details.add(texts.get("new"));
    }
    device(task).ifPresent(details::add);
    repeated(task).ifPresent(details::add);
    time(task).ifPresent(details::add);
    return new Block.TaskItem(
        task.title(),
        state(task),
        task.carriedOver() > 1 ? Tone.BAD : Tone.WARNING,
        details,
        Optional.empty(),
        Optional.of(written(task.reason(), reasonIfNone(task.state()))),
        Optional.of(next(task)));
  }

  private String state(VisitTask task) {
    boolean mended = task.state() == TaskState.DONE && task.source().equals("monitoring");
    return mended ? texts.get("state.mended") : state(task.state());
  }

  /** What a state is called. */
  String state(TaskState state) {
    return texts.get(
        switch (state) {
          case DONE -> "state.done";
          case RESOLVED_REMOTELY -> "state.remotely";
          case SELF_RECOVERED -> "state.recovered";
          case CANCELLED -> "state.cancelled";
          case NOT_DONE, CARRIED_OVER -> "state.unfinished";
          case HANDED_OVER -> "state.handedOver";
          case ACCEPTED -> "state.accepted";
          case IN_PROGRESS -> "state.inProgress";
          case NEW, PLANNED, RETURNED -> "state.waiting";
        });
  }

  private String result(VisitTask task) {
    return written(
        task.result(),
        switch (task.state()) {
          case RESOLVED_REMOTELY -> "result.remotely";
          case SELF_RECOVERED -> "result.recovered";
          default -> "result.done";
        });
  }

  private static String reasonIfNone(TaskState state) {
    return switch (state) {
      case HANDED_OVER, ACCEPTED -> "reason.specialist";
      case NEW, PLANNED, IN_PROGRESS, RETURNED -> "reason.open";
      default -> "reason.none";
    };
  }

  /** Whether there is nothing about a finished task but its result. */
  static boolean isPlain(VisitTask task) {
    return task.state() != TaskState.CANCELLED && !task.faultOpen();
  }

  /** Whether the client has not read of it in an earlier report. */
  boolean isNew(VisitTask task) {
    return visit.previousVisitAt().filter(task.createdAt()::isAfter).isPresent();
  }

  private String written(Optional<String> text, String keyIfNone) {
    return text.filter(written -> !written.isBlank())
        .map(Texts::sentence)
        .orElseGet(() -> texts.get(keyIfNone));
  }

  /** How often and since when it has been promised. */
  private Optional<String> promise(VisitTask task) {
    if (task.carriedOver() > 1) {
      return Optional.of(texts.get("promise", task.carriedOver(), texts.day(since(task), visit)));
    }
    if (promisedBefore(task)) {
      return Optional.of(texts.get("promise.made", texts.day(since(task), visit)));
    }
    return task.carriedOver() == 1 ? Optional.of(texts.get("promise.first")) : Optional.empty();
  }

  /** A promise that was kept, however late. */
  private Optional<String> kept(VisitTask task) {
    return promisedBefore(task)
        ? Optional.of(texts.get("promise.made", texts.day(since(task), visit)))
        : Optional.empty();
  }

  /** Whether an earlier report said that it is still to be done. */
  boolean promisedBefore(VisitTask task) {
    boolean promised = task.carriedOver() > 0 || task.promisedSince().isPresent();
    return promised && (task.carriedOver() > 1 || since(task).isBefore(visit.arrivedAt()));
  }

  /** Since when it has been a promise. */
  static Instant since(VisitTask task) {
    return task.promisedSince().orElse(task.createdAt());
  }

  private Optional<String> device(VisitTask task) {
    return task.device().filter(device -> !device.isBlank());
  }

  private Optional<String> repeated(VisitTask task) {
    return task.occurrences() > 1
        ? Optional.of(texts.get("occurrences", task.occurrences()))
        : Optional.empty();
  }

  private Optional<String> time(VisitTask task) {
    return task.minutes() > 0
        ? Optional.of(texts.get("time", texts.duration(task.minutes())))
        : Optional.empty();
  }

  private String next(VisitTask task) {
    return texts.get("next.who", who(task)) + " " + untilWhen(task);
  }

  String who(VisitTask task) {
    boolean withSpecialist =
        task.state() == TaskState.HANDED_OVER || task.state() == TaskState.ACCEPTED;
    Person person = withSpecialist ? task.specialist().orElse(visit.engineer()) : visit.engineer();
    return person
        .department()
        .filter(department -> withSpecialist && !department.isBlank())
        .map(department -> texts.get("specialist", person.name(), department))
        .orElse(person.name());
  }

  /** The day until which it is to be done, as short as a cell of a table. */
  String until(VisitTask task) {
    return task.dueAt()
        .filter(due -> due.isAfter(visit.departedAt()))
        .map(due -> texts.get("until.due", texts.day(due, visit)))
        .or(() -> visit.nextVisitAt().map(next -> texts.get("until.visit", texts.day(next, visit))))
        .orElseGet(() -> texts.get("until.open"));
  }

  private String untilWhen(VisitTask task) {
    Optional<Instant> ahead = task.dueAt().filter(due -> due.isAfter(visit.departedAt()));
    if (ahead.isPresent()) {
      return texts.get("next.due", texts.day(ahead.get(), visit));
    }
    String missed =
        task.dueAt().map(due -> texts.get("next.missed", texts.day(due, visit)) + " ").orElse("");
    return missed
        + visit
            .nextVisitAt()
            .map(next -> texts.get("next.visit", texts.day(next, visit)))
            .orElseGet(() -> texts.get("next.open"));
  }
}
