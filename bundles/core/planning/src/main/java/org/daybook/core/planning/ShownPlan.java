package org.daybook.core.planning;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.Site;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.plan.MonthPlan;
import org.daybook.api.store.AbsenceQuery;
import org.daybook.api.store.AssetQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.store.VisitQuery;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitState;

/**
 * A plan with the names of all that is in it.
 *
 * @param lines by day, engineer and time
 * @param away days on which an engineer is away, by staff id
 */
record ShownPlan(
    MonthPlan plan,
    List<Line> lines,
    Map<String, Client> clients,
    Map<String, Set<LocalDate>> away,
    Workdays workdays) {

  /**
   * A visit.
   *
   * @param begin in the client's zone
   */
  record Line(
      Visit visit,
      Client client,
      Optional<Site> site,
      String engineer,
      ZonedDateTime begin,
      int minutes) {
    LocalDate day() {
      return begin.toLocalDate();
    }
  }

  static ShownPlan of(Transaction tx, MonthPlan plan, Workdays workdays, Settings settings) {
    Map<String, Client> clients = new HashMap<>();
    Map<String, Optional<Site>> sites = new HashMap<>();
    Map<String, Integer> minutes = new HashMap<>();
    Map<String, String> engineers = new HashMap<>();
    List<Line> lines = new ArrayList<>();
    for (Visit visit : tx.visits().all(VisitQuery.builder().planId(plan.id()).build())) {
      Client client =
          clients.computeIfAbsent(visit.clientId(), id -> tx.clients().find(id).orElse(null));
      if (visit.state() == VisitState.CANCELLED || client == null) {
        continue;
      }
      lines.add(
          new Line(
              visit,
              client,
              sites.computeIfAbsent(visit.siteId(), tx.sites()::find),
              engineers.computeIfAbsent(visit.engineerId(), id -> name(tx, id)),
              visit.plannedFor().atZone(client.zone()),
              minutes.computeIfAbsent(visit.siteId(), id -> minutes(tx, id, settings))));
    }
    plan.unmet()
        .forEach(
            unmet ->
                clients.computeIfAbsent(
                    unmet.clientId(), id -> tx.clients().find(id).orElse(null)));
    lines.sort(
        Comparator.comparing(Line::day)
            .thenComparing(Line::engineer)
            .thenComparing(line -> line.visit().plannedFor())
            .thenComparing(line -> line.visit().id()));
    return new ShownPlan(plan, List.copyOf(lines), clients, away(tx, plan), workdays);
  }

  /** What people call a client. */
  String clientName(String id) {
    return Optional.ofNullable(clients.get(id)).map(Client::name).orElse(id);
  }

  String clientCode(String id) {
    return Optional.ofNullable(clients.get(id)).map(Client::code).orElse(id);
  }

  private static String name(Transaction tx, String staffId) {
    return tx.staff().find(staffId).map(StaffMember::name).orElse(staffId);
  }

  private static int minutes(Transaction tx, String siteId, Settings settings) {
    AssetQuery inUse = AssetQuery.builder().siteId(siteId).retired(false).build();
    return settings.minutesOfVisit((int) tx.assets().count(inUse));
  }

  private static Map<String, Set<LocalDate>> away(Transaction tx, MonthPlan plan) {
    Map<String, Set<LocalDate>> away = new HashMap<>();
    AbsenceQuery inMonth =
        AbsenceQuery.builder()
            .removed(false)
            .from(plan.month().atDay(1))
            .until(plan.month().atEndOfMonth())
            .build();
    tx.absences()
        .all(inMonth)
        .forEach(
            absence -> {
              Set<LocalDate> days = away.computeIfAbsent(absence.staffId(), id -> new HashSet<>());
              absence.firstDay().datesUntil(absence.lastDay().plusDays(1)).forEach(days::add);
            });
    return away;
  }
}
