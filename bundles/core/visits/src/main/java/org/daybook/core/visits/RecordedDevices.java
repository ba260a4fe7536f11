package org.daybook.core.visits;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.store.CheckQuery;
import org.daybook.api.store.ProblemQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.visit.Check;
import org.daybook.api.visit.CheckAnswer;
import org.daybook.api.visit.CheckState;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.ClosedVisit.CheckLine;
import org.daybook.api.visit.ClosedVisit.Device;
import org.daybook.api.visit.ClosedVisit.Reason;
import org.daybook.api.visit.ClosedVisit.Reason.What;
import org.daybook.api.visit.Problem;
import org.daybook.api.visit.Verdict;
import org.daybook.api.visit.Visit;

/**
 * The equipment in the record of a closed visit: of a corrected check the reasons change, and with
 * them the verdict; what monitoring reported and what other checks found stays.
 */
final class RecordedDevices {

  private final Transaction tx;
  private final Actor actor;
  private final Visit visit;
  private final Phrases phrases;
  private ClosedVisit view;

  RecordedDevices(Transaction tx, Actor actor, Visit visit, ClosedVisit view) {
    this.tx = tx;
    this.actor = actor;
    this.visit = visit;
    this.phrases = new Phrases(view.client().language());
    this.view = view;
  }

  /** The record with all corrections so far. */
  ClosedVisit view() {
    return view;
  }

  void correct(Check check, CheckAnswer answer) {
    Optional<Problem> known = known(check);
    // As of the end of the visit: when an item was last done must not move.
    CheckDesk desk = new CheckDesk(tx, actor, view.departedAt());
    Check corrected = desk.answered(check, answer);
    if (!lookedAtSince(check)) {
      desk.settleProblem(visit, corrected);
    }
    List<Device> devices = new ArrayList<>(view.devices());
    devices.replaceAll(
        device -> device.id().equals(check.assetId()) ? amended(device, corrected, known) : device);
    view = view.with(view.tasks(), devices);
  }

  static Device with(Device device, List<Reason> reasons) {
    return with(device, reasons, device.checks());
  }

  private static Device with(Device device, List<Reason> reasons, List<CheckLine> checks) {
    return new Device(
        device.id(),
        device.label(),
        device.reference(),
        device.kind(),
        reasons.isEmpty() ? Verdict.GREEN : Verdict.RED,
        reasons,
        checks,
        device.previous());
  }

  /** The problem that the check had to do with at the visit, whatever became of it since. */
  private Optional<Problem> known(Check check) {
    Instant until = visit.recordedUntil().orElse(view.departedAt());
    return tx
        .problems()
        .all(ProblemQuery.builder().addAssetIds(check.assetId()).itemId(check.itemId()).build())
        .stream()
        .filter(problem -> !problem.since().isAfter(until))
        .filter(
            problem -> problem.endedAt().filter(end -> end.isBefore(view.arrivedAt())).isEmpty())
        .max(Comparator.comparing(Problem::since).thenComparing(Problem::id));
  }

  /** Whether a later visit says how it is today. */
  private boolean lookedAtSince(Check check) {
    return tx
        .checks()
        .all(
            CheckQuery.builder()
                .addAssetIds(check.assetId())
                .itemId(check.itemId())
                .addStates(CheckState.OK, CheckState.PROBLEM)
                .answeredFrom(view.departedAt())
                .build())
        .stream()
        .anyMatch(other -> !other.visitId().equals(visit.id()));
  }

  private Device amended(Device device, Check corrected, Optional<Problem> known) {
    CheckLine before =
        device.checks().stream()
            .filter(line -> line.itemId().equals(corrected.itemId()))
            .findFirst()
            .orElseThrow();
    List<Reason> reasons = new ArrayList<>(device.reasons());
    Optional<Reason> stood = problemOf(before, device, known);
    stood.ifPresent(reasons::remove);
    missing(before).ifPresent(reasons::remove);
    CheckLine after = Devices.line(corrected);
    switch (after.state()) {
      case PROBLEM -> reasons.add(found(corrected, stood, known));
      case SKIPPED ->
          known
              .filter(problem -> !problem.foundVisitId().equals(visit.id()))
              .map(problem -> stood.orElseGet(() -> standing(problem)))
              .ifPresent(reasons::add);
      case OK, OPEN -> {}
    }
    missing(after).ifPresent(reasons::add);
    reasons.sort(
        Comparator.comparing((Reason reason) -> rank(reason.what()))
            .thenComparing(reason -> sortedBySince(reason)));
    List<CheckLine> checks = new ArrayList<>(device.checks());
    checks.replaceAll(line -> line.equals(before) ? after : line);
    return with(device, reasons, checks);
  }

  /** The reason that the check, or an earlier one of its item, had put on the equipment. */
  private static Optional<Reason> problemOf(
      CheckLine line, Device device, Optional<Problem> known) {
    List<Reason> problems =
        device.reasons().stream().filter(reason -> reason.what() == What.PROBLEM).toList();
    return switch (line.state()) {
      case OK -> Optional.empty();
      case PROBLEM ->
          problems.stream()
              .filter(reason -> Optional.of(reason.problem()).equals(line.description()))
              .findFirst();
      case SKIPPED, OPEN ->
          problems.stream()
              .filter(reason -> known.map(Problem::since).equals(reason.since()))
              .filter(reason -> !isOfAnotherCheck(reason, device))
              .max(
                  Comparator.comparing(
                      reason ->
                          known.map(Problem::description).equals(Optional.of(reason.problem()))));
    };
  }

  private static boolean isOfAnotherCheck(Reason reason, Device device) {
    return device.checks().stream()
        .filter(line -> line.state() == CheckState.PROBLEM)
        .anyMatch(line -> line.description().equals(Optional.of(reason.problem())));
  }

  private Optional<Reason> missing(CheckLine line) {
    if (!line.mandatory()) {
      return Optional.empty();
    }
    return switch (line.state()) {
      case SKIPPED ->
          Optional.of(Devices.plain(What.SKIPPED, phrases.skipped(line.title(), line.reason())));
      case OPEN -> Optional.of(Devices.plain(What.UNANSWERED, phrases.unanswered(line.title())));
      case OK, PROBLEM -> Optional.empty();
    };
  }

  private Reason found(Check check, Optional<Reason> stood, Optional<Problem> known) {
    return new Reason(
        What.PROBLEM,
        check.description().orElseThrow(),
        check.action(),
        stood
            .flatMap(Reason::since)
            .or(() -> known.map(Problem::since))
            .or(() -> Optional.of(view.departedAt())),
        stood
            .flatMap(Reason::owner)
            .or(() -> known.flatMap(this::owner))
            .or(() -> Optional.of(view.engineer().name())),
        check.dueAt());
  }

  private Reason standing(Problem problem) {
    return new Reason(
        What.PROBLEM,
        problem.description(),
        Optional.of(problem.action()),
        Optional.of(problem.since()),
        owner(problem),
        problem.dueAt());
  }

  private Optional<String> owner(Problem problem) {
    return problem.ownerId().flatMap(tx.staff()::find).map(StaffMember::name);
  }

  /** In the order in which {@link Devices} gives them. */
  private static int rank(What what) {
    return switch (what) {
      case PROBLEM -> 0;
      case MONITORING -> 1;
      case SKIPPED, UNANSWERED -> 2;
      case NOT_CHECKED -> 3;
    };
  }

  /** Problems by age; the others stay as they stood. */
  private static Instant sortedBySince(Reason reason) {
    return reason.what() == What.PROBLEM ? reason.since().orElse(Instant.MIN) : Instant.MIN;
  }
}
