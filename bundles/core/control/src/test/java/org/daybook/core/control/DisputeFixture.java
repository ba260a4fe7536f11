package org.daybook.core.control;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.daybook.api.access.Actor;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.dispute.DisputeAction;
import org.daybook.api.dispute.DisputeAction.ProposePenalty;
import org.daybook.api.dispute.DisputeRequest;
import org.daybook.api.dispute.DisputeState;
import org.daybook.api.dispute.Penalty;
import org.daybook.api.notice.Notice;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.store.DisputeQuery;
import org.daybook.api.store.NoticeQuery;
import org.daybook.api.store.TaskQuery;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.Examples;
import org.daybook.testkit.InMemoryJobQueue;
import org.daybook.testkit.InMemoryStore;
import org.daybook.testkit.SettableClock;

/** A closed visit whose report was sent, and everything that disputes need. */
final class DisputeFixture {
  static final String TOKEN = "token";
  static final DisputeRequest REQUEST =
      new DisputeRequest("form-1", "Не настроен принтер", "Просили ещё в прошлый раз.");
  static final ProposePenalty DEDUCTION =
      new ProposePenalty(
          Penalty.Kind.DEDUCTION, Optional.of(new BigDecimal("1500.50")), Optional.of("RUB"), "");

  final SettableClock clock = new SettableClock();
  final InMemoryStore store = new InMemoryStore(clock);
  final InMemoryJobQueue jobs = new InMemoryJobQueue(store, clock);
  final NoticeBoard notices = new NoticeBoard(store, clock);
  final FakeIntake intake = new FakeIntake(store, clock);
  final FakeLinks links = new FakeLinks(clock);
  final Settings settings = Configs.DEFAULTS;
  final DisputesService disputes = new DisputesService(store, clock, jobs, notices, settings);
  final DisputeJob job = new DisputeJob(store, clock, settings);

  DisputeFixture() {
    store.prepare(
        tx -> {
          Examples.directory(tx);
          tx.visits()
              .insert(
                  Examples.visit().toBuilder()
                      .state(VisitState.REPORTED)
                      .arrivedAt(Examples.NOW.minus(Duration.ofHours(6)))
                      .build());
          tx.reports().insert(Examples.report());
        });
    links.put(TOKEN, Examples.VISIT_ID, 1);
    disputes.intake = intake;
    disputes.links = links;
  }

  Dispute open() {
    return disputes.open(TOKEN, REQUEST);
  }

  Dispute open(String externalId) {
    return disputes.open(TOKEN, new DisputeRequest(externalId, "Экран", ""));
  }

  /** Opens a dispute and stores it in a state, as if all that leads there had happened. */
  Dispute in(DisputeState state) {
    Dispute dispute = open();
    Dispute.Builder moved = dispute.toBuilder().state(state);
    if (state.isDecided()) {
      moved.decision(state == DisputeState.CLOSED ? DisputeState.UPHELD : state);
    }
    return store.inTransaction(Actor.system("test"), tx -> tx.disputes().update(moved.build()));
  }

  Dispute act(Actor actor, Dispute dispute, DisputeAction action) {
    return disputes.act(actor, dispute.id(), OptionalLong.empty(), action);
  }

  Dispute upheld() {
    Dispute reviewed = act(Examples.MANAGER, open(), new DisputeAction.Review());
    return act(Examples.MANAGER, reviewed, new DisputeAction.Uphold("Задачу забыли записать."));
  }

  Dispute stored(Dispute dispute) {
    return store.read(tx -> tx.disputes().find(dispute.id()).orElseThrow());
  }

  List<Dispute> all() {
    return store.read(tx -> tx.disputes().all(DisputeQuery.everything()));
  }

  List<Task> tasks() {
    return store.read(tx -> tx.tasks().all(TaskQuery.everything()));
  }

  void finishTask(Dispute dispute) {
    store.prepare(
        tx ->
            tx.tasks()
                .update(
                    tx.tasks().find(dispute.taskId()).orElseThrow().toBuilder()
                        .state(TaskState.DONE)
                        .build()));
  }

  /** The notices that stand, as kind, key and recipient. */
  List<String> told() {
    return noticesInState(Notice.State.RAISED).stream()
        .map(each -> each.kind() + " " + each.key() + " " + each.recipientId().orElse("operators"))
        .toList();
  }

  Notice standing(NoticeKind kind, String key) {
    return noticesInState(Notice.State.RAISED).stream()
        .filter(each -> each.kind() == kind && each.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private List<Notice> noticesInState(Notice.State state) {
    return store.read(tx -> tx.notices().all(NoticeQuery.builder().addStates(state).build()));
  }
}
