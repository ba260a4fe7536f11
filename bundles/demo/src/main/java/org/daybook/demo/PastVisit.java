package org.daybook.demo;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daybook.api.directory.Asset;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.store.FrozenVisit;
import org.daybook.api.store.Transaction;
import org.daybook.api.visit.Check;
import org.daybook.api.visit.CheckState;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.ClosedVisit.CheckLine;
import org.daybook.api.visit.ClosedVisit.Customer;
import org.daybook.api.visit.ClosedVisit.Device;
import org.daybook.api.visit.ClosedVisit.Disputed;
import org.daybook.api.visit.ClosedVisit.Person;
import org.daybook.api.visit.ClosedVisit.RemoteShare;
import org.daybook.api.visit.ClosedVisit.VisitTask;
import org.daybook.api.visit.Problem;
import org.daybook.api.visit.Verdict;
import org.daybook.api.visit.Visit;

/** A visit that was closed and reported in the past, with its checks and its frozen view. */
final class PastVisit {

  private final Transaction tx;
  private final Company company;
  private final Place place;
  private final Visit visit;
  private final List<Finding> findings = new ArrayList<>();
  private final List<VisitTask> tasks = new ArrayList<>();
  private final List<Disputed> disputes = new ArrayList<>();
  private Map<String, Verdict> before = Map.of();
  private Optional<Instant> previousVisitAt = Optional.empty();
  private Optional<Instant> nextVisitAt = Optional.empty();
  private RemoteShare remote = new RemoteShare(0, 0);

  /**
   * @param visit stored already
   */
  PastVisit(Transaction tx, Company company, Place place, Visit visit) {
    this.tx = tx;
    this.company = company;
    this.place = place;
    this.visit = visit;
  }

  PastVisit found(Finding finding) {
    findings.add(finding);
    return this;
  }

  PastVisit task(VisitTask task) {
    tasks.add(task);
    return this;
  }

  PastVisit disputed(Disputed dispute) {
    disputes.add(dispute);
    return this;
  }

  PastVisit after(ClosedVisit previous) {
    previousVisitAt = Optional.of(previous.departedAt());
    before = previous.devices().stream().collect(toMap(Device::id, Device::verdict));
    return this;
  }

  PastVisit next(Instant plannedFor) {
    nextVisitAt = Optional.of(plannedFor);
    return this;
  }

  PastVisit remote(int resolved, int total) {
    remote = new RemoteShare(resolved, total);
    return this;
  }

  /** Stores checks, problems and the frozen view. */
  ClosedVisit freeze() {
    Instant departedAt = visit.departedAt().orElseThrow();
    ClosedVisit view =
        new ClosedVisit(
            visit.id(),
            visit.kind(),
            new Customer(
                place.client().id(),
                place.client().code(),
                place.client().name(),
                place.client().language(),
                place.client().zone()),
            new ClosedVisit.Place(place.site().id(), place.site().name(), place.site().address()),
            person(place.engineer()),
            Optional.of(person(company.managerOf(place.engineer()))),
            visit.arrivedAt().orElseThrow(),
            departedAt,
            previousVisitAt,
            nextVisitAt,
            tasks.stream()
                .sorted(
                    Comparator.comparing(VisitTask::priority)
                        .reversed()
                        .thenComparing(VisitTask::createdAt))
                .toList(),
            place.assets().stream()
                .sorted(Comparator.comparing(Asset::kind))
                .map(this::device)
                .toList(),
            remote,
            disputes,
            List.of());
    tx.freeze(new FrozenVisit(visit.id(), 1, Optional.empty(), FrozenForm.write(view), departedAt));
    return view;
  }

  static Person person(StaffMember member) {
    return new Person(
        member.id(), member.name(), member.email(), member.phone(), member.department());
  }

  private Device device(Asset asset) {
    List<CheckLine> lines = new ArrayList<>();
    List<ClosedVisit.Reason> reasons = new ArrayList<>();
    for (Routine.Item item : Routine.of(asset.kind())) {
      Optional<Finding> finding =
          findings.stream()
              .filter(f -> f.assetId().equals(asset.id()) && f.itemId().equals(item.id()))
              .findFirst();
      Check check = tx.checks().insert(check(asset, item, finding));
      lines.add(line(check));
      finding.map(f -> reason(f, check)).ifPresent(reasons::add);
      finding
          .filter(f -> f.state() == CheckState.PROBLEM)
          .ifPresent(f -> tx.problems().insert(problem(f)));
    }
    return new Device(
        asset.id(),
        asset.name(),
        asset.reference(),
        asset.kind(),
        reasons.isEmpty() ? Verdict.GREEN : Verdict.RED,
        reasons,
        lines,
        Optional.ofNullable(before.get(asset.id())));
  }

  private Check check(Asset asset, Routine.Item item, Optional<Finding> finding) {
    Optional<Finding> problem = finding.filter(f -> f.state() == CheckState.PROBLEM);
    return Check.builder()
        .id(tx.newId())
        .visitId(visit.id())
        .assetId(asset.id())
        .itemId(item.id())
        .title(item.title(place.isEnglish()))
        .state(finding.map(Finding::state).orElse(CheckState.OK))
        .description(problem.map(Finding::text))
        .action(problem.flatMap(Finding::action))
        .dueAt(problem.flatMap(Finding::dueAt))
        .reason(finding.filter(f -> f.state() == CheckState.SKIPPED).map(Finding::text))
        .answeredBy(place.engineer().id())
        .answeredAt(visit.departedAt().orElseThrow().minusSeconds(600))
        .build();
  }

  private ClosedVisit.Reason reason(Finding finding, Check check) {
    boolean problem = finding.state() == CheckState.PROBLEM;
    return new ClosedVisit.Reason(
        problem ? ClosedVisit.Reason.What.PROBLEM : ClosedVisit.Reason.What.SKIPPED,
        problem
            ? finding.text()
            : (place.isEnglish() ? "Not done: " : "Не выполнено: ")
                + check.title()
                + " ("
                + finding.text()
                + ")",
        finding.action(),
        problem ? visit.arrivedAt() : Optional.empty(),
        problem ? Optional.of(place.engineer().name()) : Optional.empty(),
        finding.dueAt());
  }

  private Problem problem(Finding finding) {
    return Problem.builder()
        .id(tx.newId())
        .clientId(place.client().id())
        .assetId(finding.assetId())
        .itemId(finding.itemId())
        .description(finding.text())
        .action(finding.action().orElse(""))
        .ownerId(place.engineer().id())
        .since(visit.arrivedAt().orElseThrow())
        .dueAt(finding.dueAt())
        .foundVisitId(visit.id())
        .build();
  }

  private static CheckLine line(Check check) {
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
