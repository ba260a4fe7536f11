package org.daybook.core.visits;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.access.Actor;
import org.daybook.api.directory.Asset;
import org.daybook.api.directory.Directory;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.notice.Notices;
import org.daybook.api.plugin.PluginRunner;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;
import org.daybook.api.visit.Check;
import org.daybook.api.visit.FoundAsset;
import org.daybook.api.visit.NewCheck;
import org.daybook.api.visit.SiteAsset;
import org.daybook.api.visit.SiteEquipment;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitListener;
import org.daybook.api.visit.Visits;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The {@link SiteEquipment} over the store and the directory. */
@Component(service = SiteEquipment.class, configurationPid = VisitsConfig.PID)
public final class SiteEquipmentService implements SiteEquipment {
  /** Stands for equipment that has no id yet, while listeners are asked for its checks. */
  private static final String FOUND = "found";

  private static final int MAX_REASON = 1000;

  private final Store store;
  private final Clock clock;
  private final Directory directory;
  private final Notices notices;
  private final Visits visits;
  private final CheckPlanner planner;

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<VisitListener> listeners = List.of();

  @Activate
  public SiteEquipmentService(
      @Reference Store store,
      @Reference Clock clock,
      @Reference Directory directory,
      @Reference Notices notices,
      @Reference PluginRunner runner,
      @Reference Visits visits,
      VisitsConfig config) {
    this.store = store;
    this.clock = clock;
    this.directory = directory;
    this.notices = notices;
    this.visits = visits;
    // What a missing source means for the whole visit was said when it began.
    this.planner =
        new CheckPlanner(
            runner, () -> listeners, Duration.ofSeconds(config.listenerSeconds()), Set.of());
  }

  /** For tests, which have no service registry. */
  void setListeners(List<VisitListener> listeners) {
    this.listeners = listeners;
  }

  @Override
  public List<SiteAsset> list(Actor actor, String visitId) {
    return store.read(
        tx -> {
          SiteDesk desk = new SiteDesk(tx, actor);
          return desk.list(desk.seen(visitId), visits.devices(visitId));
        });
  }

  @Override
  public List<Check> allOk(Actor actor, String visitId, String assetId) {
    return store.inTransaction(
        actor,
        tx -> {
          SiteDesk desk = new SiteDesk(tx, actor);
          Visit visit = desk.underWay(visitId);
          Asset asset = desk.asset(visit, assetId);
          return new CheckDesk(tx, actor, clock.instant()).allOk(visit, asset.id());
        });
  }

  @Override
  public List<Check> skip(Actor actor, String visitId, String assetId, String reason) {
    new Input().required("reason", Optional.ofNullable(reason), MAX_REASON).throwIfWrong();
    return store.inTransaction(
        actor,
        tx -> {
          SiteDesk desk = new SiteDesk(tx, actor);
          Visit visit = desk.underWay(visitId);
          Asset asset = desk.asset(visit, assetId);
          return new CheckDesk(tx, actor, clock.instant()).skip(visit, asset.id(), reason);
        });
  }

  @Override
  public Asset found(Actor actor, String visitId, FoundAsset found) {
    if (found.kind() == null) {
      throw new InvalidInputException("kind", "is required");
    }
    ArrivalFacts facts =
        store.read(
            tx -> {
              Visit visit = new SiteDesk(tx, actor).checked(Guard.find(tx, visitId));
              return ArrivalFacts.ofFound(tx, store, visit, draft(visit, found, FOUND));
            });
    // Between the transactions: a listener that hangs must hold no lock.
    CheckPlanner.Plan plan = planner.plan(facts);
    return store.inTransaction(
        actor,
        tx -> {
          Visit visit = new SiteDesk(tx, actor).underWay(visitId);
          Asset added = directory.addAsset(actor, draft(visit, found, ""));
          put(tx, visit, plan, added);
          return added;
        });
  }

  @Override
  public Asset gone(Actor actor, String visitId, String assetId, String reason) {
    new Input().required("reason", Optional.ofNullable(reason), MAX_REASON).throwIfWrong();
    return store.inTransaction(
        actor,
        tx -> {
          SiteDesk desk = new SiteDesk(tx, actor);
          Visit visit = desk.underWay(visitId);
          Asset asset = desk.asset(visit, assetId);
          if (asset.retired()) {
            return asset;
          }
          new CheckDesk(tx, actor, clock.instant()).leave(visit, assetId, reason.strip());
          return directory.changeAsset(
              actor,
              asset.toBuilder()
                  .retired(true)
                  .retiredReason(reason.strip())
                  .retiredVisitId(visit.id())
                  .build());
        });
  }

  /** What a listener owes is asked for again when the visit is to be closed, as after a start. */
  private void put(Transaction tx, Visit visit, CheckPlanner.Plan plan, Asset added) {
    List<NewCheck> checks = new ArrayList<>();
    for (NewCheck check : plan.checks()) {
      checks.add(new NewCheck(added.id(), check.itemId(), check.title(), check.mandatory()));
    }
    Visit planned =
        new PlannedChecks(tx, notices)
            .put(visit, new CheckPlanner.Plan(checks, plan.answered(), plan.faults()));
    boolean complete = visit.checksPlanned() && planned.checksPlanned();
    if (complete != visit.checksPlanned()) {
      tx.visits().update(visit.toBuilder().checksPlanned(complete).build());
    }
  }

  private static Asset draft(Visit visit, FoundAsset found, String id) {
    return Asset.builder()
        .id(id)
        .clientId(visit.clientId())
        .siteId(visit.siteId())
        .kind(found.kind())
        .name(found.name())
        .hostname(found.hostname())
        .inventoryNumber(found.inventoryNumber())
        .build();
  }
}
