package org.daybook.core.figures;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.daybook.api.figures.FigureRow;
import org.daybook.api.figures.PromiseAges;
import org.daybook.api.figures.Share;
import org.daybook.api.figures.TaskCounts;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;

/** Counts what one client or engineer has in a month. */
final class Tally {
  private static final String REMOTE = "remote";

  private final Map<String, TaskCounts> tasks = new TreeMap<>();
  private final Responses responses = new Responses();
  private boolean empty = true;
  private int planned;
  private int made;
  private int missed;
  private int cancelled;
  private int minutesOnSite;
  private int violations;
  private int upheld;
  private Share firstTime = Share.NONE;
  private Share remote = Share.NONE;
  private PromiseAges promises = PromiseAges.NONE;

  boolean isEmpty() {
    return empty;
  }

  /** A visit that is planned for the month. */
  void add(Visit visit, Span span) {
    if (visit.state() == VisitState.DRAFT || visit.neverScheduled()) {
      return;
    }
    empty = false;
    if (visit.kind() == VisitKind.PLANNED) {
      addPlanned(visit);
    } else if (visit.state() != VisitState.CANCELLED) {
      responses.add(visit, span.at());
    }
    if (visit.arrivedAt().isPresent() && visit.departedAt().isPresent()) {
      minutesOnSite +=
          (int) Duration.between(visit.arrivedAt().get(), visit.departedAt().get()).toMinutes();
    }
    if (visit.overrideReason().isPresent()) {
      violations++;
    }
  }

  private void addPlanned(Visit visit) {
    if (visit.state() == VisitState.CANCELLED) {
      cancelled++;
      return;
    }
    planned++;
    if (visit.state() == VisitState.MISSED) {
      missed++;
    }
    if (visit.departedAt().isPresent()) {
      made++;
    }
  }

  /** Any task; it counts if it is of the month. */
  void add(Task task, Span span) {
    boolean ended =
        task.state().isFinal() && task.finishedAt().filter(span.until()::isAfter).isPresent();
    if (ended && span.has(task.finishedAt().get())) {
      addEnded(task);
    } else if (!ended && wasOpen(task, span)) {
      addOpen(task, span);
    }
  }

  /** A task that has ended, but nobody knows when, is of no month. */
  private static boolean wasOpen(Task task, Span span) {
    boolean endKnown = !task.state().isFinal() || task.finishedAt().isPresent();
    return endKnown && task.createdAt().isBefore(span.until());
  }

  private void addEnded(Task task) {
    boolean done = task.state() == TaskState.DONE;
    boolean remotely = task.state() == TaskState.RESOLVED_REMOTELY;
    count(
        task,
        switch (task.state()) {
          case DONE -> new TaskCounts(1, 0, 0, 0, 0, 0);
          case RESOLVED_REMOTELY -> new TaskCounts(0, 1, 0, 0, 0, 0);
          case SELF_RECOVERED -> new TaskCounts(0, 0, 1, 0, 0, 0);
          default -> new TaskCounts(0, 0, 0, 1, 0, 0);
        });
    if (done && task.visitId().isPresent()) {
      firstTime = more(firstTime, task.carriedOver() == 0);
    }
    if (remotely || done && task.source().equals(REMOTE)) {
      remote = more(remote, remotely);
    }
  }

  private void addOpen(Task task, Span span) {
    boolean promised = task.promisedSince().filter(span.until()::isAfter).isPresent();
    count(task, promised ? new TaskCounts(0, 0, 0, 0, 1, 0) : new TaskCounts(0, 0, 0, 0, 0, 1));
    if (promised) {
      promises = promises.plus(task.promisedSince().get(), span.at());
    }
  }

  private void count(Task task, TaskCounts one) {
    empty = false;
    tasks.merge(task.source(), one, TaskCounts::plus);
  }

  void addUpheld() {
    empty = false;
    upheld++;
  }

  private static Share more(Share share, boolean belongs) {
    return new Share(share.part() + (belongs ? 1 : 0), share.whole() + 1);
  }

  FigureRow row(FigureRow.Builder whose) {
    return whose
        .visitsPlanned(planned)
        .visitsMade(made)
        .visitsMissed(missed)
        .visitsCancelled(cancelled)
        .minutesOnSite(minutesOnSite)
        .tasks(tasks)
        .firstTime(firstTime)
        .promises(promises)
        .remote(remote)
        .emergencies(responses.figures())
        .violations(violations)
        .disputesUpheld(upheld)
        .build();
  }
}
