package org.daybook.core.visits;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.daybook.api.store.PageRequest;
import org.daybook.api.store.Transaction;
import org.daybook.api.store.VisitQuery;
import org.daybook.api.task.Task;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.Verdict;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;

/** The visit before a visit at its site, if there was one, and what was told by then. */
final class PreviousVisit {

  /** The visit before is among the last few of the calendar; see {@link #last}. */
  private static final int LOOK_BACK = 20;

  /** Nobody takes longer to store that a task ended; clocks that differ are in it. */
  private static final Duration STORING = Duration.ofMinutes(5);

  private final Transaction tx;
  private final Visit visit;
  private final Instant now;
  private final Optional<Visit> before;
  private final Optional<ClosedVisit> record;
  private final Optional<Instant> told;

  PreviousVisit(Transaction tx, Visit visit, Instant now) {
    this.tx = tx;
    this.visit = visit;
    this.now = now;
    this.before = last(Optional.of(visit.siteId()));
    this.record =
        before
            .flatMap(other -> tx.frozenVisit(other.id()))
            .map(frozen -> new FrozenJson().read(frozen.json()));
    this.told = since().or(() -> last(Optional.empty()).flatMap(Visit::recordedUntil));
  }

  Optional<Instant> departedAt() {
    return before.flatMap(Visit::departedAt);
  }

  /** Until when its report has what was recorded. */
  Optional<Instant> since() {
    return before.flatMap(Visit::recordedUntil);
  }

  /**
   * The same for what belongs to no site: before the first visit to a new site, the report of
   * another one told it.
   */
  Optional<Instant> told() {
    return told;
  }

  /** From when on a task may have ended without having been told in its report. */
  Optional<Instant> untoldFrom() {
    return since().map(at -> at.minus(STORING));
  }

  /**
   * Whether its report told that a task ended. An end that was being stored while the visit was
   * closed has a time from before that, and yet the record does not have it.
   */
  boolean toldEndOf(Task task) {
    return !isAfter(since(), task) && record.map(view -> hasEndOf(view, task)).orElse(true);
  }

  /** Whether a task ended after what was told at any site. */
  boolean isAfterTold(Task task) {
    return isAfter(told, task);
  }

  /** What its report said of equipment, by its id. */
  Map<String, Verdict> verdicts() {
    return record
        .map(
            view ->
                view.devices().stream()
                    .collect(toMap(ClosedVisit.Device::id, ClosedVisit.Device::verdict)))
        .orElse(Map.of());
  }

  private static boolean isAfter(Optional<Instant> moment, Task task) {
    return moment.isEmpty()
        || task.finishedAt().filter(end -> end.isAfter(moment.get())).isPresent();
  }

  private static boolean hasEndOf(ClosedVisit view, Task task) {
    return view.tasks().stream()
        .anyMatch(line -> line.id().equals(task.id()) && line.state().isFinal());
  }

  /**
   * The last visit before, at one site or at any of the client's. For a planned visit that is a
   * planned one: only planned visits have reports that reach the client, and what happened at an
   * emergency visit in between must be in one.
   */
  private Optional<Visit> last(Optional<String> siteId) {
    VisitQuery.Builder closed =
        VisitQuery.builder()
            .clientId(visit.clientId())
            .siteId(siteId)
            .addStates(VisitState.CLOSED, VisitState.REPORTED);
    if (visit.kind() == VisitKind.PLANNED) {
      closed.kind(VisitKind.PLANNED);
    }
    Instant begin = visit.arrivedAt().orElse(now);
    return tx
        .visits()
        .list(closed.build(), new PageRequest(LOOK_BACK, Optional.empty(), true))
        .items()
        .stream()
        .filter(other -> !other.id().equals(visit.id()))
        // In the order of leaving, not of planning: an early visit may be closed late.
        .filter(other -> other.departedAt().filter(at -> !at.isAfter(begin)).isPresent())
        .max(Comparator.comparing((Visit other) -> other.departedAt().orElseThrow()));
  }
}
