package org.daybook.core.control;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.notice.NoticeKind;
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

    private void check(ControlFixture world, CheckState state) {
      world.store.prepare(
          tx ->
              tx.checks()
                  .update(
                      tx.checks().find("check-1").orElseThrow().toBuilder().state(state).build()));
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
  };

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

  static Instant in(ControlFixture world, long minutes) {
    return world.clock.instant().plus(Duration.ofMinutes(minutes));
  }
}
