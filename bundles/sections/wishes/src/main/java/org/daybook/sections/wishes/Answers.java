package org.daybook.sections.wishes;

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

/** The answers to the wishes of one visit. */
final class Answers {
  private final ClosedVisit visit;
  private final Texts texts;

  Answers(ClosedVisit visit, Texts texts) {
    this.visit = visit;
    this.texts = texts;
  }

  Block.TaskItem to(VisitTask wish) {
    boolean cancelled = wish.state() == TaskState.CANCELLED;
    boolean done = wish.state().isFinal() && !cancelled;
    return new Block.TaskItem(
        wish.title(),
        texts.get("state." + wish.state()),
        done ? Tone.GOOD : cancelled ? Tone.NEUTRAL : urgency(wish),
        details(wish),
        done ? Optional.of(written(wish.result(), resultIfNone(wish))) : Optional.empty(),
        done ? Optional.empty() : Optional.of(written(wish.reason(), reasonIfNone(wish))),
        done || cancelled ? Optional.empty() : Optional.of(next(wish)));
  }

  /** A promise that was broken once is worse than one that is only young. */
  private static Tone urgency(VisitTask wish) {
    return wish.carriedOver() > 1 ? Tone.BAD : Tone.WARNING;
  }

  private List<String> details(VisitTask wish) {
    List<String> details = new ArrayList<>();
    if (!wish.description().isBlank()) {
      details.add(wish.description().strip());
    }
    promise(wish).ifPresent(details::add);
    wish.device().filter(device -> !device.isBlank()).ifPresent(details::add);
    if (wish.minutes() > 0) {
      details.add(texts.get("time", texts.duration(wish.minutes())));
    }
    return details;
  }

  /** How often and since when it has been promised; also of one that was kept. */
  private Optional<String> promise(VisitTask wish) {
    Instant since = wish.promisedSince().orElse(wish.createdAt());
    boolean open = !wish.state().isFinal();
    if (open && wish.carriedOver() > 1) {
      return Optional.of(texts.get("promise", wish.carriedOver(), texts.day(since, visit)));
    }
    boolean promised = wish.carriedOver() > 0 || wish.promisedSince().isPresent();
    if (promised && (wish.carriedOver() > 1 || since.isBefore(visit.arrivedAt()))) {
      return Optional.of(texts.get("promise.made", texts.day(since, visit)));
    }
    return open && wish.carriedOver() == 1
        ? Optional.of(texts.get("promise.first"))
        : Optional.empty();
  }

  private static String resultIfNone(VisitTask wish) {
    return wish.state() == TaskState.RESOLVED_REMOTELY ? "result.remotely" : "result";
  }

  private String written(Optional<String> text, String keyIfNone) {
    return text.filter(written -> !written.isBlank())
        .map(Texts::sentence)
        .orElseGet(() -> texts.get(keyIfNone));
  }

  private static String reasonIfNone(VisitTask wish) {
    return withSpecialist(wish)
        ? "reason.specialist"
        : wish.state().isAnswered() ? "reason.none" : "reason.open";
  }

  private static boolean withSpecialist(VisitTask wish) {
    return wish.state() == TaskState.HANDED_OVER || wish.state() == TaskState.ACCEPTED;
  }

  private String next(VisitTask wish) {
    return texts.get("next.who", who(wish)) + " " + untilWhen(wish);
  }

  private String who(VisitTask wish) {
    if (!withSpecialist(wish) || wish.specialist().isEmpty()) {
      return visit.engineer().name();
    }
    Person specialist = wish.specialist().get();
    return specialist
        .department()
        .filter(department -> !department.isBlank())
        .map(department -> texts.get("specialist", specialist.name(), department))
        .orElse(specialist.name());
  }

  private String untilWhen(VisitTask wish) {
    Optional<Instant> ahead = wish.dueAt().filter(due -> due.isAfter(visit.departedAt()));
    if (ahead.isPresent()) {
      return texts.get("next.due", texts.day(ahead.get(), visit));
    }
    String missed =
        wish.dueAt().map(due -> texts.get("next.missed", texts.day(due, visit)) + " ").orElse("");
    return missed
        + visit
            .nextVisitAt()
            .map(next -> texts.get("next.visit", texts.day(next, visit)))
            .orElseGet(() -> texts.get("next.open"));
  }
}
