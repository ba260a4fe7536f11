package org.daybook.web.pages.board.plans;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daybook.api.plan.MonthPlan;
import org.daybook.api.plan.Norm;
import org.daybook.api.plan.Unmet;
import org.daybook.api.store.VisitQuery;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.board.Look;

/**
 * A plan in numbers.
 *
 * @param clients by name
 * @param engineers by name
 */
public record PlanTables(List<ClientRow> clients, List<EngineerRow> engineers) {
  public PlanTables {
    clients = List.copyOf(clients);
    engineers = List.copyOf(engineers);
  }

  /**
   * What a client gets.
   *
   * @param href of its card; blank if it is not for the reader
   * @param norm how many visits the month should have; a dash if nobody can tell at the moment
   * @param planned how many the plan has
   * @param besides how many the month has without it
   * @param few whether all of them are fewer than the norm
   */
  public record ClientRow(
      String name, String href, String norm, long planned, long besides, boolean few) {}

  /** What an engineer has to do by the plan and without it. */
  public record EngineerRow(String name, long days, int visits) {}

  /** Those who have a visit in the month, or should have. */
  static PlanTables of(Look look, Parts parts, MonthPlan plan) {
    List<Visit> visits = visits(look, plan.month());
    Set<String> clients =
        Stream.concat(
                visits.stream().map(Visit::clientId), plan.unmet().stream().map(Unmet::clientId))
            .collect(Collectors.toSet());
    return new PlanTables(
        clients.stream()
            .map(id -> client(look, parts, plan, id, visits))
            .sorted(Comparator.comparing(ClientRow::name))
            .toList(),
        byEngineer(visits).entrySet().stream()
            .map(each -> engineer(look, each.getKey(), each.getValue()))
            .sorted(Comparator.comparing(EngineerRow::name))
            .toList());
  }

  /** Planned visits that stand, drafts among them. */
  private static List<Visit> visits(Look look, YearMonth month) {
    ZoneId zone = look.words().zone();
    VisitQuery query =
        VisitQuery.builder()
            .kind(VisitKind.PLANNED)
            .from(begin(month, zone))
            .until(begin(month.plusMonths(1), zone))
            .build();
    return look.tx().visits().all(query).stream()
        .filter(visit -> visit.state() != VisitState.CANCELLED)
        .filter(visit -> visit.state() != VisitState.MISSED)
        .toList();
  }

  private static Instant begin(YearMonth month, ZoneId zone) {
    return month.atDay(1).atStartOfDay(zone).toInstant();
  }

  private static ClientRow client(
      Look look, Parts parts, MonthPlan plan, String id, List<Visit> visits) {
    List<Visit> theirs = visits.stream().filter(visit -> visit.clientId().equals(id)).toList();
    Optional<String> ofPlan = Optional.of(plan.id());
    long planned = theirs.stream().filter(visit -> visit.planId().equals(ofPlan)).count();
    Optional<Norm> norm = parts.planningNow().map(planning -> planning.norm(id));
    return new ClientRow(
        look.clientName(id),
        look.link("/board/clients/" + id),
        norm.map(Norm::visits).map(String::valueOf).orElse("—"),
        planned,
        theirs.size() - planned,
        norm.filter(due -> due.visits() > theirs.size()).isPresent());
  }

  private static Map<String, List<Visit>> byEngineer(List<Visit> visits) {
    return visits.stream().collect(Collectors.groupingBy(Visit::engineerId));
  }

  private static EngineerRow engineer(Look look, String id, List<Visit> visits) {
    ZoneId zone = look.words().zone();
    Function<Visit, LocalDate> day = visit -> visit.plannedFor().atZone(zone).toLocalDate();
    return new EngineerRow(
        look.nameOf(id), visits.stream().map(day).distinct().count(), visits.size());
  }
}
