package org.daybook.core.visits;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.daybook.api.directory.Asset;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.Site;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.store.AssetQuery;
import org.daybook.api.store.CheckQuery;
import org.daybook.api.store.OccurrenceQuery;
import org.daybook.api.store.PageRequest;
import org.daybook.api.store.ProblemQuery;
import org.daybook.api.store.StaffQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.store.VisitQuery;
import org.daybook.api.task.Occurrence;
import org.daybook.api.task.Task;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.ClosedVisit.Customer;
import org.daybook.api.visit.ClosedVisit.Person;
import org.daybook.api.visit.ClosedVisit.Place;
import org.daybook.api.visit.Verdict;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;

/**
 * Puts together all that happened at a visit and since the one before. A fixed number of queries,
 * however much equipment and however many tasks there are.
 */
final class ViewAssembler {

  private final Transaction tx;
  private final Instant now;

  ViewAssembler(Transaction tx, Instant now) {
    this.tx = tx;
    this.now = now;
  }

  ClosedVisit assemble(Visit visit) {
    Client client = tx.clients().find(visit.clientId()).orElseThrow();
    Site site = tx.sites().find(visit.siteId()).orElseThrow();
    Map<String, StaffMember> staff = staff();
    Map<String, Asset> assets = assets(client);
    List<Occurrence> faults = faults(client);
    PreviousVisit previous = new PreviousVisit(tx, visit, now);
    Optional<Instant> since = previous.since();
    Instant arrivedAt = visit.arrivedAt().orElse(visit.plannedFor());
    Instant departedAt = visit.departedAt().orElse(later(now, arrivedAt));

    Tasks tasks = new Tasks(tx, visit, previous, staff, assets, faults);
    List<ClosedVisit.VisitTask> lines = tasks.lines();
    return new ClosedVisit(
        visit.id(),
        visit.kind(),
        new Customer(client.id(), client.code(), client.name(), client.language(), client.zone()),
        new Place(site.id(), site.name(), site.address()),
        person(staff.get(visit.engineerId())),
        manager(visit, client, staff).map(ViewAssembler::person),
        arrivedAt,
        departedAt,
        previous.departedAt(),
        next(visit, later(now, visit.plannedFor())),
        lines,
        devices(visit, client, staff, assets, faults, previous.verdicts()),
        tasks.remoteShare(),
        new DisputeLines(tx, visit, since).lines(),
        new EmergencyLines(tx, visit, since, staff).lines(),
        gone(visit, assets),
        new PhotoLines(tx, visit, previous).lines(lines));
  }

  /** The equipment alone, without what was found at the visit before. */
  List<ClosedVisit.Device> devices(Visit visit) {
    Client client = tx.clients().find(visit.clientId()).orElseThrow();
    return devices(visit, client, staff(), assets(client), faults(client), Map.of());
  }

  private Map<String, StaffMember> staff() {
    return tx.staff().all(StaffQuery.everything()).stream()
        .collect(toMap(StaffMember::id, Function.identity()));
  }

  private Map<String, Asset> assets(Client client) {
    return tx.assets().all(AssetQuery.builder().clientId(client.id()).build()).stream()
        .collect(toMap(Asset::id, Function.identity()));
  }

  /** What monitoring still complains of. */
  private List<Occurrence> faults(Client client) {
    return tx.occurrences()
        .all(OccurrenceQuery.builder().clientId(client.id()).fault(true).cleared(false).build());
  }

  /** Retired equipment is in no report but in that of the visit that found it to be gone. */
  private static List<ClosedVisit.Gone> gone(Visit visit, Map<String, Asset> assets) {
    return assets.values().stream()
        .filter(asset -> asset.retired() && asset.retiredVisitId().equals(Optional.of(visit.id())))
        .sorted(Order.OF_ASSETS)
        .map(
            asset ->
                new ClosedVisit.Gone(
                    asset.id(),
                    asset.name(),
                    asset.reference(),
                    asset.kind(),
                    asset.retiredReason().orElse("")))
        .toList();
  }

  static Person person(StaffMember member) {
    return new Person(
        member.id(), member.name(), member.email(), member.phone(), member.department());
  }

  private List<ClosedVisit.Device> devices(
      Visit visit,
      Client client,
      Map<String, StaffMember> staff,
      Map<String, Asset> assets,
      List<Occurrence> faults,
      Map<String, Verdict> verdictsBefore) {
    // Whatever became of them: there are tasks that were finished, and yet monitoring complains
    Map<String, Task> tasksOfFaults =
        tx
            .tasks()
            .find(faults.stream().flatMap(fault -> fault.taskId().stream()).collect(toSet()))
            .stream()
            .collect(toMap(Task::id, Function.identity()));
    Devices devices =
        new Devices(
            visit,
            new Phrases(client.language()),
            staff,
            assets,
            tx.checks().all(CheckQuery.builder().visitId(visit.id()).build()),
            tx.problems().all(ProblemQuery.builder().clientId(client.id()).ended(false).build()),
            faults,
            tasksOfFaults,
            verdictsBefore);
    return assets.values().stream()
        .filter(asset -> asset.siteId().equals(visit.siteId()) && !asset.retired())
        .sorted(Order.OF_ASSETS)
        .map(devices::line)
        .toList();
  }

  private Optional<Instant> next(Visit visit, Instant after) {
    return tx
        .visits()
        .list(
            VisitQuery.builder()
                .clientId(visit.clientId())
                .siteId(visit.siteId())
                .kind(VisitKind.PLANNED)
                .addStates(VisitState.SCHEDULED)
                .from(after)
                .build(),
            new PageRequest(2, Optional.empty(), false))
        .items()
        .stream()
        .filter(other -> !other.id().equals(visit.id()))
        .map(Visit::plannedFor)
        .findFirst();
  }

  private static Optional<StaffMember> manager(
      Visit visit, Client client, Map<String, StaffMember> staff) {
    return Optional.ofNullable(staff.get(visit.engineerId()))
        .flatMap(StaffMember::managerId)
        .or(client::managerId)
        .map(staff::get);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
