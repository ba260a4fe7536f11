package org.daybook.core.visits;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daybook.api.access.Actor;
import org.daybook.api.directory.Asset;
import org.daybook.api.job.Job;
import org.daybook.api.job.JobQueue;
import org.daybook.api.notice.Notices;
import org.daybook.api.store.AssetQuery;
import org.daybook.api.store.CheckQuery;
import org.daybook.api.store.FrozenVisit;
import org.daybook.api.store.Store;
import org.daybook.api.store.TaskQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.Check;
import org.daybook.api.visit.CheckState;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.Closing;
import org.daybook.api.visit.OpenItem;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitEvent;
import org.daybook.api.visit.VisitState;

/**
 * Closes a visit when nothing is missing: unfinished tasks are carried over, the view is frozen and
 * the report queued, in one transaction.
 */
final class CloseGate {

  private final Store store;
  private final Clock clock;
  private final Notices notices;
  private final JobQueue jobs;
  private final CheckPlanner planner;
  private final FrozenJson json;

  CloseGate(
      Store store,
      Clock clock,
      Notices notices,
      JobQueue jobs,
      CheckPlanner planner,
      FrozenJson json) {
    this.store = store;
    this.clock = clock;
    this.notices = notices;
    this.jobs = jobs;
    this.planner = planner;
    this.json = json;
  }

  Closing close(
      Actor actor,
      String visitId,
      OptionalLong expectedVersion,
      Optional<String> overrideReason,
      Optional<Instant> at) {
    if (overrideReason.isPresent()) {
      Guard.requireManager(actor, "close a visit over what is missing");
      new Input().required("reason", overrideReason).throwIfWrong();
    }
    Optional<ArrivalFacts> unasked =
        store.read(
            tx -> {
              Visit visit = closing(actor, Guard.find(tx, visitId), expectedVersion);
              DoneAt.of(at, visit, clock.instant());
              return visit.checksPlanned()
                  ? Optional.empty()
                  : Optional.of(
                      ArrivalFacts.read(tx, store, visit, visit.arrivedAt().orElseThrow()));
            });
    CheckPlanner.Plan plan = unasked.map(planner::plan).orElse(CheckPlanner.Plan.NOTHING);
    return Conflicts.retried(
        () ->
            store.inTransaction(
                actor,
                tx -> {
                  Visit visit = closing(actor, Guard.lock(tx, visitId), expectedVersion);
                  Visit asked =
                      visit.checksPlanned() || unasked.isEmpty()
                          ? visit
                          : new PlannedChecks(tx, notices).put(visit, plan);
                  return close(tx, asked, plan, overrideReason.map(String::strip), at);
                }));
  }

  /** What is missing of a visit that is under way, as far as it is known already. */
  static List<OpenItem> missing(Transaction tx, Visit visit) {
    return visit.state().isUnderWay()
        ? open(
            tx,
            visit,
            tx.tasks().all(TaskQuery.builder().visitId(visit.id()).build()),
            CheckPlanner.Plan.NOTHING)
        : List.of();
  }

  private Closing close(
      Transaction tx,
      Visit visit,
      CheckPlanner.Plan plan,
      Optional<String> overrideReason,
      Optional<Instant> at) {
    List<Task> tasks = tx.tasks().all(TaskQuery.builder().visitId(visit.id()).build());
    List<OpenItem> open = open(tx, visit, tasks, plan);
    if (!open.isEmpty() && overrideReason.isEmpty()) {
      return new Closing.StillOpen(tx.visits().update(visit), open);
    }
    Instant now = clock.instant();
    Instant departedAt = DoneAt.of(at, visit, now);
    TaskPlanner planner = new TaskPlanner(tx, departedAt);
    for (Task task : tasks) {
      if (!task.state().isAnswered()) {
        planner.carryOverUnanswered(task, overrideReason.orElseThrow());
      } else if (task.state() == TaskState.NOT_DONE) {
        planner.carryOver(task, "");
      } else if (task.state() == TaskState.HANDED_OVER || task.state() == TaskState.ACCEPTED) {
        planner.promise(task);
      }
    }
    Visit closed =
        tx.visits()
            .update(
                Guard.move(visit, VisitEvent.CLOSE).toBuilder()
                    .departedAt(departedAt)
                    .closedAt(now)
                    .overrideReason(overrideReason.filter(reason -> !open.isEmpty()))
                    .build());
    ClosedVisit view = new ViewAssembler(tx, now).assemble(closed);
    tx.freeze(new FrozenVisit(closed.id(), 1, Optional.empty(), json.write(view), now));
    PhotoLines.fix(tx, closed, view.tasks());
    jobs.enqueue(new Job("report", closed.id()));
    // Control finds the gaps by what is closed over them here.
    jobs.enqueue(new Job("closing", closed.id()));
    return new Closing.Closed(closed);
  }

  private static List<OpenItem> open(
      Transaction tx, Visit visit, List<Task> tasks, CheckPlanner.Plan plan) {
    Map<String, Asset> assets =
        tx.assets().all(AssetQuery.builder().clientId(visit.clientId()).build()).stream()
            .collect(Collectors.toMap(Asset::id, Function.identity()));
    List<OpenItem> open = new ArrayList<>();
    tasks.stream()
        .filter(task -> !task.state().isAnswered())
        .sorted(Order.OF_TASKS)
        .map(task -> taskItem(task, assets))
        .forEach(open::add);
    tx
        .checks()
        .all(CheckQuery.builder().visitId(visit.id()).addStates(CheckState.OPEN).build())
        .stream()
        .filter(check -> isThere(assets.get(check.assetId()), visit))
        .sorted(
            Comparator.comparing((Check check) -> assets.get(check.assetId()), Order.OF_ASSETS)
                .thenComparing(Check::id))
        .map(check -> checkItem(check, assets))
        .forEach(open::add);
    if (!visit.checksPlanned()) {
      plan.faults().stream()
          .map(
              fault ->
                  new OpenItem(
                      OpenItem.Kind.REGULATION, fault.source(), fault.sentence(), Optional.empty()))
          .forEach(open::add);
    }
    return open;
  }

  /** Equipment that was retired or taken to another site meanwhile needs no answer. */
  private static boolean isThere(Asset asset, Visit visit) {
    return asset != null && !asset.retired() && asset.siteId().equals(visit.siteId());
  }

  private static OpenItem taskItem(Task task, Map<String, Asset> assets) {
    return new OpenItem(
        OpenItem.Kind.TASK,
        task.id(),
        task.title(),
        task.assetId().map(assets::get).map(Asset::name));
  }

  private static OpenItem checkItem(Check check, Map<String, Asset> assets) {
    return new OpenItem(
        OpenItem.Kind.CHECK,
        check.id(),
        check.title(),
        Optional.of(assets.get(check.assetId()).name()));
  }

  /** The visit as CLOSING, if it may be closed at all; not stored. */
  private static Visit closing(Actor actor, Visit visit, OptionalLong expectedVersion) {
    Guard.requireWorker(actor, visit);
    Guard.requireVersion(visit, expectedVersion);
    return visit.state() == VisitState.CLOSING
        ? visit
        : Guard.move(visit, VisitEvent.BEGIN_CLOSING);
  }
}
