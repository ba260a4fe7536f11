package org.daybook.web.rest.fake;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.daybook.api.access.Actor;
import org.daybook.api.directory.Asset;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.store.AssetQuery;
import org.daybook.api.store.CheckQuery;
import org.daybook.api.store.Store;
import org.daybook.api.store.TaskQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.visit.Check;
import org.daybook.api.visit.CheckState;
import org.daybook.api.visit.FoundAsset;
import org.daybook.api.visit.Sight;
import org.daybook.api.visit.SiteAsset;
import org.daybook.api.visit.SiteEquipment;
import org.daybook.api.visit.Verdict;
import org.daybook.api.visit.Visit;
import org.daybook.testkit.Examples;

/** Keeps equipment of a site without rules. */
public final class FakeSiteEquipment implements SiteEquipment {
  private final Store store;

  FakeSiteEquipment(Store store) {
    this.store = store;
  }

  @Override
  public List<SiteAsset> list(Actor actor, String visitId) {
    return store.read(
        tx -> {
          Visit visit = visit(tx, visitId);
          Sight.require(
              actor, visit, () -> tx.tasks().all(TaskQuery.builder().visitId(visitId).build()));
          return tx.assets().all(AssetQuery.builder().siteId(visit.siteId()).build()).stream()
              .map(FakeSiteEquipment::faulty)
              .toList();
        });
  }

  private static SiteAsset faulty(Asset asset) {
    return new SiteAsset(
        asset,
        Verdict.RED,
        List.of("Диск заполнен"),
        2,
        List.of(new SiteAsset.Fault(Optional.of("task-1"), "Диск заполнен", Examples.NOW)));
  }

  @Override
  public List<Check> allOk(Actor actor, String visitId, String assetId) {
    return answered(
        actor, visitId, assetId, check -> check.toBuilder().state(CheckState.OK).build());
  }

  @Override
  public List<Check> skip(Actor actor, String visitId, String assetId, String reason) {
    if (reason.isBlank()) {
      throw new InvalidInputException("reason", "is required");
    }
    return answered(
        actor,
        visitId,
        assetId,
        check -> check.toBuilder().state(CheckState.SKIPPED).reason(reason).build());
  }

  private List<Check> answered(
      Actor actor, String visitId, String assetId, UnaryOperator<Check> answer) {
    return store.inTransaction(
        actor,
        tx ->
            tx
                .checks()
                .all(
                    CheckQuery.builder()
                        .visitId(visit(tx, visitId).id())
                        .addAssetIds(asset(tx, assetId).id())
                        .build())
                .stream()
                .map(check -> tx.checks().update(answer.apply(check)))
                .toList());
  }

  @Override
  public Asset found(Actor actor, String visitId, FoundAsset found) {
    return store.inTransaction(
        actor,
        tx ->
            tx.assets()
                .insert(
                    Asset.builder()
                        .id(tx.newId())
                        .clientId(visit(tx, visitId).clientId())
                        .siteId(visit(tx, visitId).siteId())
                        .kind(found.kind())
                        .name(found.name())
                        .hostname(found.hostname())
                        .inventoryNumber(found.inventoryNumber())
                        .build()));
  }

  @Override
  public Asset gone(Actor actor, String visitId, String assetId, String reason) {
    if (reason.isBlank()) {
      throw new InvalidInputException("reason", "is required");
    }
    return store.inTransaction(
        actor,
        tx ->
            tx.assets()
                .update(
                    asset(tx, assetId).toBuilder().retired(true).retiredReason(reason).build()));
  }

  private static Visit visit(Transaction tx, String id) {
    return tx.visits().find(id).orElseThrow(() -> new NotFoundException("visit", id));
  }

  private static Asset asset(Transaction tx, String id) {
    return tx.assets().find(id).orElseThrow(() -> new NotFoundException("asset", id));
  }
}
