package org.daybook.core.visits;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.store.Transaction;
import org.daybook.api.store.VisitQuery;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.ClosedVisit.Emergency;
import org.daybook.api.visit.ClosedVisit.VisitTask;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;

/**
 * The emergencies at this site since the visit before: the client hears of them in the report of
 * the planned visit after them. There are few of them, so each may cost a query.
 */
final class EmergencyLines {
  /** Nobody stays longer at an emergency that began before the visit before and ended after it. */
  private static final Duration LONGEST = Duration.ofDays(31);

  private final Transaction tx;
  private final Visit visit;
  private final Optional<Instant> since;
  private final Map<String, StaffMember> staff;
  private final FrozenJson json = new FrozenJson();

  /**
   * @param since when the planned visit before ended
   */
  EmergencyLines(
      Transaction tx, Visit visit, Optional<Instant> since, Map<String, StaffMember> staff) {
    this.tx = tx;
    this.visit = visit;
    this.since = since;
    this.staff = staff;
  }

  List<Emergency> lines() {
    if (visit.kind() != VisitKind.PLANNED) {
      return List.of();
    }
    VisitQuery.Builder query =
        VisitQuery.builder()
            .siteId(visit.siteId())
            .kind(VisitKind.EMERGENCY)
            .addStates(VisitState.CLOSED, VisitState.REPORTED);
    since.ifPresent(at -> query.from(at.minus(LONGEST)));
    return tx.visits().all(query.build()).stream()
        .filter(this::isNew)
        .sorted(Comparator.comparing(EmergencyLines::requestedAt).thenComparing(Visit::id))
        .map(this::line)
        .toList();
  }

  /** What ended in the very moment of the visit before was in its report. */
  private boolean isNew(Visit emergency) {
    return emergency
        .recordedUntil()
        .filter(at -> since.isEmpty() || at.isAfter(since.get()))
        .isPresent();
  }

  private Emergency line(Visit emergency) {
    Instant arrivedAt = emergency.arrivedAt().orElse(emergency.plannedFor());
    return new Emergency(
        emergency.id(),
        requestedAt(emergency),
        emergency.dueBy(),
        arrivedAt,
        (int) Math.max(0, Duration.between(requestedAt(emergency), arrivedAt).toMinutes()),
        emergency.dueBy().map(dueBy -> minutesLate(dueBy, arrivedAt)).orElse(0),
        ViewAssembler.person(staff.get(emergency.engineerId())),
        done(emergency));
  }

  /** As its own record says it, corrections included: tasks that were left are elsewhere by now. */
  private List<String> done(Visit emergency) {
    return tx.frozenVisit(emergency.id()).stream()
        .flatMap(frozen -> json.read(frozen.json()).tasks().stream())
        .filter(task -> task.duringVisit() && task.state() == TaskState.DONE)
        .map(VisitTask::title)
        .toList();
  }

  private static Instant requestedAt(Visit emergency) {
    return emergency.requestedAt().orElse(emergency.plannedFor());
  }

  /** A minute that has begun counts, so that nothing late is 0 minutes late. */
  private static int minutesLate(Instant dueBy, Instant arrivedAt) {
    return arrivedAt.isAfter(dueBy)
        ? (int)
            Duration.between(dueBy, arrivedAt).plusSeconds(59).plusNanos(999_999_999).toMinutes()
        : 0;
  }
}
