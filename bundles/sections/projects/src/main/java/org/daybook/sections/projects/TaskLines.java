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
    return texts.get(
        switch (task.state()) {
          case DONE -> task.source().equals("monitoring") ? "state.mended" : "state.done";
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

  private String written(Optional<String> text, String keyIfNone) {
    return text.filter(written -> !written.isBlank())
        .map(Texts::sentence)
        .orElseGet(() -> texts.get(keyIfNone));
  }

  /** How often and since when it has been promised. */
  private Optional<String> promise(VisitTask task) {
    Instant since = task.promisedSince().orElse(task.createdAt());
    return switch (task.carriedOver()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(texts.get("promise.first"));
      default -> Optional.of(texts.get("promise", task.carriedOver(), texts.day(since, visit)));
    };
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

  private String who(VisitTask task) {
    boolean withSpecialist =
        task.state() == TaskState.HANDED_OVER || task.state() == TaskState.ACCEPTED;
    Person person = withSpecialist ? task.specialist().orElse(visit.engineer()) : visit.engineer();
    return person
        .department()
        .filter(department -> withSpecialist && !department.isBlank())
        .map(department -> texts.get("specialist", person.name(), department))
        .orElse(person.name());
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
