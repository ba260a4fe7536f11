package org.daybook.core.planning;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.daybook.api.access.Role;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.directory.Client;
import org.daybook.api.plan.MonthPlan;
import org.daybook.api.store.Transaction;
import org.daybook.api.store.VisitQuery;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.Examples;
import org.daybook.testkit.InMemoryJobQueue;
import org.daybook.testkit.InMemoryStore;
import org.daybook.testkit.SettableClock;

/** A small company: «Ромашка» with 10 devices, «Василёк» with 25, two engineers. */
final class PlanningFixture {
  static final YearMonth APRIL = YearMonth.of(2026, 4);
  static final String SECOND = "staff-engineer-2";
  static final String VASILYOK = "client-vasilyok";

  final InMemoryStore store = new InMemoryStore();
  final SettableClock clock = new SettableClock();
  final InMemoryJobQueue jobs = new InMemoryJobQueue(store, clock);
  final Settings settings = Settings.of(Worlds.config(Map.of("language", "en")));
  final PlanningService planning =
      new PlanningService(store, clock, jobs, settings, Path.of("src/main/etc/daybook/calendar"));

  PlanningFixture() {
    store.prepare(
        tx -> {
          Examples.directory(tx);
          tx.staff()
              .insert(
                  Examples.staff(Role.ENGINEER).toBuilder()
                      .id(SECOND)
                      .name("Яна Новикова")
                      .build());
          tx.clients()
              .insert(
                  Examples.client().toBuilder()
                      .id(VASILYOK)
                      .code("vasilyok")
                      .name("ООО «Василёк»")
                      .build());
          tx.sites()
              .insert(Examples.site().toBuilder().id("site-vasilyok").clientId(VASILYOK).build());
          devices(tx, Examples.CLIENT_ID, Examples.SITE_ID, 9);
          devices(tx, VASILYOK, "site-vasilyok", 25);
        });
  }

  /** So many devices more. */
  static void devices(Transaction tx, String clientId, String siteId, int many) {
    for (int i = 0; i < many; i++) {
      tx.assets()
          .insert(
              Examples.asset().toBuilder()
                  .id(tx.newId())
                  .clientId(clientId)
                  .siteId(siteId)
                  .kind(AssetKind.WORKSTATION)
                  .hostname(Optional.empty())
                  .inventoryNumber(Optional.empty())
                  .build());
    }
  }

  MonthPlan propose() {
    return planning.propose(Examples.MANAGER, APRIL);
  }

  MonthPlan published() {
    MonthPlan plan = propose();
    return planning.publish(Examples.MANAGER, plan.id(), OptionalLong.empty());
  }

  MonthPlan replan(MonthPlan plan) {
    return planning.replan(Examples.MANAGER, plan.id(), OptionalLong.empty());
  }

  /** The visits of a plan that were not dropped. */
  List<Visit> visits(MonthPlan plan) {
    return read(tx -> tx.visits().all(VisitQuery.builder().planId(plan.id()).build())).stream()
        .filter(visit -> visit.state() != VisitState.CANCELLED)
        .toList();
  }

  List<Visit> visits(MonthPlan plan, String clientId) {
    return visits(plan).stream().filter(visit -> visit.clientId().equals(clientId)).toList();
  }

  <T> T read(Function<Transaction, T> work) {
    return store.read(work);
  }

  void change(Consumer<Transaction> work) {
    store.prepare(work);
  }

  Client client(String id) {
    return read(tx -> tx.clients().find(id).orElseThrow());
  }

  static Instant at(LocalDate day, int hour, int minute) {
    return day.atTime(LocalTime.of(hour, minute)).atZone(Examples.ZONE).toInstant();
  }

  static LocalDate day(Visit visit) {
    return visit.plannedFor().atZone(Examples.ZONE).toLocalDate();
  }

  void later(Duration by) {
    clock.advance(by);
  }
}
