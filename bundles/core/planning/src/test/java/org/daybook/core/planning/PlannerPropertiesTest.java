package org.daybook.core.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.daybook.api.directory.Client;
import org.daybook.api.plan.MonthPlan;
import org.daybook.api.plan.Norm;
import org.daybook.api.plan.Unmet;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;
import org.junit.Test;

/** What must hold of the plan of any company; a failure names the seed of the one it does not. */
public class PlannerPropertiesTest {
  private static final Instant MARCH = Instant.parse("2026-03-12T06:00:00Z");
  private static final long SEEDS = 400;
  private static final long THOROUGH = 25;

  private final Settings settings = Worlds.settings();
  private final Words words = new Words(settings.language());

  @Test
  public void plansKeepTheNormsAndEveryHardRuleAndExplainWhatIsUnmet() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      Company company = Worlds.random(seed);
      check(seed, company, plan(company, seed <= THOROUGH));
    }
  }

  @Test
  public void theSameCompanyGetsTheSamePlan() {
    for (long seed = 1; seed <= THOROUGH; seed++) {
      Company company = Worlds.random(seed);
      assertThat(inShort(plan(company, true)))
          .as("seed %d", seed)
          .isEqualTo(inShort(plan(Worlds.random(seed), true)));
    }
  }

  @Test
  public void planningAgainMovesNothingIfNothingChanged() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      Company company = Worlds.random(seed);
      Company planned = with(company, plan(company, false));
      Planner.Outcome again = replan(planned);
      check(seed, planned, again);
      assertThat(again.stops())
          .as("seed %d", seed)
          .allSatisfy(stop -> assertThat(stop.isMoved()).as(stop.customer.id).isFalse());
      assertThat(again.surplus()).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  public void planningAgainWithoutAnEngineerKeepsEveryHardRuleAndMovesOnlyTheirVisits() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      Company company = Worlds.random(seed);
      if (company.engineers().isEmpty()) {
        continue;
      }
      Company planned = with(company, plan(company, false));
      String gone = planned.engineers().get(0).id();
      Company without =
          new Company(
              planned.clients(),
              planned.sites(),
              planned.devices(),
              planned.engineers().subList(1, planned.engineers().size()),
              planned.terms(),
              planned.absences(),
              planned.visits());
      Planner.Outcome again = replan(without);
      check(seed, without, again);
      long theirs =
          planned.visits().stream().filter(visit -> visit.engineerId().equals(gone)).count();
      long others =
          again.stops().stream()
              .filter(stop -> stop.visitId.isPresent() && stop.isMoved())
              .filter(stop -> stop.homeEngineer >= 0)
              .count();
      // To make room for one of theirs, one other may have to give way, and no more.
      assertThat(others).as("seed %d", seed).isLessThanOrEqualTo(theirs);
    }
  }

  @Test
  public void planningAgainAfterAnythingChangedKeepsTheNormsAndEveryHardRule() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      Random random = new Random(seed);
      Company planned = with(Worlds.random(seed), plan(Worlds.random(seed), false));
      Set<String> pinned =
          planned.visits().stream()
              .map(Visit::id)
              .filter(id -> random.nextInt(4) == 0)
              .collect(Collectors.toSet());
      Company changed = Worlds.changed(planned, random);
      ByHand byHand = new ByHand(pinned, Map.of(), Map.of());
      // Only who has time makes room by letting others give way, which takes long.
      boolean hurried = seed > THOROUGH;
      Planner.Outcome again = replanner(changed, byHand).plan(() -> hurried);
      check(seed, changed, again, pinned);
      whatIsPinnedAndFitsStays(seed, again, replanner(changed, byHand).prepare(), pinned);
      for (Stop stop : again.stops()) {
        boolean theirs = stop.visitId.filter(pinned::contains).isPresent();
        boolean possible =
            stop.homeEngineer >= 0
                && changed.absences().stream()
                    .noneMatch(
                        absence ->
                            absence.staffId().equals(again.engineers().get(stop.homeEngineer).id())
                                && absence.covers(home(stop)))
                && changed
                    .termsOf(stop.customer.id)
                    .filter(terms -> terms.closedDays().contains(home(stop)))
                    .isEmpty();
        if (theirs && possible && !Worlds.grew(planned, changed)) {
          assertThat(stop.isMoved()).as("seed %d, %s", seed, stop.customer.id).isFalse();
        }
      }
    }
  }

  private static void whatIsPinnedAndFitsStays(
      long seed, Planner.Outcome again, Layout before, Set<String> pinned) {
    Set<String> fitting =
        before.customers.values().stream()
            .flatMap(customer -> customer.stops.stream())
            .filter(Stop::isPlaced)
            .flatMap(stop -> stop.visitId.stream())
            .filter(pinned::contains)
            .collect(Collectors.toSet());
    assertThat(again.stops())
        .filteredOn(stop -> stop.visitId.filter(fitting::contains).isPresent())
        .as("seed %d", seed)
        .hasSameSizeAs(fitting)
        .noneMatch(Stop::isMoved);
  }

  private static LocalDate home(Stop stop) {
    return Instant.ofEpochSecond(stop.homeStart * 60).atZone(stop.customer.zone).toLocalDate();
  }

  private Planner.Outcome plan(Company company, boolean thorough) {
    return new Planner(
            company,
            Worlds.APRIL,
            Optional.empty(),
            ByHand.NOTHING,
            Worlds.WEEKDAYS,
            settings,
            words,
            MARCH)
        .plan(() -> !thorough);
  }

  private Planner.Outcome replan(Company company) {
    return replanner(company, ByHand.NOTHING).plan(() -> true);
  }

  private Planner replanner(Company company, ByHand byHand) {
    MonthPlan plan = MonthPlan.builder().id("plan").month(Worlds.APRIL).createdAt(MARCH).build();
    return new Planner(
        company, Worlds.APRIL, Optional.of(plan), byHand, Worlds.WEEKDAYS, settings, words, MARCH);
  }

  private static Company with(Company company, Planner.Outcome outcome) {
    List<Visit> visits = new ArrayList<>();
    for (Stop stop : outcome.stops()) {
      visits.add(
          Visit.builder()
              .id("visit-%03d".formatted(visits.size()))
              .kind(VisitKind.PLANNED)
              .state(VisitState.DRAFT)
              .clientId(stop.customer.id)
              .siteId(stop.place.siteId())
              .engineerId(outcome.engineers().get(stop.engineer).id())
              .plannedFor(Instant.ofEpochSecond(stop.start * 60))
              .planId("plan")
              .build());
    }
    return new Company(
        company.clients(),
        company.sites(),
        company.devices(),
        company.engineers(),
        company.terms(),
        company.absences(),
        visits);
  }

  private void check(long seed, Company company, Planner.Outcome outcome) {
    check(seed, company, outcome, Set.of());
  }

  private void check(long seed, Company company, Planner.Outcome outcome, Set<String> pinned) {
    normsAreKept(seed, company, outcome, pinned);
    outcome.stops().stream()
        .collect(Collectors.groupingBy(stop -> stop.engineer))
        .forEach((engineer, stops) -> nobodyIsInTwoPlaces(seed, outcome, engineer, stops));
    for (Stop stop : outcome.stops()) {
      String what = "seed %d, %s".formatted(seed, stop.customer.id);
      LocalDate day = day(stop);
      assertThat(YearMonth.from(day)).as(what).isEqualTo(Worlds.APRIL);
      assertThat(Worlds.WEEKDAYS.isWorking(day)).as(what + " works on " + day).isTrue();
      assertThat(
              company.termsOf(stop.customer.id).filter(terms -> terms.closedDays().contains(day)))
          .as(what + " is closed on " + day)
          .isEmpty();
      String engineer = outcome.engineers().get(stop.engineer).id();
      assertThat(company.absences())
          .as(what + ": " + engineer + " is away on " + day)
          .noneMatch(absence -> absence.staffId().equals(engineer) && absence.covers(day));
    }
    everyWishIsExplained(seed, company, outcome, pinned);
  }

  private void normsAreKept(
      long seed, Company company, Planner.Outcome outcome, Set<String> pinned) {
    Norms norms = new Norms(settings, words);
    for (Client client : company.clients()) {
      Norm norm = norms.of(client, company.devicesOf(client.id()), company.termsOf(client.id()));
      List<Stop> stops =
          outcome.stops().stream().filter(stop -> stop.customer.id.equals(client.id())).toList();
      long unmet = norm.visits() == 0 ? 0 : unmet(outcome, client.id(), Unmet.Wish.VISIT);
      assertThat(stops.size() + unmet)
          .as("seed %d, %s: %s", seed, client.id(), norm)
          .isBetween((long) norm.visits(), Math.max(norm.visits(), pinnedOf(stops, pinned)));
      assertThat(stops.stream().map(PlannerPropertiesTest::day).distinct().count())
          .as("seed %d, %s is visited once a day", seed, client.id())
          .isEqualTo(stops.size());
      if (client.active() && norm.devices() == 0) {
        assertThat(unmet(outcome, client.id(), Unmet.Wish.VISIT))
            .as("seed %d, %s has no equipment", seed, client.id())
            .isEqualTo(1);
      }
    }
  }

  private void nobodyIsInTwoPlaces(
      long seed, Planner.Outcome outcome, int engineer, List<Stop> stops) {
    List<Stop> inOrder = stops.stream().sorted(Comparator.comparing(stop -> stop.start)).toList();
    for (int i = 1; i < inOrder.size(); i++) {
      Stop before = inOrder.get(i - 1);
      assertThat(inOrder.get(i).start)
          .as("seed %d, engineer %d", seed, engineer)
          .isGreaterThanOrEqualTo(before.end() + way(before.place, inOrder.get(i).place));
    }
    Map<LocalDate, Integer> minutes =
        stops.stream()
            .collect(
                Collectors.groupingBy(
                    PlannerPropertiesTest::day, Collectors.summingInt(stop -> stop.minutes)));
    assertThat(minutes)
        .as("seed %d, engineer %d", seed, engineer)
        .allSatisfy(
            (day, sum) ->
                assertThat(sum).isLessThanOrEqualTo(outcome.engineers().get(engineer).minutes()));
  }

  private int way(Place one, Place other) {
    if (one.siteId().equals(other.siteId())) {
      return 0;
    }
    boolean near = one.district().isPresent() && one.district().equals(other.district());
    return near ? settings.travelMinutes() : settings.farTravelMinutes();
  }

  private static void everyWishIsExplained(
      long seed, Company company, Planner.Outcome outcome, Set<String> pinned) {
    Set<String> expected = new HashSet<>();
    for (Stop stop : outcome.stops()) {
      if (stop.visitId.filter(pinned::contains).isPresent()) {
        continue;
      }
      Customer customer = stop.customer;
      boolean fixed = stop.day == stop.fixedDay;
      if (!fixed && !customer.likes(day(stop).getDayOfWeek())) {
        expected.add(customer.id + " WEEKDAY");
      }
      if (!stop.hoursMet) {
        expected.add(customer.id + " HOURS");
      }
      if (customer.usual >= 0 && stop.engineer != customer.usual) {
        expected.add(customer.id + " ENGINEER");
      }
    }
    assertThat(
            outcome.unmet().stream().map(unmet -> unmet.clientId() + " " + unmet.wish()).toList())
        .as("seed %d", seed)
        .containsAll(expected);
    assertThat(outcome.unmet())
        .as("seed %d", seed)
        .allSatisfy(unmet -> assertThat(unmet.reason()).isNotBlank());
    assertThat(company.clients())
        .extracting(Client::id)
        .containsAll(outcome.unmet().stream().map(Unmet::clientId).toList());
  }

  private static long pinnedOf(List<Stop> stops, Set<String> pinned) {
    return stops.stream().filter(stop -> stop.visitId.filter(pinned::contains).isPresent()).count();
  }

  private static long unmet(Planner.Outcome outcome, String clientId, Unmet.Wish wish) {
    return outcome.unmet().stream()
        .filter(unmet -> unmet.clientId().equals(clientId) && unmet.wish() == wish)
        .count();
  }

  private static LocalDate day(Stop stop) {
    return Instant.ofEpochSecond(stop.start * 60).atZone(stop.customer.zone).toLocalDate();
  }

  private static List<String> inShort(Planner.Outcome outcome) {
    return outcome.stops().stream()
        .map(stop -> stop.customer.id + " " + stop.engineer + " " + stop.start)
        .toList();
  }
}
