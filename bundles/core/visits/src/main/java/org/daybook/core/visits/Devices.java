package org.daybook.core.visits;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.directory.Asset;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.task.Occurrence;
import org.daybook.api.task.Task;
import org.daybook.api.visit.Check;
import org.daybook.api.visit.CheckState;
import org.daybook.api.visit.ClosedVisit.CheckLine;
import org.daybook.api.visit.ClosedVisit.Device;
import org.daybook.api.visit.ClosedVisit.Reason;
import org.daybook.api.visit.ClosedVisit.Reason.What;
import org.daybook.api.visit.Problem;
import org.daybook.api.visit.Verdict;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;

/**
 * The verdicts: green only if every mandatory check is OK and neither a problem nor a monitoring
 * fault is open. Ticks do not outvote monitoring, and what was not looked at is not in order.
 */
final class Devices {

  private final Visit visit;
  private final Phrases phrases;
  private final Map<String, StaffMember> staff;
  private final Map<String, List<Check>> checks;
  private final Map<String, List<Problem>> problems;
  private final Map<String, List<Occurrence>> faults;
  private final Map<String, Task> tasksOfFaults;
  private final Map<String, Verdict> previous;
  private final Set<AssetKind> checkedKinds;
  private final String newestCheck;

  /**
   * @param assets all of the client's, by id
   * @param problems those that are open
   * @param faults those that are not cleared
   * @param previous the verdicts of the visit before, by asset
   */
  Devices(
      Visit visit,
      Phrases phrases,
      Map<String, StaffMember> staff,
      Map<String, Asset> assets,
      List<Check> checks,
      List<Problem> problems,
      List<Occurrence> faults,
      Map<String, Task> tasksOfFaults,
      Map<String, Verdict> previous) {
    this.visit = visit;
    this.phrases = phrases;
    this.staff = staff;
    this.checks =
        checks.stream().sorted(Comparator.comparing(Check::id)).collect(groupingBy(Check::assetId));
    this.problems =
        problems.stream()
            .sorted(Comparator.comparing(Problem::since).thenComparing(Problem::id))
            .collect(groupingBy(Problem::assetId));
    this.faults =
        faults.stream()
            .filter(fault -> fault.assetId().isPresent())
            .sorted(Comparator.comparing(Occurrence::raisedAt).thenComparing(Occurrence::id))
            .collect(groupingBy(fault -> fault.assetId().orElseThrow()));
    this.tasksOfFaults = tasksOfFaults;
    this.previous = previous;
    this.checkedKinds =
        checks.stream()
            .map(check -> assets.get(check.assetId()))
            .filter(Objects::nonNull)
            .map(Asset::kind)
            .collect(toSet());
    this.newestCheck = checks.stream().map(Check::id).max(Comparator.naturalOrder()).orElse("");
  }

  Device line(Asset asset) {
    List<Check> ofAsset = checks.getOrDefault(asset.id(), List.of());
    List<Reason> reasons = reasons(asset, ofAsset);
    return new Device(
        asset.id(),
        asset.name(),
        asset.reference(),
        asset.kind(),
        reasons.isEmpty() ? Verdict.GREEN : Verdict.RED,
        reasons,
        ofAsset.stream().map(Devices::line).toList(),
        Optional.ofNullable(previous.get(asset.id())));
  }

  private List<Reason> reasons(Asset asset, List<Check> ofAsset) {
    List<Reason> reasons = new ArrayList<>();
    problems.getOrDefault(asset.id(), List.of()).stream().map(this::problem).forEach(reasons::add);
    faults.getOrDefault(asset.id(), List.of()).stream().map(this::fault).forEach(reasons::add);
    for (Check check : ofAsset) {
      if (check.mandatory() && check.state() == CheckState.SKIPPED) {
        reasons.add(plain(What.SKIPPED, phrases.skipped(check.title(), check.reason())));
      } else if (check.mandatory() && check.state() == CheckState.OPEN) {
        reasons.add(plain(What.UNANSWERED, phrases.unanswered(check.title())));
      }
    }
    boolean notAsked =
        visit.kind() == VisitKind.PLANNED && (!visit.checksPlanned() || cameTooLate(asset));
    if (notAsked && ofAsset.isEmpty()) {
      reasons.add(plain(What.NOT_CHECKED, phrases.notChecked()));
    }
    return reasons;
  }

  /**
   * Whether it was added after the checks were planned, though its kind has checks. Ids rise with
   * time, so one that is higher than every check's is younger than they are.
   */
  private boolean cameTooLate(Asset asset) {
    return checkedKinds.contains(asset.kind()) && asset.id().compareTo(newestCheck) > 0;
  }

  private Reason problem(Problem problem) {
    return new Reason(
        What.PROBLEM,
        problem.description(),
        Optional.of(problem.action()),
        Optional.of(problem.since()),
        problem.ownerId().flatMap(this::name),
        problem.dueAt());
  }

  private Reason fault(Occurrence fault) {
    Optional<Task> task = fault.taskId().map(tasksOfFaults::get);
    Optional<String> owner =
        task.flatMap(Task::specialistId).or(() -> task.flatMap(Task::engineerId));
    return new Reason(
        What.MONITORING,
        fault.title(),
        task.flatMap(phrases::action),
        Optional.of(fault.raisedAt()),
        owner.flatMap(this::name),
        task.flatMap(Task::dueAt));
  }

  static Reason plain(What what, String sentence) {
    return new Reason(
        what, sentence, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private Optional<String> name(String staffId) {
    return Optional.ofNullable(staff.get(staffId)).map(StaffMember::name);
  }

  static CheckLine line(Check check) {
    return new CheckLine(
        check.itemId(),
        check.title(),
        check.mandatory(),
        check.state(),
        check.description(),
        check.action(),
        check.reason());
  }
}
