package org.daybook.core.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daybook.core.planning.PlanningFixture.APRIL;
import static org.daybook.core.planning.PlanningFixture.SECOND;
import static org.daybook.core.planning.PlanningFixture.VASILYOK;
import static org.daybook.core.planning.PlanningFixture.at;
import static org.daybook.core.planning.PlanningFixture.day;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.daybook.api.access.Actor;
import org.daybook.api.error.FieldError;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.StaleVersionException;
import org.daybook.api.job.Job;
import org.daybook.api.plan.Absence;
import org.daybook.api.plan.MonthPlan;
import org.daybook.api.plan.Norm;
import org.daybook.api.plan.PlanState;
import org.daybook.api.plan.Shortfall;
import org.daybook.api.plan.Unmet;
import org.daybook.api.plan.VisitTerms;
import org.daybook.api.store.AbsenceQuery;
import org.daybook.api.store.MonthPlanQuery;
import org.daybook.api.store.VisitQuery;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.Examples;
import org.junit.Test;

public class PlanningServiceTest {
  private static final OptionalLong ANY = OptionalLong.empty();

  private final PlanningFixture world = new PlanningFixture();
  private final PlanningService planning = world.planning;

  @Test
  public void aProposalIsADraftWithTheVisitsThatTheNormsAskFor() {
    MonthPlan plan = world.propose();

    assertThat(plan.state()).isEqualTo(PlanState.DRAFT);
    assertThat(plan.unmet()).isEmpty();
    assertThat(plan.notes()).isEmpty();
    assertThat(world.visits(plan, Examples.CLIENT_ID)).hasSize(1);
    assertThat(world.visits(plan, VASILYOK)).hasSize(3);
    assertThat(world.visits(plan))
        .allSatisfy(
            visit -> {
              assertThat(visit.state()).isEqualTo(VisitState.DRAFT);
              assertThat(visit.engineerId()).isEqualTo(Examples.ENGINEER_ID);
              assertThat(YearMonth.from(day(visit))).isEqualTo(APRIL);
              assertThat(day(visit).getDayOfWeek().getValue()).isLessThan(6);
            });
    List<LocalDate> days = world.visits(plan, VASILYOK).stream().map(PlanningFixture::day).toList();
    assertThat(days.get(0).plusDays(6)).isBefore(days.get(1));
    assertThat(days.get(1).plusDays(6)).isBefore(days.get(2));
  }

  @Test
  public void aMonthIsPlannedOnceAndAgainOnlyOnceThatPlanIsThrownAway() {
    MonthPlan plan = world.propose();
    assertThatThrownBy(world::propose)
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(plan.id());

    MonthPlan gone = planning.discard(Examples.MANAGER, plan.id(), ANY);

    assertThat(gone.state()).isEqualTo(PlanState.SUPERSEDED);
    assertThat(world.visits(plan)).isEmpty();
    assertThat(world.visits(world.propose())).hasSize(4);
  }

  @Test
  public void monthsThatAreOverAreRefused() {
    names("month", () -> planning.propose(Examples.MANAGER, YearMonth.of(2026, 2)));
    assertThatThrownBy(() -> planning.propose(Examples.MANAGER, YearMonth.of(2300, 1)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("month: must be 2026-03 to 2199-12");
    MonthPlan march = planning.propose(Examples.MANAGER, YearMonth.of(2026, 3));
    assertThat(world.visits(march))
        .allSatisfy(visit -> assertThat(day(visit)).isAfter(LocalDate.of(2026, 3, 12)));
  }

  @Test
  public void aYearWithoutCalendarIsPlannedAndSaysSo() {
    MonthPlan plan = planning.propose(Examples.MANAGER, YearMonth.of(2027, 1));
    assertThat(plan.notes()).singleElement().asString().contains("2027.csv");
    assertThat(world.visits(plan))
        .allSatisfy(visit -> assertThat(day(visit)).isAfter(LocalDate.of(2027, 1, 8)));
  }

  @Test
  public void clientsWithoutEquipmentGetNoneAndTheReason() {
    world.change(
        tx ->
            tx.clients().insert(Examples.client().toBuilder().id("client-3").code("bare").build()));
    MonthPlan plan = world.propose();
    assertThat(plan.unmet())
        .containsExactly(
            new Unmet("client-3", Unmet.Wish.VISIT, "No visits: the client has no site yet."));
  }

  @Test
  public void everyPairOfStateAndCallMovesOrIsRefused() {
    Map<PlanState, MonthPlan> plans =
        Map.of(
            PlanState.PUBLISHED, world.published(),
            PlanState.DRAFT, planning.propose(Examples.MANAGER, APRIL.plusMonths(1)),
            PlanState.SUPERSEDED,
                planning.discard(
                    Examples.MANAGER,
                    planning.propose(Examples.MANAGER, APRIL.plusMonths(2)).id(),
                    ANY));
    String published = plans.get(PlanState.PUBLISHED).id();
    String superseded = plans.get(PlanState.SUPERSEDED).id();
    for (String id : List.of(published, superseded)) {
      refused(() -> planning.publish(Examples.MANAGER, id, ANY));
      refused(() -> planning.discard(Examples.MANAGER, id, ANY));
      refused(
          () ->
              planning.add(
                  Examples.MANAGER,
                  id,
                  VASILYOK,
                  Optional.empty(),
                  Optional.empty(),
                  at(APRIL.atDay(1), 9, 0)));
    }
    refused(() -> planning.replan(Examples.MANAGER, superseded, ANY));
    Visit visit = world.visits(plans.get(PlanState.PUBLISHED)).get(0);
    refused(() -> planning.drop(Examples.MANAGER, visit.id(), ANY));
    refused(
        () ->
            planning.move(
                Examples.MANAGER, visit.id(), ANY, Optional.of(SECOND), Optional.empty()));
    String draft = plans.get(PlanState.DRAFT).id();
    assertThat(planning.replan(Examples.MANAGER, draft, ANY).state()).isEqualTo(PlanState.DRAFT);
    assertThat(planning.publish(Examples.MANAGER, draft, ANY).state())
        .isEqualTo(PlanState.PUBLISHED);
    assertThat(planning.replan(Examples.MANAGER, draft, ANY).state())
        .isEqualTo(PlanState.PUBLISHED);
  }

  @Test
  public void publishingPutsTheVisitsIntoTheCalendar() {
    MonthPlan plan = world.published();
    assertThat(plan.state()).isEqualTo(PlanState.PUBLISHED);
    assertThat(plan.publishedAt()).contains(Examples.NOW);
    assertThat(world.visits(plan))
        .hasSize(4)
        .allSatisfy(visit -> assertThat(visit.state()).isEqualTo(VisitState.SCHEDULED));
  }

  @Test
  public void whoeverIsConcernedIsToldOfPublishedVisitsOnly() {
    MonthPlan draft = planning.propose(Examples.MANAGER, PlanningFixture.APRIL);
    assertThat(announced()).isEmpty();
    planning.publish(Examples.MANAGER, draft.id(), ANY);
    assertThat(announced())
        .containsExactlyInAnyOrderElementsOf(world.visits(draft).stream().map(Visit::id).toList());
  }

  private List<String> announced() {
    return world.jobs.jobs().keySet().stream()
        .filter(job -> job.type().equals("invitation"))
        .map(Job::key)
        .toList();
  }

  @Test
  public void onlyManagersPlan() {
    MonthPlan plan = world.propose();
    Visit visit = world.visits(plan).get(0);
    for (Actor actor : List.of(Examples.ENGINEER, Examples.SUPPORT, Examples.SPECIALIST)) {
      Stream.<ThrowingCallable>of(
              () -> planning.propose(actor, APRIL),
              () -> planning.replan(actor, plan.id(), ANY),
              () -> planning.publish(actor, plan.id(), ANY),
              () -> planning.discard(actor, plan.id(), ANY),
              () -> planning.drop(actor, visit.id(), ANY),
              () -> planning.move(actor, visit.id(), ANY, Optional.empty(), Optional.empty()),
              () ->
                  planning.add(
                      actor, plan.id(), VASILYOK, Optional.empty(), Optional.empty(), Examples.NOW),
              () -> planning.setTerms(actor, Examples.visitTerms()),
              () -> planning.addAbsence(actor, SECOND, APRIL.atDay(1), APRIL.atDay(2), "x"),
              () -> planning.removeAbsence(actor, "x"))
          .forEach(call -> assertThatThrownBy(call).isInstanceOf(ForbiddenException.class));
    }
  }

  @Test
  public void aStaleVersionIsToldSo() {
    MonthPlan plan = world.propose();
    Visit visit = world.visits(plan).get(0);
    OptionalLong old = OptionalLong.of(99);
    Stream.<ThrowingCallable>of(
            () -> planning.publish(Examples.MANAGER, plan.id(), old),
            () -> planning.replan(Examples.MANAGER, plan.id(), old),
            () -> planning.discard(Examples.MANAGER, plan.id(), old),
            () -> planning.drop(Examples.MANAGER, visit.id(), old),
            () ->
                planning.move(
                    Examples.MANAGER, visit.id(), old, Optional.of(SECOND), Optional.empty()))
        .forEach(call -> assertThatThrownBy(call).isInstanceOf(StaleVersionException.class));
    assertThatThrownBy(() -> planning.publish(Examples.MANAGER, "none", ANY))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> planning.norm("none")).isInstanceOf(NotFoundException.class);
  }

  @Test
  public void absencesAndClosedDaysAreKept() {
    planning.addAbsence(
        Examples.MANAGER, Examples.ENGINEER_ID, APRIL.atDay(1), APRIL.atDay(30), "отпуск");
    planning.setTerms(
        Examples.MANAGER,
        VisitTerms.builder()
            .id(VASILYOK)
            .addAllClosedDays(APRIL.atDay(1).datesUntil(APRIL.atDay(28)).toList())
            .build());

    MonthPlan plan = world.propose();

    assertThat(world.visits(plan))
        .allSatisfy(visit -> assertThat(visit.engineerId()).isEqualTo(SECOND));
    assertThat(world.visits(plan, VASILYOK))
        .extracting(PlanningFixture::day)
        .containsExactly(APRIL.atDay(28), APRIL.atDay(29), APRIL.atDay(30));
    assertThat(plan.unmet()).extracting(Unmet::wish).containsOnly(Unmet.Wish.ENGINEER).hasSize(4);
  }

  @Test
  public void whatFindsNoPlaceSaysWhy() {
    planning.setTerms(
        Examples.MANAGER,
        VisitTerms.builder()
            .id(VASILYOK)
            .visitsPerMonth(5)
            .reason("переезд")
            .addAllClosedDays(APRIL.atDay(1).datesUntil(APRIL.atDay(28)).toList())
            .build());
    MonthPlan plan = world.propose();
    assertThat(plan.unmet())
        .filteredOn(unmet -> unmet.wish() == Unmet.Wish.VISIT)
        .hasSize(2)
        .allSatisfy(unmet -> assertThat(unmet.reason()).contains("No working day is left"));
  }

  @Test
  public void preferredDaysAndHoursAreMetWhereTheyCanBe() {
    planning.setTerms(Examples.MANAGER, Examples.visitTerms());
    Visit visit = world.visits(world.propose(), Examples.CLIENT_ID).get(0);
    assertThat(day(visit).getDayOfWeek()).isIn(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY);
    assertThat(visit.plannedFor().atZone(Examples.ZONE).toLocalTime())
        .isAfterOrEqualTo(LocalTime.of(10, 0));
  }

  @Test
  public void aPreferenceThatCannotBeMetIsExplained() {
    planning.setTerms(
        Examples.MANAGER,
        VisitTerms.builder()
            .id(VASILYOK)
            .addWeekdays(DayOfWeek.SUNDAY)
            .earliest(LocalTime.of(16, 0))
            .build());
    MonthPlan plan = world.propose();
    assertThat(world.visits(plan, VASILYOK)).hasSize(3);
    assertThat(plan.unmet()).extracting(Unmet::wish).contains(Unmet.Wish.WEEKDAY, Unmet.Wish.HOURS);
    assertThat(plan.unmet())
        .extracting(Unmet::reason)
        .contains(
            "No engineer has room on the preferred days of the week (Sun).",
            "No engineer has room at the preferred hours (from 16:00).");
  }

  @Test
  public void aPatternFixesDayAndTime() {
    pattern("FREQ=MONTHLY;BYDAY=1MO", LocalTime.of(11, 30));
    List<Visit> visits = world.visits(world.propose(), VASILYOK);
    // 11:30 and seven hours would be too late for 25 devices, but it is what was agreed.
    assertThat(visits.get(0).plannedFor()).isEqualTo(at(APRIL.atDay(6), 11, 30));
    assertThat(visits).hasSize(3);
  }

  @Test
  public void aPatternOnADayOffIsPlannedForAnotherDayAndExplained() {
    pattern("FREQ=MONTHLY;BYDAY=1SA", LocalTime.of(9, 0));
    MonthPlan plan = world.propose();
    assertThat(world.visits(plan, VASILYOK)).hasSize(3);
    assertThat(plan.unmet())
        .containsExactly(
            new Unmet(
                VASILYOK,
                Unmet.Wish.PATTERN,
                "The pattern falls on 2026-04-04, which is no working day; the visit is planned"
                    + " for another day."));
  }

  @Test
  public void aPatternWithMoreDaysThanTheNormSaysSo() {
    pattern("FREQ=WEEKLY;BYDAY=WE", LocalTime.of(9, 0));
    MonthPlan plan = world.propose();
    assertThat(world.visits(plan, VASILYOK))
        .hasSize(3)
        .allSatisfy(visit -> assertThat(day(visit).getDayOfWeek()).isEqualTo(DayOfWeek.WEDNESDAY));
    assertThat(plan.unmet())
        .extracting(Unmet::reason)
        .containsExactly("The pattern falls on 5 days, and the norm is 3 visits a month.");
  }

  @Test
  public void visitsBeginAtTheSameTimeOfTheClientsClockWhenItChanges() {
    world.change(
        tx ->
            tx.clients()
                .update(
                    tx.clients().find(VASILYOK).orElseThrow().toBuilder()
                        .zone(ZoneId.of("Europe/Berlin"))
                        .build()));
    // Clocks go forward on 29 March 2026 and back on 25 October.
    pattern("FREQ=WEEKLY;BYDAY=MO", LocalTime.of(9, 0));
    MonthPlan march = planning.propose(Examples.MANAGER, YearMonth.of(2026, 3));
    planning.setTerms(
        Examples.MANAGER, terms(VASILYOK).toBuilder().pattern("FREQ=WEEKLY;BYDAY=SU,MO").build());
    MonthPlan october = planning.propose(Examples.MANAGER, YearMonth.of(2026, 10));
    assertThat(world.visits(march, VASILYOK))
        .extracting(Visit::plannedFor)
        .containsExactly(
            Instant.parse("2026-03-16T08:00:00Z"),
            Instant.parse("2026-03-23T08:00:00Z"),
            Instant.parse("2026-03-30T07:00:00Z"));
    assertThat(world.visits(october, VASILYOK))
        .allSatisfy(
            visit ->
                assertThat(visit.plannedFor().atZone(ZoneId.of("Europe/Berlin")).toLocalTime())
                    .isAfterOrEqualTo(LocalTime.of(9, 0))
                    .isBefore(LocalTime.of(10, 46)));
  }

  @Test
  public void twoSmallVisitsShareADayAndALargeOneHasItAlone() {
    world.change(
        tx ->
            tx.staff()
                .update(tx.staff().find(SECOND).orElseThrow().toBuilder().active(false).build()));
    LocalDate only = APRIL.atDay(15);
    List<LocalDate> closed =
        APRIL
            .atDay(1)
            .datesUntil(APRIL.atDay(30).plusDays(1))
            .filter(d -> !d.equals(only))
            .toList();
    planning.setTerms(
        Examples.MANAGER,
        VisitTerms.builder().id(Examples.CLIENT_ID).addAllClosedDays(closed).build());
    world.change(
        tx -> {
          tx.clients().insert(Examples.client().toBuilder().id("client-3").code("small").build());
          tx.sites().insert(Examples.site().toBuilder().id("site-3").clientId("client-3").build());
          PlanningFixture.devices(tx, "client-3", "site-3", 9);
        });
    planning.setTerms(
        Examples.MANAGER, VisitTerms.builder().id("client-3").addAllClosedDays(closed).build());

    MonthPlan plan = world.propose();

    List<Visit> thatDay =
        world.visits(plan).stream().filter(visit -> day(visit).equals(only)).toList();
    assertThat(thatDay).extracting(Visit::clientId).contains(Examples.CLIENT_ID, "client-3");
    assertThat(thatDay).hasSize(2);
    // 210 minutes, and 45 for the way.
    assertThat(thatDay.get(1).plannedFor())
        .isAfterOrEqualTo(thatDay.get(0).plannedFor().plusSeconds(240 * 60));
  }

  @Test
  public void aManagerMovesAVisitAndItStaysThereWhenTheMonthIsPlannedAgain() {
    MonthPlan plan = world.propose();
    Visit visit = world.visits(plan, Examples.CLIENT_ID).get(0);
    Instant saturday = at(APRIL.atDay(18), 12, 0);

    Visit moved =
        planning.move(
            Examples.MANAGER, visit.id(), ANY, Optional.of(SECOND), Optional.of(saturday));

    assertThat(moved.plannedFor()).isEqualTo(saturday);
    assertThat(moved.engineerId()).isEqualTo(SECOND);
    MonthPlan again = world.replan(plan);
    assertThat(again.pinned()).containsExactly(visit.id());
    assertThat(world.visits(again, Examples.CLIENT_ID)).containsExactly(moved);
  }

  @Test
  public void aVisitThatAManagerPutThereGivesWayToNoneThatFindsNoPlace() {
    world.change(
        tx ->
            tx.staff()
                .update(tx.staff().find(SECOND).orElseThrow().toBuilder().active(false).build()));
    MonthPlan plan = world.propose();
    Visit there = world.visits(plan, VASILYOK).get(1);
    Visit pinned = move(there, Optional.empty(), there.plannedFor());
    // The only day on which the other client is open is full with it.
    set(
        VisitTerms.builder()
            .id(Examples.CLIENT_ID)
            .addAllClosedDays(
                APRIL
                    .atDay(1)
                    .datesUntil(APRIL.plusMonths(1).atDay(1))
                    .filter(date -> !date.equals(day(pinned)))
                    .toList())
            .build());

    MonthPlan again = world.replan(plan);

    assertThat(visit(pinned.id()).plannedFor()).isEqualTo(pinned.plannedFor());
    assertThat(again.pinned()).containsExactly(pinned.id());
    assertThat(again.unmet())
        .filteredOn(unmet -> unmet.wish() == Unmet.Wish.VISIT)
        .extracting(Unmet::clientId)
        .containsExactly(Examples.CLIENT_ID);
  }

  @Test
  public void aMoveThatBreaksAHardRuleNamesTheField() {
    MonthPlan plan = world.propose();
    Visit small = world.visits(plan, Examples.CLIENT_ID).get(0);
    Visit large = world.visits(plan, VASILYOK).get(0);
    planning.addAbsence(Examples.MANAGER, SECOND, APRIL.atDay(10), APRIL.atDay(10), "учёба");
    planning.setTerms(
        Examples.MANAGER,
        VisitTerms.builder().id(Examples.CLIENT_ID).addClosedDays(APRIL.atDay(9)).build());

    names("engineer", () -> move(small, Optional.of(SECOND), at(APRIL.atDay(10), 9, 0)));
    names("engineer", () -> move(small, Optional.of("nobody"), at(APRIL.atDay(13), 9, 0)));
    names(
        "engineer", () -> move(small, Optional.of(Examples.SUPPORT_ID), at(APRIL.atDay(13), 9, 0)));
    names("plannedFor", () -> move(small, Optional.empty(), at(APRIL.atDay(9), 9, 0)));
    names("plannedFor", () -> move(small, Optional.empty(), large.plannedFor()));
    names("plannedFor", () -> move(small, Optional.empty(), at(LocalDate.of(2026, 5, 4), 9, 0)));
    names("plannedFor", () -> move(small, Optional.empty(), Examples.NOW.minusSeconds(1)));
    names(
        "plannedFor",
        () -> planning.move(Examples.MANAGER, small.id(), ANY, Optional.empty(), Optional.empty()));
    Visit other = world.visits(plan, VASILYOK).get(1);
    names("plannedFor", () -> move(large, Optional.of(SECOND), other.plannedFor()));
    assertThat(world.visits(plan)).contains(small, large);
  }

  @Test
  public void whatAManagerAddedStaysBesideWhatTheNormAsksFor() {
    MonthPlan plan = world.propose();
    Visit first = world.visits(plan, Examples.CLIENT_ID).get(0);
    Visit added = add(plan, Examples.CLIENT_ID, Optional.empty(), 29);
    assertThat(added.state()).isEqualTo(VisitState.DRAFT);
    assertThat(added.siteId()).isEqualTo(Examples.SITE_ID);

    assertThat(world.visits(world.replan(plan), Examples.CLIENT_ID))
        .containsExactlyInAnyOrder(first, added);

    planning.drop(Examples.MANAGER, added.id(), ANY);
    assertThat(world.visits(world.replan(plan), Examples.CLIENT_ID)).containsExactly(first);
  }

  @Test
  public void whatAManagerAddedIsBesideTheNormWhateverBecomesOfIt() {
    MonthPlan plan = world.propose();
    Visit usual = world.visits(plan, Examples.CLIENT_ID).get(0);
    Visit added = add(plan, Examples.CLIENT_ID, Optional.empty(), 28);
    MonthPlan published = planning.publish(Examples.MANAGER, plan.id(), ANY);

    world.change(
        tx ->
            tx.visits()
                .update(
                    visit(added.id()).toBuilder()
                        .plannedFor(at(APRIL.atDay(29), 9, 0))
                        .reason("Просьба клиента")
                        .build()));
    assertThat(world.visits(world.replan(published), Examples.CLIENT_ID))
        .extracting(Visit::id)
        .containsExactlyInAnyOrder(usual.id(), added.id());

    world.change(
        tx ->
            tx.visits()
                .update(
                    visit(added.id()).toBuilder()
                        .state(VisitState.CANCELLED)
                        .reason("Просьба клиента")
                        .build()));
    MonthPlan again = world.read(tx -> tx.monthPlans().find(plan.id()).orElseThrow());
    assertThat(world.visits(world.replan(again), Examples.CLIENT_ID))
        .extracting(Visit::id)
        .containsExactly(usual.id());
  }

  @Test
  public void whatWasAddedForAClientWithoutEquipmentAndMissedIsNotPlannedAnew() {
    world.change(
        tx -> {
          tx.clients().insert(Examples.client().toBuilder().id("client-3").code("bare").build());
          tx.sites()
              .insert(Examples.site().toBuilder().id("site-bare").clientId("client-3").build());
        });
    MonthPlan plan = world.propose();
    Visit added = add(plan, "client-3", Optional.empty(), 29);
    MonthPlan published = planning.publish(Examples.MANAGER, plan.id(), ANY);
    world.change(
        tx ->
            tx.visits()
                .update(
                    tx.visits().find(added.id()).orElseThrow().toBuilder()
                        .state(VisitState.MISSED)
                        .build()));

    world.replan(published);

    assertThat(world.visits(plan, "client-3"))
        .singleElement()
        .extracting(Visit::state)
        .isEqualTo(VisitState.MISSED);
  }

  @Test
  public void whatAManagerTookOutDoesNotComeBack() {
    MonthPlan plan = world.propose();
    planning.drop(Examples.MANAGER, world.visits(plan, VASILYOK).get(1).id(), ANY);
    assertThat(world.visits(world.replan(plan), VASILYOK)).hasSize(2);
    planning.publish(Examples.MANAGER, plan.id(), ANY);
    assertThat(planning.shortfalls(APRIL)).isEmpty();
    Visit cancelled = world.visits(plan, VASILYOK).get(1);
    world.change(
        tx ->
            tx.visits()
                .update(
                    cancelled.toBuilder()
                        .state(VisitState.CANCELLED)
                        .reason("Просьба клиента")
                        .build()));
    assertThat(world.visits(world.replan(plan), VASILYOK)).hasSize(1);
  }

  @Test
  public void whatWasTakenOutOfADraftWasNeverInTheCalendar() {
    MonthPlan plan = world.propose();
    Visit dropped = world.visits(plan, VASILYOK).get(1);
    planning.drop(Examples.MANAGER, dropped.id(), ANY);
    assertThat(visit(dropped.id()).neverScheduled()).isTrue();

    planning.discard(Examples.MANAGER, plan.id(), ANY);
    List<Visit> all =
        world.read(tx -> tx.visits().all(VisitQuery.builder().planId(plan.id()).build()));
    assertThat(all).hasSize(4).allMatch(Visit::neverScheduled);
  }

  @Test
  public void whatANormNoLongerAsksForWasInTheCalendar() {
    MonthPlan plan = world.published();
    assertThat(world.visits(plan)).noneMatch(Visit::neverScheduled);
    planning.setTerms(
        Examples.MANAGER,
        VisitTerms.builder().id(VASILYOK).visitsPerMonth(2).reason("лето").build());
    List<Visit> before = world.visits(plan, VASILYOK);
    world.replan(plan);
    assertThat(before)
        .extracting(each -> visit(each.id()))
        .filteredOn(each -> each.state() == VisitState.CANCELLED)
        .hasSize(1)
        .noneMatch(Visit::neverScheduled);
  }

  @Test
  public void aVisitThatCannotBeAddedNamesTheField() {
    MonthPlan plan = world.propose();
    names("client", () -> add(plan, "nobody", Optional.empty(), 7));
    names("site", () -> add(plan, VASILYOK, Optional.of(Examples.SITE_ID), 7));
    Visit other = world.visits(plan, VASILYOK).get(0);
    names("plannedFor", () -> add(plan, VASILYOK, Optional.empty(), day(other).getDayOfMonth()));
  }

  @Test
  public void planningAgainMovesOnlyWhatDoesNotFitAnyMore() {
    MonthPlan plan = world.published();
    List<Visit> before = world.visits(plan, VASILYOK);
    Visit hit = before.get(1);
    planning.addAbsence(Examples.MANAGER, Examples.ENGINEER_ID, day(hit), day(hit), "болезнь");

    MonthPlan again = world.replan(plan);

    List<Visit> after = world.visits(again, VASILYOK);
    assertThat(after).contains(before.get(0), before.get(2)).hasSize(3);
    Visit moved =
        after.stream().filter(visit -> visit.id().equals(hit.id())).findFirst().orElseThrow();
    assertThat(moved.state()).isEqualTo(VisitState.SCHEDULED);
    assertThat(moved.reason()).contains("Planned again");
    assertThat(moved.engineerId().equals(SECOND) || !day(moved).equals(day(hit))).isTrue();
  }

  @Test
  public void planningAgainAddsAndTakesAwayWhatTheNormSays() {
    MonthPlan plan = world.published();
    world.change(tx -> PlanningFixture.devices(tx, VASILYOK, "site-vasilyok", 12));
    MonthPlan more = world.replan(plan);
    assertThat(world.visits(more, VASILYOK))
        .hasSize(4)
        .allSatisfy(visit -> assertThat(visit.state()).isEqualTo(VisitState.SCHEDULED));
    planning.setTerms(
        Examples.MANAGER,
        VisitTerms.builder().id(VASILYOK).visitsPerMonth(2).reason("лето").build());
    assertThat(world.visits(world.replan(more), VASILYOK)).hasSize(2);
  }

  @Test
  public void whatIsOverOrUnderWayStaysWhatItIs() {
    MonthPlan plan = world.published();
    List<Visit> visits = world.visits(plan, VASILYOK);
    world.change(
        tx -> tx.visits().update(visits.get(0).toBuilder().state(VisitState.CLOSED).build()));
    world.clock.set(visits.get(1).plannedFor());
    planning.addAbsence(
        Examples.MANAGER, Examples.ENGINEER_ID, APRIL.atDay(1), APRIL.atDay(30), "болезнь");

    MonthPlan again = world.replan(plan);

    List<Visit> after = world.visits(again, VASILYOK);
    assertThat(after).hasSize(3);
    assertThat(after.get(0).plannedFor()).isEqualTo(visits.get(0).plannedFor());
    assertThat(after.get(1)).isEqualTo(visits.get(1));
    assertThat(after.get(2).engineerId()).isEqualTo(SECOND);
  }

  @Test
  public void aVisitThatAManagerRescheduledStaysThere() {
    MonthPlan plan = world.published();
    Visit visit = world.visits(plan, Examples.CLIENT_ID).get(0);
    Instant saturday = at(APRIL.atDay(18), 12, 0);
    moveByHand(visit, saturday);
    world.replan(plan);
    assertThat(world.visits(plan, Examples.CLIENT_ID))
        .singleElement()
        .extracting(Visit::plannedFor)
        .isEqualTo(saturday);
  }

  @Test
  public void aVisitThatAManagerMovedToAnotherMonthStaysThereAndIsNotPlannedTwice() {
    MonthPlan plan = world.published();
    Visit visit = world.visits(plan, Examples.CLIENT_ID).get(0);
    for (String day : List.of("2026-05-02", "2026-05-20", "2026-03-31")) {
      Instant there = at(LocalDate.parse(day), 12, 0);
      moveByHand(visit, there);

      assertThat(planning.shortfalls(APRIL)).as(day).isEmpty();
      world.replan(plan);

      assertThat(world.visits(plan, Examples.CLIENT_ID))
          .as(day)
          .singleElement()
          .extracting(Visit::plannedFor)
          .isEqualTo(there);
    }
  }

  @Test
  public void aVisitOfAnotherMonthsPlanIsInTheWayAndCountsForThatMonth() {
    MonthPlan plan = world.published();
    LocalDate monday = LocalDate.of(2026, 5, 4);
    moveByHand(world.visits(plan, Examples.CLIENT_ID).get(0), at(monday, 9, 0));

    MonthPlan next = planning.propose(Examples.MANAGER, APRIL.plusMonths(1));

    assertThat(world.visits(next, Examples.CLIENT_ID))
        .singleElement()
        .extracting(PlanningFixture::day)
        .isNotEqualTo(monday);
    // With the other client's it would be a day too long for one engineer.
    assertThat(world.visits(next, VASILYOK))
        .filteredOn(visit -> visit.engineerId().equals(Examples.ENGINEER_ID))
        .extracting(PlanningFixture::day)
        .doesNotContain(monday);
  }

  @Test
  public void whatAManagerAddedAndMovedToAnotherMonthIsNotPlannedAnew() {
    MonthPlan plan = world.propose();
    Visit usual = world.visits(plan, Examples.CLIENT_ID).get(0);
    Visit added = add(plan, Examples.CLIENT_ID, Optional.empty(), 29);
    MonthPlan published = planning.publish(Examples.MANAGER, plan.id(), ANY);
    moveByHand(visit(added.id()), at(LocalDate.of(2026, 5, 2), 12, 0));

    world.replan(published);

    assertThat(world.visits(plan, Examples.CLIENT_ID))
        .extracting(Visit::id)
        .containsExactlyInAnyOrder(usual.id(), added.id());
  }

  @Test
  public void tasksOfAVisitWaitForTheEngineerWhoComesInstead() {
    MonthPlan plan = world.published();
    Visit before = world.visits(plan, Examples.CLIENT_ID).get(0);
    Task waiting =
        Examples.task().toBuilder()
            .visitId(before.id())
            .engineerId(Examples.ENGINEER_ID)
            .state(TaskState.PLANNED)
            .build();
    world.change(
        tx -> {
          tx.tasks().insert(waiting.toBuilder().id("waiting").build());
          tx.tasks().insert(waiting.toBuilder().id("done").state(TaskState.DONE).build());
          tx.tasks().insert(waiting.toBuilder().id("others").engineerId("another").build());
        });
    planning.addAbsence(
        Examples.MANAGER, Examples.ENGINEER_ID, APRIL.atDay(1), APRIL.atDay(30), "болезнь");

    world.replan(plan);

    assertThat(visit(before.id()).engineerId()).isEqualTo(SECOND);
    assertThat(engineerOf("waiting")).contains(SECOND);
    assertThat(engineerOf("done")).contains(Examples.ENGINEER_ID);
    assertThat(engineerOf("others")).contains("another");
  }

  @Test
  public void aDraftThatDoesNotFitAnyMoreIsNotPublished() {
    MonthPlan plan = world.propose();
    Visit visit = world.visits(plan).get(0);
    planning.addAbsence(Examples.MANAGER, Examples.ENGINEER_ID, day(visit), day(visit), "болезнь");
    assertThatThrownBy(() -> planning.publish(Examples.MANAGER, plan.id(), ANY))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(
            "Plan the month again first: visits of the draft do not fit any more: 1");
    assertThat(world.visits(plan))
        .allSatisfy(each -> assertThat(each.state()).isEqualTo(VisitState.DRAFT));
    world.replan(plan);
    assertThat(planning.publish(Examples.MANAGER, plan.id(), ANY).state())
        .isEqualTo(PlanState.PUBLISHED);
  }

  @Test
  public void aDraftWithVisitsThatFindNoPlaceAnyMoreIsPublishedWithoutThem() {
    MonthPlan plan = world.propose();
    for (String engineer : List.of(Examples.ENGINEER_ID, SECOND)) {
      planning.addAbsence(
          Examples.MANAGER, engineer, APRIL.atDay(1), APRIL.atEndOfMonth(), "карантин");
    }
    MonthPlan again = world.replan(plan);
    assertThat(world.visits(again)).isEmpty();
    assertThat(again.unmet())
        .hasSize(4)
        .allSatisfy(unmet -> assertThat(unmet.wish()).isEqualTo(Unmet.Wish.VISIT));
    planning.publish(Examples.MANAGER, plan.id(), ANY);

    world
        .read(tx -> tx.absences().all(AbsenceQuery.everything()))
        .forEach(absence -> planning.removeAbsence(Examples.MANAGER, absence.id()));
    assertThat(world.visits(world.replan(again))).hasSize(4);
  }

  @Test
  public void whatFindsNoPlaceAnyMoreStaysInTheCalendarAndIsTold() {
    MonthPlan plan = world.published();
    List<Visit> before = world.visits(plan);
    for (String engineer : List.of(Examples.ENGINEER_ID, SECOND)) {
      planning.addAbsence(
          Examples.MANAGER, engineer, APRIL.atDay(1), APRIL.atEndOfMonth(), "карантин");
    }
    assertThat(world.replan(plan).unmet()).hasSize(4);
    assertThat(world.visits(plan)).isEqualTo(before);
  }

  @Test
  public void aDraftForAClientThatLeftIsNotPublished() {
    MonthPlan plan = world.propose();
    Visit pinned = add(plan, VASILYOK, Optional.empty(), 29);
    world.change(
        tx -> tx.clients().update(world.client(VASILYOK).toBuilder().active(false).build()));
    assertThatThrownBy(() -> planning.publish(Examples.MANAGER, plan.id(), ANY))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("do not fit any more: 4, such as ООО «Василёк»");
    MonthPlan again = world.replan(plan);
    assertThat(visit(pinned.id()).state()).isEqualTo(VisitState.CANCELLED);
    assertThat(world.visits(again, VASILYOK)).isEmpty();
    assertThat(planning.publish(Examples.MANAGER, plan.id(), ANY).state())
        .isEqualTo(PlanState.PUBLISHED);
  }

  @Test
  public void aDraftWhoseDaysAreOverIsNotPublished() {
    MonthPlan plan = world.propose();
    world.clock.set(at(APRIL.atDay(25), 9, 0));
    assertThatThrownBy(() -> planning.publish(Examples.MANAGER, plan.id(), ANY))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("are over");
    MonthPlan again = world.replan(plan);
    assertThat(world.visits(again))
        .isNotEmpty()
        .allSatisfy(visit -> assertThat(day(visit)).isAfter(APRIL.atDay(25)));
  }

  @Test
  public void visitsThatWereSetByHandCountAndAreInTheWay() {
    world.change(
        tx ->
            tx.visits()
                .insert(
                    Examples.visit().toBuilder()
                        .id("by-hand")
                        .plannedFor(at(APRIL.atDay(15), 9, 0))
                        .build()));
    MonthPlan plan = world.propose();
    assertThat(world.visits(plan, Examples.CLIENT_ID)).isEmpty();
    assertThat(world.visits(plan, VASILYOK))
        .extracting(PlanningFixture::day)
        .doesNotContain(APRIL.atDay(15));
  }

  @Test
  public void aVisitThatWasSetByHandPushesOutNoneThatTheClientKnowsOf() {
    MonthPlan plan = world.published();
    List<Visit> announced = world.visits(plan, Examples.CLIENT_ID);
    setByHand(Examples.CLIENT_ID, Examples.SITE_ID);

    world.replan(plan);

    assertThat(world.visits(plan, Examples.CLIENT_ID)).isEqualTo(announced);
  }

  @Test
  public void aVisitThatWasSetByHandForACancelledOnePushesOutNoOther() {
    MonthPlan plan = world.published();
    List<Visit> announced = world.visits(plan, VASILYOK);
    world.change(
        tx ->
            tx.visits()
                .update(
                    announced.get(1).toBuilder()
                        .state(VisitState.CANCELLED)
                        .reason("Просьба клиента")
                        .build()));
    setByHand(VASILYOK, "site-vasilyok");

    world.replan(plan);

    assertThat(world.visits(plan, VASILYOK)).containsExactly(announced.get(0), announced.get(2));
  }

  @Test
  public void termsThatMakeNoSenseNameEachField() {
    VisitTerms none = VisitTerms.builder().id(VASILYOK).build();
    names("visitsPerMonth", () -> set(none.toBuilder().visitsPerMonth(0).reason("x").build()));
    names("visitsPerMonth", () -> set(none.toBuilder().visitsPerMonth(32).reason("x").build()));
    names("reason", () -> set(none.toBuilder().visitsPerMonth(3).build()));
    names("reason", () -> set(none.toBuilder().visitsPerMonth(3).reason("  ").build()));
    names("reason", () -> set(none.toBuilder().reason("x").build()));
    names(
        "latest",
        () ->
            set(
                none.toBuilder()
                    .earliest(LocalTime.of(12, 0))
                    .latest(LocalTime.of(11, 59))
                    .build()));
    names(
        "closedDays", () -> set(none.toBuilder().addClosedDays(LocalDate.of(9999, 1, 1)).build()));
    names("pattern", () -> set(none.toBuilder().pattern("FREQ=SECONDLY").build()));
    names("pattern", () -> set(none.toBuilder().pattern("FREQ=YEARLY;BYMONTHDAY=1").build()));
    names("patternTime", () -> set(none.toBuilder().patternTime(LocalTime.NOON).build()));
    assertThatThrownBy(() -> set(VisitTerms.builder().id("nobody").build()))
        .isInstanceOf(NotFoundException.class);
    Optional<VisitTerms> stored = world.read(tx -> tx.visitTerms().find(VASILYOK));
    assertThat(stored).isEmpty();
  }

  @Test
  public void termsAreKeptTidyAndGuardedByTheirVersion() {
    VisitTerms first =
        set(
            VisitTerms.builder()
                .id(VASILYOK)
                .addClosedDays(APRIL.atDay(9), APRIL.atDay(2), APRIL.atDay(9))
                .pattern(" FREQ=MONTHLY;BYDAY=1MO ")
                .build());
    assertThat(first.closedDays()).containsExactly(APRIL.atDay(2), APRIL.atDay(9));
    assertThat(first.pattern()).contains("FREQ=MONTHLY;BYDAY=1MO");
    assertThat(set(first).version()).isEqualTo(2);
    assertThatThrownBy(() -> set(first)).isInstanceOf(StaleVersionException.class);
  }

  @Test
  public void absencesThatOverlapAreRefused() {
    Absence first =
        planning.addAbsence(Examples.MANAGER, SECOND, APRIL.atDay(5), APRIL.atDay(9), " отпуск ");
    assertThat(first.reason()).isEqualTo("отпуск");
    names("from", () -> absence(SECOND, 9, 12));
    names("from", () -> absence(SECOND, 1, 5));
    names("from", () -> absence(SECOND, 6, 7));
    names("from", () -> absence(SECOND, 1, 30));
    absence(SECOND, 10, 12);
    absence(Examples.ENGINEER_ID, 5, 9);
    names("until", () -> absence(SECOND, 20, 19));
    names("staff", () -> absence("nobody", 20, 21));
    names(
        "reason",
        () -> planning.addAbsence(Examples.MANAGER, SECOND, APRIL.atDay(20), APRIL.atDay(20), " "));

    Absence removed = planning.removeAbsence(Examples.MANAGER, first.id());

    assertThat(removed.removed()).isTrue();
    assertThat(planning.removeAbsence(Examples.MANAGER, first.id())).isEqualTo(removed);
    assertThatThrownBy(() -> planning.removeAbsence(Examples.MANAGER, "none"))
        .isInstanceOf(NotFoundException.class);
    absence(SECOND, 5, 9);
  }

  @Test
  public void theNormSaysHowManyForHowManyAndWhy() {
    assertThat(planning.norm(VASILYOK))
        .isEqualTo(new Norm(VASILYOK, 3, 25, "25 devices, one visit a month for each 12 begun."));
  }

  @Test
  public void equipmentThatOutgrowsAPlanIsAShortfallUntilItIsPlannedAgain() {
    world.published();
    assertThat(world.jobs.jobs()).containsEntry(PlanningService.OUTGROWN_LOOK, Examples.NOW);
    assertThat(planning.shortfalls(APRIL)).isEmpty();

    world.change(tx -> PlanningFixture.devices(tx, VASILYOK, "site-vasilyok", 12));

    Shortfall shortfall = new Shortfall(VASILYOK, APRIL, 3, planning.norm(VASILYOK));
    assertThat(shortfall.norm().visits()).isEqualTo(4);
    assertThat(planning.shortfalls(APRIL)).containsExactly(shortfall);
    assertThat(planning.shortfalls(APRIL.minusMonths(1))).containsExactly(shortfall);
    assertThat(planning.shortfalls(APRIL.plusMonths(1))).isEmpty();
    world.replan(world.read(tx -> tx.monthPlans().find(plan())).orElseThrow());
    assertThat(planning.shortfalls(APRIL)).isEmpty();
  }

  @Test
  public void equipmentThatCameOnlyAfterThePlanIsAShortfallToo() {
    world.change(
        tx -> {
          tx.clients().insert(Examples.client().toBuilder().id("client-3").code("bare").build());
          tx.sites()
              .insert(Examples.site().toBuilder().id("site-bare").clientId("client-3").build());
        });
    world.published();
    assertThat(planning.shortfalls(APRIL)).isEmpty();

    world.change(tx -> PlanningFixture.devices(tx, "client-3", "site-bare", 10));

    assertThat(planning.shortfalls(APRIL)).extracting(Shortfall::clientId).contains("client-3");
  }

  @Test
  public void whatWasMissedIsNoShortfall() {
    MonthPlan plan = world.published();
    Visit missed = world.visits(plan, VASILYOK).get(0);
    world.change(tx -> tx.visits().update(missed.toBuilder().state(VisitState.MISSED).build()));
    assertThat(planning.shortfalls(APRIL)).isEmpty();

    world.change(tx -> PlanningFixture.devices(tx, VASILYOK, "site-vasilyok", 12));
    assertThat(planning.shortfalls(APRIL)).extracting(Shortfall::planned).containsExactly(3);
  }

  @Test
  public void whatAManagerAddedHidesNoShortfall() {
    MonthPlan plan = world.propose();
    add(plan, VASILYOK, Optional.empty(), 29);
    planning.publish(Examples.MANAGER, plan.id(), ANY);
    assertThat(planning.shortfalls(APRIL)).isEmpty();

    world.change(tx -> PlanningFixture.devices(tx, VASILYOK, "site-vasilyok", 12));
    assertThat(planning.shortfalls(APRIL)).extracting(Shortfall::planned).containsExactly(3);
    world.replan(world.read(tx -> tx.monthPlans().find(plan.id()).orElseThrow()));
    assertThat(planning.shortfalls(APRIL)).isEmpty();
  }

  private void setByHand(String clientId, String siteId) {
    world.change(
        tx ->
            tx.visits()
                .insert(
                    Examples.visit().toBuilder()
                        .id("by-hand")
                        .clientId(clientId)
                        .siteId(siteId)
                        .engineerId(SECOND)
                        .plannedFor(at(APRIL.atDay(29), 9, 0))
                        .build()));
  }

  private void moveByHand(Visit visit, Instant to) {
    world.change(
        tx ->
            tx.visits()
                .update(
                    tx.visits().find(visit.id()).orElseThrow().toBuilder()
                        .plannedFor(to)
                        .reason("Просьба клиента")
                        .build()));
  }

  private Optional<String> engineerOf(String taskId) {
    return world.read(tx -> tx.tasks().find(taskId).orElseThrow()).engineerId();
  }

  private Visit visit(String id) {
    return world.read(tx -> tx.visits().find(id).orElseThrow());
  }

  private String plan() {
    return world.read(tx -> tx.monthPlans().all(MonthPlanQuery.everything())).get(0).id();
  }

  private void pattern(String rule, LocalTime time) {
    set(VisitTerms.builder().id(VASILYOK).pattern(rule).patternTime(time).build());
  }

  private VisitTerms terms(String clientId) {
    return world.read(tx -> tx.visitTerms().find(clientId).orElseThrow());
  }

  private VisitTerms set(VisitTerms terms) {
    return planning.setTerms(Examples.MANAGER, terms);
  }

  private Absence absence(String staff, int from, int until) {
    return planning.addAbsence(
        Examples.MANAGER, staff, APRIL.atDay(from), APRIL.atDay(until), "отпуск");
  }

  private Visit move(Visit visit, Optional<String> engineer, Instant at) {
    return planning.move(Examples.MANAGER, visit.id(), ANY, engineer, Optional.of(at));
  }

  private Visit add(MonthPlan plan, String client, Optional<String> site, int day) {
    return planning.add(
        Examples.MANAGER, plan.id(), client, site, Optional.of(SECOND), at(APRIL.atDay(day), 9, 0));
  }

  private static void refused(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(RefusedException.class);
  }

  private static void names(String field, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> assertThat(e.errors()).extracting(FieldError::field).contains(field));
  }
}
