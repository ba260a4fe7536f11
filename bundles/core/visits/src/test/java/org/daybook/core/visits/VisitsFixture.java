package org.daybook.core.visits;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.daybook.api.access.Actor;
import org.daybook.api.directory.Asset;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.error.FieldError;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.report.ReportState;
import org.daybook.api.store.CheckQuery;
import org.daybook.api.store.FrozenVisit;
import org.daybook.api.store.ProblemQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.task.Task;
import org.daybook.api.visit.Check;
import org.daybook.api.visit.CheckAnswer;
import org.daybook.api.visit.CheckState;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.Closing;
import org.daybook.api.visit.Correction;
import org.daybook.api.visit.NewCheck;
import org.daybook.api.visit.Problem;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitDraft;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitListener;
import org.daybook.api.visit.VisitStart;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.DirectPluginRunner;
import org.daybook.testkit.Examples;
import org.daybook.testkit.InMemoryJobQueue;
import org.daybook.testkit.InMemoryStore;
import org.daybook.testkit.RecordingNotices;
import org.daybook.testkit.SettableClock;

/** Visits over an in-memory store with the example client, people and one scheduled visit. */
final class VisitsFixture {

  static final String ITEM = "os-updates";
  static final String OPTIONAL_ITEM = "dust";

  final SettableClock clock = new SettableClock();
  final InMemoryStore store = new InMemoryStore(clock);
  final InMemoryJobQueue jobs = new InMemoryJobQueue(store, clock);
  final RecordingNotices notices = new RecordingNotices(clock);
  final DirectPluginRunner runner = new DirectPluginRunner();
  final Regulation regulation = new Regulation();
  final VisitsService visits =
      new VisitsService(store, clock, jobs, notices, runner, config(10, "routine"));

  /** Asks for one mandatory and one optional item on everything. */
  static final class Regulation implements VisitListener {

    final List<VisitStart> asked = new ArrayList<>();
    Consumer<VisitStart> before = start -> {};
    Predicate<Asset> due = asset -> true;
    String title = "Обновления";

    @Override
    public String source() {
      return "routine";
    }

    @Override
    public List<NewCheck> visitStarted(VisitStart start) {
      asked.add(start);
      before.accept(start);
      List<NewCheck> checks = new ArrayList<>();
      for (Asset asset : start.assets().stream().filter(due).toList()) {
        checks.add(new NewCheck(asset.id(), ITEM, title, true));
        checks.add(new NewCheck(asset.id(), OPTIONAL_ITEM, "Пыль", false));
      }
      return checks;
    }
  }

  VisitsFixture() {
    visits.setListeners(List.of(regulation));
    store.prepare(
        tx -> {
          Examples.directory(tx);
          tx.visits().insert(Examples.visit());
          tx.projects().insert(Examples.project());
        });
  }

  static VisitsConfig config(int listenerSeconds, String requiredSources) {
    return config(Map.of("listenerSeconds", listenerSeconds, "requiredSources", requiredSources));
  }

  /** The defaults but for these keys. */
  static VisitsConfig config(Map<String, Object> values) {
    return (VisitsConfig)
        Proxy.newProxyInstance(
            VisitsConfig.class.getClassLoader(),
            new Class<?>[] {VisitsConfig.class},
            (proxy, method, args) ->
                values.getOrDefault(method.getName(), method.getDefaultValue()));
  }

  void put(Consumer<Transaction> work) {
    store.prepare(work);
  }

  Task add(Task task) {
    return store.inTransaction(Examples.ADMIN, tx -> tx.tasks().insert(task));
  }

  Asset addAsset(String id, AssetKind kind, String name) {
    Asset asset =
        Asset.builder()
            .id(id)
            .clientId(Examples.CLIENT_ID)
            .siteId(Examples.SITE_ID)
            .kind(kind)
            .name(name)
            .hostname("host-" + id)
            .build();
    return store.inTransaction(Examples.ADMIN, tx -> tx.assets().insert(asset));
  }

  Task task(String id) {
    return store.read(tx -> tx.tasks().find(id)).orElseThrow();
  }

  Task change(String taskId, UnaryOperator<Task.Builder> how) {
    return store.inTransaction(
        Examples.ADMIN,
        tx ->
            tx.tasks()
                .update(how.apply(tx.tasks().find(taskId).orElseThrow().toBuilder()).build()));
  }

  Visit visit() {
    return visit(Examples.VISIT_ID);
  }

  Visit visit(String id) {
    return store.read(tx -> tx.visits().find(id)).orElseThrow();
  }

  Visit inState(VisitState state) {
    return store.inTransaction(
        Examples.ADMIN,
        tx -> {
          Visit.Builder visit =
              tx.visits().find(Examples.VISIT_ID).orElseThrow().toBuilder().state(state);
          if (state.isUnderWay() || state.isClosed()) {
            visit.arrivedAt(Examples.NOW).checksPlanned(true);
          }
          return tx.visits().update(visit.build());
        });
  }

  Visit start() {
    return start(Examples.ENGINEER);
  }

  Visit start(Actor actor) {
    return visits.start(actor, Examples.VISIT_ID, OptionalLong.empty());
  }

  Closing close() {
    return close(Examples.ENGINEER, Optional.empty());
  }

  Closing close(Actor actor, Optional<String> overrideReason) {
    return visits.close(actor, Examples.VISIT_ID, OptionalLong.empty(), overrideReason);
  }

  /** The report of the newest record is made, as core/reports does it. */
  void report(ReportState state) {
    put(
        tx -> {
          FrozenVisit record = tx.frozenVisit(Examples.VISIT_ID).orElseThrow();
          tx.reports()
              .insert(
                  Examples.report().toBuilder()
                      .id(tx.newId())
                      .revision(record.revision())
                      .state(state)
                      .build());
        });
  }

  void correct(Correction correction) {
    visits.correct(Examples.MANAGER, Examples.VISIT_ID, correction);
  }

  FrozenVisit record() {
    return store.read(tx -> tx.frozenVisit(Examples.VISIT_ID)).orElseThrow();
  }

  List<Problem> problems() {
    return store.read(tx -> tx.problems().all(ProblemQuery.everything()));
  }

  List<Check> checks() {
    return store.read(
        tx -> tx.checks().all(CheckQuery.builder().visitId(Examples.VISIT_ID).build()));
  }

  Check check(String assetId, String itemId) {
    return checks().stream()
        .filter(check -> check.assetId().equals(assetId) && check.itemId().equals(itemId))
        .findFirst()
        .orElseThrow();
  }

  Check answer(Check check, CheckAnswer answer) {
    return visits.answer(
        Examples.ENGINEER, check.visitId(), check.id(), OptionalLong.empty(), answer);
  }

  void answerAllOk() {
    checks().forEach(check -> answer(check, ok()));
  }

  ClosedVisit view() {
    return visits.view(Examples.VISIT_ID);
  }

  static CheckAnswer ok() {
    return CheckAnswer.builder().result(CheckState.OK).build();
  }

  static CheckAnswer problem(String description, Optional<Instant> dueAt) {
    return CheckAnswer.builder()
        .result(CheckState.PROBLEM)
        .description(description)
        .action("Заказана деталь")
        .dueAt(dueAt)
        .build();
  }

  static CheckAnswer skipped(String reason) {
    return CheckAnswer.builder().result(CheckState.SKIPPED).reason(reason).build();
  }

  /** An emergency of the example client that support has just raised. */
  Visit emergency() {
    return visits.schedule(
        Examples.SUPPORT,
        VisitDraft.builder()
            .kind(VisitKind.EMERGENCY)
            .client("romashka")
            .requestedAt(clock.instant())
            .build());
  }

  static List<String> fieldsOf(InvalidInputException e) {
    return e.errors().stream().map(FieldError::field).toList();
  }
}
