package org.daybook.core.control;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.dispute.DisputeState;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.plan.Norm;
import org.daybook.api.plan.Shortfall;
import org.daybook.api.report.ReportState;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.CheckState;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.Examples;

/** How a fact of each kind comes about and goes away. */
enum RuleCase {
  OVERDUE(NoticeKind.TASK_OVERDUE) {
    @Override
    void nearly(ControlFixture world) {
      world.put(task(world).dueAt(in(world, 1)).build());
    }

    @Override
    boolean end(ControlFixture world) {
      world.task(task -> task.dueAt(in(world, 100_000)));
      return true;
    }
  },
  DUE_SOON(NoticeKind.TASK_DUE_SOON) {
    @Override
    void nearly(ControlFixture world) {
      world.put(task(world).dueAt(in(world, 24 * 60 + 1)).build());
    }

    @Override
    boolean end(ControlFixture world) {
      world.task(task -> task.state(TaskState.DONE));
      return true;
    }

    /** Then it is overdue. */
    @Override
    int afterAMonth() {
      return 0;
    }
  },
  PROMISED_TOO_OFTEN(NoticeKind.PROMISE_BROKEN) {
    @Override
    void nearly(ControlFixture world) {
      world.put(task(world).carriedOver(2).promisedSince(world.clock.instant()).build());
    }

    @Override
    void happen(ControlFixture world) {
      world.task(task -> task.carriedOver(3));
    }

    @Override
    boolean end(ControlFixture world) {
      world.task(task -> task.state(TaskState.DONE));
      return true;
    }
  },
  PROMISED_TOO_LONG(NoticeKind.PROMISE_BROKEN) {
    @Override
    void nearly(ControlFixture world) {
      world.put(task(world).carriedOver(1).promisedSince(in(world, 1 - 45 * 24 * 60)).build());
    }

    @Override
    boolean end(ControlFixture world) {
      world.task(task -> task.state(TaskState.CANCELLED));
      return true;
    }
  },
  HANDED_OVER(NoticeKind.HANDOVER_WAITING) {
    @Override
    void nearly(ControlFixture world) {
      world.put(
          task(world)
              .state(TaskState.HANDED_OVER)
              .specialistId(Examples.SPECIALIST_ID)
              .handedOverAt(in(world, 1 - 24 * 60))
              .build());
    }

    @Override
    boolean end(ControlFixture world) {
      world.task(task -> task.state(TaskState.ACCEPTED));
      return true;
    }
  },
  MISSED(NoticeKind.VISIT_MISSED) {
    @Override
    void nearly(ControlFixture world) {
      world.put(visit(world).plannedFor(world.clock.instant()).build());
      world.clock.set(Instant.parse("2026-03-12T22:59:00Z"));
    }

    @Override
    boolean end(ControlFixture world) {
      world.put(
          visit(world)
              .id("visit-2")
              .plannedFor(world.clock.instant())
              .arrivedAt(world.clock.instant())
              .state(VisitState.ON_SITE)
              .build());
      return true;
    }
  },
  NOT_BEGUN(NoticeKind.LATE_START) {
    @Override
    void nearly(ControlFixture world) {
      world.put(visit(world).plannedFor(in(world, -29)).build());
    }

    @Override
    boolean end(ControlFixture world) {
      world.visit(visit -> visit.plannedFor(in(world, 100_000)));
      return true;
    }

    /** Then it is missed. */
    @Override
    int afterAMonth() {
      return 0;
    }
  },
  BEGUN_LATE(NoticeKind.LATE_START) {
    @Override
    void nearly(ControlFixture world) {
      world.put(
          visit(world)
              .plannedFor(in(world, -40))
              .arrivedAt(in(world, -11))
              .state(VisitState.ON_SITE)
              .build());
    }

    @Override
    void happen(ControlFixture world) {
      world.visit(visit -> visit.arrivedAt(in(world, -9)));
    }

    @Override
    boolean end(ControlFixture world) {
      return false;
    }
  },
  LEFT_EARLY(NoticeKind.EARLY_LEAVE) {
    @Override
    void nearly(ControlFixture world) {
      world.put(closed(world).arrivedAt(in(world, -60)).build());
      world.closed(Examples.VISIT_ID);
    }

    @Override
    void happen(ControlFixture world) {
      world.visit(visit -> visit.arrivedAt(visit.build().departedAt().get().minusSeconds(3540)));
      world.closed(Examples.VISIT_ID);
    }

    @Override
    boolean end(ControlFixture world) {
      return false;
    }
  },
  UNDONE(NoticeKind.TASKS_UNDONE) {
    @Override
    void nearly(ControlFixture world) {
      world.put(closed(world).build());
      world.put(task(world).visitId(Examples.VISIT_ID).state(TaskState.DONE).build());
      world.closed(Examples.VISIT_ID);
    }

    @Override
    void happen(ControlFixture world) {
      world.task(task -> task.state(TaskState.CARRIED_OVER));
      world.closed(Examples.VISIT_ID);
    }

    @Override
    boolean end(ControlFixture world) {
      world.task(task -> task.state(TaskState.PLANNED).visitId("visit-2"));
      return true;
    }
  },
  SKIPPED(NoticeKind.CHECKS_SKIPPED) {
    @Override
    void nearly(ControlFixture world) {
      world.put(closed(world).build());
      world.store.prepare(
          tx -> tx.checks().insert(Examples.check().toBuilder().state(CheckState.OK).build()));
      world.closed(Examples.VISIT_ID);
    }

    @Override
    void happen(ControlFixture world) {
      check(world, CheckState.SKIPPED);
      world.closed(Examples.VISIT_ID);
    }

    @Override
    boolean end(ControlFixture world) {
      check(world, CheckState.OK);
      return true;
    }
  },
  REPORT_MISSING(NoticeKind.REPORT_LATE) {
    @Override
    void nearly(ControlFixture world) {
      world.put(closed(world).state(VisitState.CLOSED).departedAt(in(world, -14)).build());
    }

    @Override
    boolean end(ControlFixture world) {
      world.visit(visit -> visit.state(VisitState.REPORTED));
      return true;
    }
  },
  REPORT_UNSENT(NoticeKind.REPORT_LATE) {
    @Override
    void nearly(ControlFixture world) {
      world.put(closed(world).build());
      world.store.prepare(
          tx -> {
            tx.reports().insert(Examples.report());
            tx.deliveries()
                .insert(Examples.delivery().toBuilder().queuedAt(in(world, -14)).build());
          });
    }

    @Override
    boolean end(ControlFixture world) {
      world.store.prepare(
          tx ->
              tx.deliveries()
                  .update(
                      tx.deliveries().find("delivery-1").orElseThrow().toBuilder()
                          .state(DeliveryState.SENT)
                          .build()));
      return true;
    }
  },
  EMERGENCY(NoticeKind.EMERGENCY_CLOCK) {
    @Override
    void nearly(ControlFixture world) {
      world.put(
          visit(world)
              .kind(VisitKind.EMERGENCY)
              .plannedFor(world.clock.instant())
              .requestedAt(in(world, 1 - 24 * 60))
              .dueBy(in(world, 1 + 24 * 60))
              .build());
    }

    @Override
    boolean end(ControlFixture world) {
      world.visit(visit -> visit.state(VisitState.ON_SITE).arrivedAt(world.clock.instant()));
      return true;
    }

    @Override
    int notices() {
      return 2;
    }
  },
  SILENCE(NoticeKind.SOURCE_SILENT) {
    @Override
    void nearly(ControlFixture world) {
      heard(world, "first");
      world.set("silentSources", "monitoring=6");
      world.clock.advance(Duration.ofHours(6).minusMinutes(1));
    }

    @Override
    boolean end(ControlFixture world) {
      heard(world, "second");
      return true;
    }

    /** Nobody listened. */
    @Override
    int afterAMonth() {
      return 0;
    }

    @Override
    Optional<String> recipient() {
      return Optional.empty();
    }

    private void heard(ControlFixture world, String id) {
      world.store.prepare(
          tx ->
              tx.occurrences()
                  .insert(
                      Examples.occurrence().toBuilder()
                          .id(tx.newId())
                          .occurrence(id)
                          .raisedAt(world.clock.instant())
                          .build()));
    }
  },
  OVER_A_TASK(NoticeKind.VIOLATION) {
    @Override
    void nearly(ControlFixture world) {
      world.put(overridden(world).build());
      world.put(
          task(world)
              .visitId(Examples.VISIT_ID)
              .state(TaskState.CARRIED_OVER)
              .reason("Нет доступа")
              .build());
      world.closed(Examples.VISIT_ID);
    }

    @Override
    void happen(ControlFixture world) {
      world.task(task -> task.reason(OVERRIDE));
      world.closed(Examples.VISIT_ID);
    }

    @Override
    boolean end(ControlFixture world) {
      world.task(task -> task.state(TaskState.DONE));
      return true;
    }
  },
  OVER_A_TASK_THAT_IS_DONE_LATER(NoticeKind.VIOLATION) {
    @Override
    void nearly(ControlFixture world) {
      OVER_A_TASK.nearly(world);
    }

    @Override
    void happen(ControlFixture world) {
      OVER_A_TASK.happen(world);
    }

    @Override
    boolean end(ControlFixture world) {
      world.task(task -> task.visitId("visit-2").state(TaskState.DONE));
      return false;
    }
  },
  OVER_A_CHECK(NoticeKind.VIOLATION) {
    @Override
    void nearly(ControlFixture world) {
      world.put(overridden(world).build());
      world.store.prepare(
          tx -> tx.checks().insert(Examples.check().toBuilder().state(CheckState.SKIPPED).build()));
      world.closed(Examples.VISIT_ID);
    }

    @Override
    void happen(ControlFixture world) {
      check(world, CheckState.OPEN);
      world.closed(Examples.VISIT_ID);
    }

    @Override
    boolean end(ControlFixture world) {
      check(world, CheckState.OK);
      return true;
    }
  },
  OVER_THE_REGULATION(NoticeKind.VIOLATION) {
    @Override
    void nearly(ControlFixture world) {
      world.put(closed(world).checksPlanned(false).build());
      world.closed(Examples.VISIT_ID);
    }

    @Override
    void happen(ControlFixture world) {
      world.visit(visit -> visit.overrideReason(OVERRIDE));
      world.closed(Examples.VISIT_ID);
    }

    @Override
    boolean end(ControlFixture world) {
      return false;
    }
  },
  REPORT_REFUSED(NoticeKind.DELIVERY_FAILED) {
    @Override
    void nearly(ControlFixture world) {
      world.store.prepare(
          tx -> {
            tx.reports().insert(Examples.report());
            tx.deliveries().insert(Examples.delivery());
          });
    }

    @Override
    void happen(ControlFixture world) {
      delivery(world, DeliveryState.FAILED, "550 5.1.1 no such user");
    }

    @Override
    boolean end(ControlFixture world) {
      delivery(world, DeliveryState.QUEUED, "550 5.1.1 no such user");
      return true;
    }
  },
  REPORT_REFUSED_AND_SUPERSEDED(NoticeKind.DELIVERY_FAILED) {
    @Override
    void nearly(ControlFixture world) {
      REPORT_REFUSED.nearly(world);
    }

    @Override
    void happen(ControlFixture world) {
      REPORT_REFUSED.happen(world);
    }

    @Override
    boolean end(ControlFixture world) {
      world.store.prepare(
          tx ->
              tx.reports()
                  .update(
                      tx.reports().find(Examples.REPORT_ID).orElseThrow().toBuilder()
                          .state(ReportState.SUPERSEDED)
                          .build()));
      return true;
    }
  },
  REPORT_RETURNED(NoticeKind.DELIVERY_BOUNCED) {
    @Override
    void nearly(ControlFixture world) {
      REPORT_REFUSED.nearly(world);
      delivery(world, DeliveryState.SENT, "250 taken");
    }

    @Override
    void happen(ControlFixture world) {
      delivery(world, DeliveryState.BOUNCED, "It came back: 5.2.2 mailbox full");
    }

    @Override
    boolean end(ControlFixture world) {
      delivery(world, DeliveryState.QUEUED, "It came back: 5.2.2 mailbox full");
      return true;
    }
  },
  LETTER_REFUSED(NoticeKind.DELIVERY_FAILED) {
    @Override
    void nearly(ControlFixture world) {
      world.store.prepare(tx -> tx.letters().insert(Examples.outgoingLetter()));
    }

    @Override
    void happen(ControlFixture world) {
      letter(world, DeliveryState.FAILED);
    }

    @Override
    boolean end(ControlFixture world) {
      letter(world, DeliveryState.SENT);
      return true;
    }
  },
  LETTER_RETURNED(NoticeKind.DELIVERY_BOUNCED) {
    @Override
    void nearly(ControlFixture world) {
      LETTER_REFUSED.nearly(world);
      letter(world, DeliveryState.SENT);
    }

    @Override
    void happen(ControlFixture world) {
      letter(world, DeliveryState.BOUNCED);
    }

    @Override
    boolean end(ControlFixture world) {
      letter(world, DeliveryState.SENT);
      return true;
    }
  },
  DISPUTED(NoticeKind.DISPUTE_WAITING) {
    @Override
    void nearly(ControlFixture world) {
      world.store.prepare(
          tx ->
              tx.disputes()
                  .insert(Examples.dispute().toBuilder().openedAt(in(world, 1 - 48 * 60)).build()));
    }

    @Override
    boolean end(ControlFixture world) {
      dispute(world, DisputeState.REJECTED);
      return true;
    }
  },
  DISPUTED_UNDER_REVIEW(NoticeKind.DISPUTE_WAITING) {
    @Override
    void nearly(ControlFixture world) {
      DISPUTED.nearly(world);
      dispute(world, DisputeState.UNDER_REVIEW);
    }

    @Override
    boolean end(ControlFixture world) {
      dispute(world, DisputeState.WITHDRAWN);
      return true;
    }
  },
  OUTGROWN(NoticeKind.PLAN_OUTGROWN) {
    @Override
    void nearly(ControlFixture world) {
      // Planning says that the plan is large enough.
    }

    @Override
    void happen(ControlFixture world) {
      world.shortfalls.add(
          new Shortfall(
              Examples.CLIENT_ID,
              YearMonth.of(2026, 3),
              1,
              new Norm(Examples.CLIENT_ID, 2, 13, "13 устройств.")));
    }

    @Override
    boolean end(ControlFixture world) {
      world.shortfalls.clear();
      return true;
    }
  };

  private static final String OVERRIDE = "Офис закрыли";

  private final NoticeKind kind;

  RuleCase(NoticeKind kind) {
    this.kind = kind;
  }

  NoticeKind kind() {
    return kind;
  }

  /** All but a little is there, or a minute is missing. */
  abstract void nearly(ControlFixture world);

  /** The rest comes about. */
  void happen(ControlFixture world) {
    world.clock.advance(Duration.ofMinutes(2));
  }

  /** The fact goes away; false if it never does. */
  abstract boolean end(ControlFixture world);

  /** How many are told of it. */
  int notices() {
    return 1;
  }

  /** How many stand when a month of downtime passed after it came about. */
  int afterAMonth() {
    return notices();
  }

  Optional<String> recipient() {
    return Optional.of(Examples.MANAGER_ID);
  }

  /** Whether it is about a client's task, visit, report or plan. */
  boolean isOfClient() {
    return kind != NoticeKind.SOURCE_SILENT && this != LETTER_REFUSED && this != LETTER_RETURNED;
  }

  static Task.Builder task(ControlFixture world) {
    return Examples.task().toBuilder()
        .createdAt(world.clock.instant().minus(Duration.ofDays(90)))
        .state(TaskState.PLANNED)
        .engineerId(Examples.ENGINEER_ID);
  }

  static Visit.Builder visit(ControlFixture world) {
    return Examples.visit().toBuilder().plannedFor(world.clock.instant());
  }

  static Visit.Builder closed(ControlFixture world) {
    return visit(world)
        .plannedFor(in(world, -300))
        .arrivedAt(in(world, -300))
        .departedAt(world.clock.instant())
        .state(VisitState.REPORTED);
  }

  /** One that a manager closed over what was missing. */
  static Visit.Builder overridden(ControlFixture world) {
    return closed(world).checksPlanned(true).overrideReason(OVERRIDE);
  }

  static void check(ControlFixture world, CheckState state) {
    world.store.prepare(
        tx ->
            tx.checks()
                .update(
                    tx.checks().find("check-1").orElseThrow().toBuilder().state(state).build()));
  }

  static void delivery(ControlFixture world, DeliveryState state, String said) {
    world.store.prepare(
        tx ->
            tx.deliveries()
                .update(
                    tx.deliveries().find("delivery-1").orElseThrow().toBuilder()
                        .state(state)
                        .stateAt(world.clock.instant())
                        .lastAnswer(said)
                        .attempts(1)
                        .build()));
  }

  static void letter(ControlFixture world, DeliveryState state) {
    world.store.prepare(
        tx ->
            tx.letters()
                .update(
                    tx.letters().find("letter-1").orElseThrow().toBuilder()
                        .state(state)
                        .stateAt(world.clock.instant())
                        .lastAnswer("550 5.1.1 no such user")
                        .attempts(1)
                        .build()));
  }

  static void dispute(ControlFixture world, DisputeState state) {
    world.store.prepare(
        tx ->
            tx.disputes()
                .update(
                    tx.disputes().find("dispute-1").orElseThrow().toBuilder()
                        .state(state)
                        .build()));
  }

  static Instant in(ControlFixture world, long minutes) {
    return world.clock.instant().plus(Duration.ofMinutes(minutes));
  }
}
