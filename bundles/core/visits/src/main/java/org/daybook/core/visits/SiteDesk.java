package org.daybook.core.visits;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.daybook.api.access.Actor;
import org.daybook.api.directory.Asset;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.store.AssetQuery;
import org.daybook.api.store.OccurrenceQuery;
import org.daybook.api.store.TaskQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.task.Occurrence;
import org.daybook.api.visit.CheckState;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.ClosedVisit.Device;
import org.daybook.api.visit.Sight;
import org.daybook.api.visit.SiteAsset;
import org.daybook.api.visit.SiteAsset.Fault;
import org.daybook.api.visit.Visit;

/** The equipment at the site of one visit in one transaction. */
final class SiteDesk {
  private final Transaction tx;
  private final Actor actor;

  SiteDesk(Transaction tx, Actor actor) {
    this.tx = tx;
    this.actor = actor;
  }

  /** The visit, if the actor may look at its equipment. */
  Visit seen(String visitId) {
    Visit visit = Guard.find(tx, visitId);
    Sight.require(
        actor, visit, () -> tx.tasks().all(TaskQuery.builder().visitId(visit.id()).build()));
    return visit;
  }

  /** The visit, locked, if the actor may work on it now. */
  Visit underWay(String visitId) {
    return checked(Guard.lock(tx, visitId));
  }

  Visit checked(Visit visit) {
    Guard.requireWorker(actor, visit);
    if (!visit.state().isUnderWay()) {
      throw new RefusedException("The visit is " + visit.state() + ", not under way.");
    }
    return visit;
  }

  Asset asset(Visit visit, String assetId) {
    return tx.assets()
        .find(assetId)
        .filter(asset -> asset.siteId().equals(visit.siteId()))
        .orElseThrow(() -> new NotFoundException("asset", assetId));
  }

  List<SiteAsset> list(Visit visit, List<Device> devices) {
    Map<String, Asset> assets =
        tx.assets().all(AssetQuery.builder().siteId(visit.siteId()).build()).stream()
            .collect(toMap(Asset::id, Function.identity()));
    Map<String, List<Occurrence>> faults =
        tx
            .occurrences()
            .all(
                OccurrenceQuery.builder()
                    .clientId(visit.clientId())
                    .fault(true)
                    .cleared(false)
                    .build())
            .stream()
            .filter(fault -> fault.assetId().isPresent())
            .collect(groupingBy(fault -> fault.assetId().orElseThrow()));
    return devices.stream()
        .filter(device -> assets.containsKey(device.id()))
        .map(
            device ->
                line(device, assets.get(device.id()), faults.getOrDefault(device.id(), List.of())))
        .toList();
  }

  private static SiteAsset line(Device device, Asset asset, List<Occurrence> faults) {
    long open = device.checks().stream().filter(c -> c.state() == CheckState.OPEN).count();
    return new SiteAsset(
        asset,
        device.verdict(),
        device.reasons().stream().map(ClosedVisit.Reason::problem).toList(),
        (int) open,
        faults.stream().map(SiteDesk::fault).toList());
  }

  private static Fault fault(Occurrence fault) {
    Instant since = fault.raisedAt();
    return new Fault(fault.taskId(), fault.title(), since);
  }
}
