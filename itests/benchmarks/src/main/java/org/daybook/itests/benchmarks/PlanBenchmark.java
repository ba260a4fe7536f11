package org.daybook.itests.benchmarks;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.daybook.api.access.Role;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.ServicePlan;
import org.daybook.api.directory.Site;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.plan.Absence;
import org.daybook.api.plan.VisitTerms;
import org.daybook.core.planning.OpenedPlanner;

/**
 * Plans November 2026 for companies of several sizes that are alike otherwise: six clients of ten
 * have up to 10 devices, three up to 24, one up to 100; each fourth prefers days of the week or
 * hours; engineers are booked to four fifths, and each third is away for a week.
 */
final class PlanBenchmark {
  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
  private static final int DISTRICTS = 8;
  private static final double CLIENTS_PER_ENGINEER = 13.5;

  private static final long SEED = 7;
  private static final int ROUNDS = 3;

  private PlanBenchmark() {}

  static void main(String[] arguments) {
    int[] sizes = {60, 2000};
    Duration solver = Duration.ZERO;
    if (arguments.length > 0) {
      sizes = new int[] {Integer.parseInt(arguments[0])};
    }
    if (arguments.length > 1) {
      solver = Duration.ofSeconds(Long.parseLong(arguments[1]));
    }
    System.out.printf(
        "%-9s %8s %7s %7s | %7s %6s %6s %5s %9s %9s %9s%n",
        "by",
        "clients",
        "visits",
        "s",
        "broken",
        "unmet",
        "hours",
        "days",
        "engineer",
        "far ways",
        "cost");
    for (int size : sizes) {
      for (int round = 0; round < ROUNDS; round++) {
        measure("heuristic", size, planner -> planner.plan(Duration.ZERO));
      }
      if (!solver.isZero()) {
        Duration time = solver;
        measure("Timefold", size, planner -> planner.solve(time));
      }
    }
  }

  private static void measure(
      String by, int clients, Function<OpenedPlanner, OpenedPlanner.Figures> method) {
    OpenedPlanner planner = company(clients, SEED);
    long start = System.nanoTime();
    OpenedPlanner.Figures figures = method.apply(planner);
    System.out.printf(
        Locale.ROOT,
        "%-9s %8d %7d %7.2f | %7d %6d %6d %5d %9d %9d %9d%n",
        by,
        clients,
        figures.visits(),
        (System.nanoTime() - start) / 1e9,
        figures.brokenRules(),
        figures.withoutPlace(),
        figures.hours(),
        figures.weekdays(),
        figures.otherEngineer(),
        figures.farWays(),
        figures.cost());
  }

  private static OpenedPlanner company(int many, long seed) {
    Random random = new Random(seed);
    int crew = Math.max(2, (int) Math.ceil(many / CLIENTS_PER_ENGINEER));
    List<StaffMember> engineers = new ArrayList<>();
    List<Absence> absences = new ArrayList<>();
    for (int i = 0; i < crew; i++) {
      String id = "engineer-%04d".formatted(i);
      engineers.add(StaffMember.builder().id(id).name("Engineer " + i).role(Role.ENGINEER).build());
      if (i % 3 == 0) {
        int from = 1 + random.nextInt(24);
        absences.add(
            Absence.builder()
                .id("absence-" + i)
                .staffId(id)
                .firstDay(NOVEMBER.atDay(from))
                .lastDay(NOVEMBER.atDay(from + 6))
                .reason("leave")
                .build());
      }
    }
    List<Client> clients = new ArrayList<>();
    Map<String, List<Site>> sites = new HashMap<>();
    Map<String, Integer> devices = new HashMap<>();
    Map<String, VisitTerms> terms = new HashMap<>();
    for (int i = 0; i < many; i++) {
      String id = "client-%05d".formatted(i);
      clients.add(
          Client.builder()
              .id(id)
              .code(id)
              .name(id)
              .plan(ServicePlan.PREMIUM)
              .language(Locale.ENGLISH)
              .zone(ZoneId.of("Europe/Moscow"))
              .engineerId("engineer-%04d".formatted(i % crew))
              .build());
      Site site =
          Site.builder()
              .id("site-" + i)
              .clientId(id)
              .name("Office")
              .address("1, Meadow Street")
              .district("District " + (i % crew + random.nextInt(2)) % DISTRICTS)
              .build();
      sites.put(id, List.of(site));
      devices.put(site.id(), devices(random));
      if (random.nextInt(4) == 0) {
        terms.put(id, terms(id, random));
      }
    }
    return new OpenedPlanner(NOVEMBER, clients, sites, devices, engineers, terms, absences);
  }

  private static int devices(Random random) {
    int kind = random.nextInt(10);
    if (kind < 6) {
      return 3 + random.nextInt(8);
    }
    return kind < 9 ? 11 + random.nextInt(14) : 25 + random.nextInt(76);
  }

  private static VisitTerms terms(String id, Random random) {
    VisitTerms.Builder terms = VisitTerms.builder().id(id);
    if (random.nextBoolean()) {
      terms.addWeekdays(DayOfWeek.of(1 + random.nextInt(5)), DayOfWeek.of(1 + random.nextInt(5)));
    } else {
      terms.earliest(LocalTime.of(10 + random.nextInt(3), 0));
    }
    for (int i = 0; i < 3; i++) {
      terms.addClosedDays(NOVEMBER.atDay(1 + random.nextInt(30)));
    }
    return terms.build();
  }
}
