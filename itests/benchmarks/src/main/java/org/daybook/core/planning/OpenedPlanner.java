package org.daybook.core.planning;

import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.score.director.ScoreDirectorFactoryConfig;
import ai.timefold.solver.core.config.solver.SolverConfig;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.Site;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.plan.Absence;
import org.daybook.api.plan.Unmet;
import org.daybook.api.plan.VisitTerms;
import org.daybook.itests.benchmarks.Defaults;

/**
 * The planner without a store. It is in this package because the planner is nobody's business but
 * the bundle's own.
 */
public final class OpenedPlanner {
  private static final Instant NOW = Instant.parse("2026-10-20T06:00:00Z");

  private final Settings settings = Settings.of(Defaults.of(PlanningConfig.class));
  private final Company company;
  private final YearMonth month;

  public OpenedPlanner(
      YearMonth month,
      List<Client> clients,
      Map<String, List<Site>> sites,
      Map<String, Integer> devices,
      List<StaffMember> engineers,
      Map<String, VisitTerms> terms,
      List<Absence> absences) {
    this.month = month;
    this.company = new Company(clients, sites, devices, engineers, terms, absences, List.of());
  }

  /** Plans, without a limit of time if it is zero, and tells how good the plan is. */
  public Figures plan(Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    BooleanSupplier outOfTime = () -> !limit.isZero() && System.nanoTime() - end > 0;
    Planner.Outcome outcome = planner().plan(outOfTime);
    return figures(outcome);
  }

  /** The same by Timefold, which takes all the time it is given. */
  public Figures solve(Duration time) {
    Planner planner = planner();
    Layout layout = planner.prepare();
    List<SolverVisit> visits = new ArrayList<>();
    layout.customers.values().stream()
        .flatMap(customer -> customer.stops.stream())
        .forEach(stop -> visits.add(new SolverVisit(visits.size(), stop)));
    List<Integer> slots = new ArrayList<>();
    for (int engineer = 0; engineer < layout.engineers.size(); engineer++) {
      for (int day = 0; day < layout.month.size(); day++) {
        if (layout.month.isOpen(day) && !layout.engineers.get(engineer).away().get(day)) {
          slots.add(engineer * layout.month.size() + day);
        }
      }
    }
    SolverConfig config =
        new SolverConfig()
            .withSolutionClass(SolverPlan.class)
            .withEntityClasses(SolverVisit.class)
            .withScoreDirectorFactory(
                new ScoreDirectorFactoryConfig()
                    .withIncrementalScoreCalculatorClass(SolverScore.class))
            .withRandomSeed(7L)
            .withTerminationSpentLimit(time);
    SolverPlan solved =
        SolverFactory.<SolverPlan>create(config)
            .buildSolver()
            .solve(new SolverPlan(visits, slots, new SolverPlan.Facts(layout, settings)));
    SolverScore.write(solved);
    List<Stop> placed =
        solved.visits.stream().filter(visit -> visit.slot != null).map(v -> v.stop).toList();
    List<Unmet> unmet = new ArrayList<>();
    for (SolverVisit visit : solved.visits) {
      if (visit.slot == null) {
        unmet.add(new Unmet(visit.stop.customer.id, Unmet.Wish.VISIT, ""));
      }
    }
    for (Stop stop : placed) {
      Customer customer = stop.customer;
      if (!customer.likes(layout.month.date(stop.day).getDayOfWeek())) {
        unmet.add(new Unmet(customer.id, Unmet.Wish.WEEKDAY, ""));
      }
      if (!stop.hoursMet) {
        unmet.add(new Unmet(customer.id, Unmet.Wish.HOURS, ""));
      }
      if (customer.usual >= 0 && stop.engineer != customer.usual) {
        unmet.add(new Unmet(customer.id, Unmet.Wish.ENGINEER, ""));
      }
    }
    return figures(new Planner.Outcome(placed, layout.engineers, List.of(), List.of(), unmet));
  }

  private Planner planner() {
    return new Planner(
        company,
        month,
        Optional.empty(),
        ByHand.NOTHING,
        new Workdays(Map.of(), Optional.empty()),
        settings,
        new Words(settings.language()),
        NOW);
  }

  private Figures figures(Planner.Outcome outcome) {
    Map<Unmet.Wish, Integer> unmet = new HashMap<>();
    outcome.unmet().forEach(each -> unmet.merge(each.wish(), 1, Integer::sum));
    return new Figures(
        outcome.stops().size(),
        brokenRules(outcome),
        unmet.getOrDefault(Unmet.Wish.VISIT, 0),
        unmet.getOrDefault(Unmet.Wish.HOURS, 0),
        unmet.getOrDefault(Unmet.Wish.WEEKDAY, 0),
        unmet.getOrDefault(Unmet.Wish.ENGINEER, 0),
        farWays(outcome),
        cost(outcome.stops(), outcome.engineers()));
  }

  /** The whole cost: what each visit costs when they are put on an empty board one by one. */
  private long cost(List<Stop> stops, List<Engineer> engineers) {
    Month days = new Month(month, new Workdays(Map.of(), Optional.empty())::isWorking, d -> false);
    Board board = new Board(days, engineers, settings, stops.size());
    List<Stop> all = new ArrayList<>(stops);
    Map<Stop, int[]> places = new HashMap<>();
    for (Stop stop : all) {
      places.put(stop, new int[] {stop.engineer, stop.day});
      stop.engineer = Stop.NOWHERE;
      stop.day = Stop.NOWHERE;
    }
    long cost = 0;
    for (Stop stop : all) {
      int[] place = places.get(stop);
      board.place(stop, place[0], place[1], stop.start, stop.hoursMet);
      Spot spot = board.lift(stop);
      cost += spot.cost();
      board.place(stop, spot);
    }
    return cost;
  }

  private static int farWays(Planner.Outcome outcome) {
    Map<String, List<Stop>> days = new HashMap<>();
    for (Stop stop : outcome.stops()) {
      days.computeIfAbsent(stop.engineer + " " + stop.day, key -> new ArrayList<>()).add(stop);
    }
    int far = 0;
    for (List<Stop> day : days.values()) {
      day.sort(Comparator.comparingLong(stop -> stop.start));
      for (int i = 1; i < day.size(); i++) {
        far += day.get(i).place.isNear(day.get(i - 1).place) ? 0 : 1;
      }
    }
    return far;
  }

  /** Counted anew from the outcome, not by the planner's own means. */
  private int brokenRules(Planner.Outcome outcome) {
    int broken = 0;
    Map<String, List<Stop>> days = new HashMap<>();
    Set<String> visited = new HashSet<>();
    for (Stop stop : outcome.stops()) {
      LocalDate day =
          Instant.ofEpochSecond(stop.start * 60).atZone(stop.customer.zone).toLocalDate();
      String engineer = outcome.engineers().get(stop.engineer).id();
      boolean away =
          company.absences().stream()
              .anyMatch(absence -> absence.staffId().equals(engineer) && absence.covers(day));
      boolean closed =
          company
              .termsOf(stop.customer.id)
              .filter(terms -> terms.closedDays().contains(day))
              .isPresent();
      boolean off = day.getDayOfWeek().getValue() > 5 || !YearMonth.from(day).equals(month);
      broken += away ? 1 : 0;
      broken += closed ? 1 : 0;
      broken += off ? 1 : 0;
      broken += visited.add(stop.customer.id + day) ? 0 : 1;
      days.computeIfAbsent(engineer + " " + day, key -> new ArrayList<>()).add(stop);
    }
    for (List<Stop> day : days.values()) {
      day.sort(Comparator.comparingLong(stop -> stop.start));
      int minutes = day.stream().mapToInt(stop -> stop.minutes).sum();
      broken += minutes > outcome.engineers().get(day.get(0).engineer).minutes() ? 1 : 0;
      for (int i = 1; i < day.size(); i++) {
        broken += day.get(i).start < day.get(i - 1).end() ? 1 : 0;
      }
    }
    return broken;
  }

  /**
   * How good a plan is.
   *
   * @param brokenRules hard ones
   * @param cost the planner's own measure; less is better
   */
  public record Figures(
      int visits,
      int brokenRules,
      int withoutPlace,
      int hours,
      int weekdays,
      int otherEngineer,
      int farWays,
      long cost) {}
}
