package org.daybook.core.control;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.daybook.api.access.Role;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.job.Job;
import org.daybook.api.notice.Notice;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.plan.Shortfall;
import org.daybook.api.store.NoticeQuery;
import org.daybook.api.task.Task;
import org.daybook.api.visit.Visit;
import org.daybook.testkit.DirectPluginRunner;
import org.daybook.testkit.Examples;
import org.daybook.testkit.InMemoryJobQueue;
import org.daybook.testkit.InMemoryStore;
import org.daybook.testkit.SettableClock;

/** Control over a store with the example company, whose manager answers to the administrator. */
final class ControlFixture {
  static final String BOSS_ID = "staff-boss";

  /** A Thursday, 9:00 in Moscow. */
  static final Instant MORNING = Examples.NOW;

  /** The same day, 21:00: quiet. */
  static final Instant EVENING = Examples.NOW.plus(Duration.ofHours(12));

  final SettableClock clock;
  final InMemoryStore store;
  final InMemoryJobQueue jobs;
  final NoticeBoard board;
  final FakeVisits visits;
  final DirectPluginRunner runner = new DirectPluginRunner();
  final FakeChannel channel = new FakeChannel("fake");
  final Map<String, Object> config = new HashMap<>();

  /** What planning says. */
  final List<Shortfall> shortfalls = new ArrayList<>();

  private SweepJob sweep;
  private ClosingJob closing;
  private OutgrownJob outgrown;

  ControlFixture() {
    this(MORNING);
  }

  ControlFixture(Instant start) {
    clock = new SettableClock(start);
    store = new InMemoryStore(clock);
    jobs = new InMemoryJobQueue(store, clock);
    board = new NoticeBoard(store, clock);
    visits = new FakeVisits(store);
    store.prepare(
        tx -> {
          Examples.directory(tx);
          tx.staff()
              .insert(
                  StaffMember.builder()
                      .id(BOSS_ID)
                      .name("Вера Директорова")
                      .role(Role.MANAGER)
                      .email("vera@service.test")
                      .build());
        });
    change(Examples.MANAGER_ID, member -> member.toBuilder().managerId(BOSS_ID).build());
    restart();
  }

  /** New instances over the same store, as after a crash. */
  void restart() {
    Settings settings = Configs.settings(config);
    sweep = new SweepJob(store, clock, jobs, board, visits, runner, settings);
    sweep.channels = List.of(channel);
    closing = new ClosingJob(store, clock, board, settings);
    outgrown =
        new OutgrownJob(store, clock, jobs, board, month -> List.copyOf(shortfalls), settings);
  }

  /** Another setting, taken over at once. */
  void set(String key, Object value) {
    config.put(key, value);
    restart();
  }

  void use(FakeChannel... channels) {
    sweep.channels = List.of(channels);
  }

  SweepJob job() {
    return sweep;
  }

  /** What a minute brings: jobs of closed visits, the look of a morning, then one of a minute. */
  void look() {
    jobs.runAll(closing);
    jobs.hasten(OutgrownJob.LOOK);
    jobs.runAll(outgrown);
    jobs.hasten(SweepJob.SWEEP);
    jobs.runAll(sweep);
    if (!jobs.failures().isEmpty()) {
      throw new AssertionError(jobs.failures().get(0));
    }
  }

  void pass(Duration time) {
    clock.advance(time);
    look();
  }

  void closed(String visitId) {
    jobs.enqueue(new Job("closing", visitId));
  }

  void put(Visit visit) {
    store.prepare(tx -> tx.visits().insert(visit));
  }

  void put(Task task) {
    store.prepare(tx -> tx.tasks().insert(task));
  }

  void visit(UnaryOperator<Visit.Builder> change) {
    store.prepare(
        tx ->
            tx.visits()
                .update(
                    change
                        .apply(tx.visits().find(Examples.VISIT_ID).orElseThrow().toBuilder())
                        .build()));
  }

  void task(UnaryOperator<Task.Builder> change) {
    store.prepare(
        tx ->
            tx.tasks()
                .update(
                    change
                        .apply(tx.tasks().find(Examples.TASK_ID).orElseThrow().toBuilder())
                        .build()));
  }

  void change(String staffId, UnaryOperator<StaffMember> change) {
    store.prepare(tx -> tx.staff().update(change.apply(tx.staff().find(staffId).orElseThrow())));
  }

  List<Notice> all(NoticeKind kind) {
    return store.read(tx -> tx.notices().all(NoticeQuery.builder().addKinds(kind).build()));
  }

  List<Notice> standing(NoticeKind kind) {
    return all(kind).stream().filter(each -> each.state() != Notice.State.WITHDRAWN).toList();
  }

  Notice notice(String id) {
    return store.read(tx -> tx.notices().find(id).orElseThrow());
  }
}
