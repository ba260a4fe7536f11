package org.daybook.core.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.daybook.api.access.Role;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.dispute.DisputeState;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.figures.Emergencies;
import org.daybook.api.figures.FigureRow;
import org.daybook.api.figures.Figures.By;
import org.daybook.api.figures.PromiseAges;
import org.daybook.api.figures.Share;
import org.daybook.api.figures.TaskCounts;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.Examples;
import org.daybook.testkit.InMemoryStore;
import org.daybook.testkit.SettableClock;
import org.junit.Test;

/** A small company's month, counted by hand. */
public final class FiguresTest {
  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
  private static final String OTHER_CLIENT = "client-vasilek";

  private final SettableClock clock = new SettableClock(moscow("2026-12-15T12:00"));
  private final InMemoryStore store = new InMemoryStore(clock);
  private final FiguresService figures = new FiguresService(store, clock);

  public FiguresTest() {
    store.prepare(
        tx -> {
          Examples.directory(tx);
          tx.clients()
              .insert(
                  Examples.client().toBuilder()
                      .id(OTHER_CLIENT)
                      .code("vasilek")
                      .name("ООО «Василёк»")
                      .zone(ZoneId.of("Asia/Vladivostok"))
                      .build());
          tx.staff()
              .insert(
                  Examples.staff(Role.ENGINEER).toBuilder()
                      .id("anna")
                      .name("Анна Ветрова")
                      .build());
        });
  }

  @Test
  public void visitsAreCountedByWhatBecameOfThem() {
    visit("2026-11-02T10:00", VisitState.REPORTED, v -> stayed(v, 0, 125));
    visit("2026-11-09T10:00", VisitState.CLOSED, v -> stayed(v, 5, 60).overrideReason("спешка"));
    visit("2026-11-16T10:00", VisitState.MISSED, v -> v);
    visit("2026-11-23T10:00", VisitState.CANCELLED, v -> v);
    visit("2026-11-30T10:00", VisitState.SCHEDULED, v -> v);
    visit("2026-11-30T12:00", VisitState.ON_SITE, v -> v.arrivedAt(moscow("2026-11-30T12:00")));
    visit("2026-11-30T10:00", VisitState.DRAFT, v -> v);
    visit("2026-11-30T10:00", VisitState.CANCELLED, v -> v.neverScheduled(true));
    visit("2026-12-01T00:00", VisitState.SCHEDULED, v -> v);
    visit("2026-10-31T23:59", VisitState.REPORTED, v -> stayed(v, 0, 600));

    FigureRow row = row(By.CLIENT, Examples.CLIENT_ID);
    assertThat(row.visitsPlanned()).isEqualTo(5);
    assertThat(row.visitsMade()).isEqualTo(2);
    assertThat(row.visitsMissed()).isEqualTo(1);
    assertThat(row.visitsCancelled()).isEqualTo(1);
    assertThat(row.minutesOnSite()).isEqualTo(185);
    assertThat(row.violations()).isEqualTo(1);
    assertThat(row.code()).contains("romashka");
    assertThat(row(By.ENGINEER, Examples.ENGINEER_ID).minutesOnSite()).isEqualTo(185);
    assertThat(row(By.ENGINEER, "anna").visitsPlanned()).isZero();
  }

  @Test
  public void aMonthIsTheClients() {
    // Midnight in Moscow is seven in the morning in Vladivostok.
    visit("2026-10-31T19:00", VisitState.REPORTED, v -> v.clientId(OTHER_CLIENT));
    visit("2026-11-30T19:00", VisitState.SCHEDULED, v -> v.clientId(OTHER_CLIENT));
    visit("2026-10-31T19:00", VisitState.REPORTED, v -> v);
    assertThat(row(By.CLIENT, OTHER_CLIENT).visitsPlanned()).isEqualTo(1);
    assertThat(row(By.CLIENT, Examples.CLIENT_ID).visitsPlanned()).isZero();
    assertThat(row(By.ENGINEER, Examples.ENGINEER_ID).visitsPlanned()).isEqualTo(1);
  }

  @Test
  public void eachTaskIsCountedOnceBySourceAndOutcome() {
    ended("monitoring", TaskState.DONE, "2026-11-10T10:00", t -> t);
    ended("monitoring", TaskState.SELF_RECOVERED, "2026-11-11T10:00", t -> t);
    ended("remote", TaskState.RESOLVED_REMOTELY, "2026-11-12T10:00", t -> t);
    ended("remote", TaskState.CANCELLED, "2026-11-13T10:00", t -> t);
    ended("remote", TaskState.DONE, "2026-10-31T23:59", t -> t);
    // Open when the month ended, and finished since.
    ended("remote", TaskState.DONE, "2026-12-01T00:00", t -> t);
    ended("managers", TaskState.DONE, "2026-12-02T10:00", t -> promised(t, "2026-11-30T10:00"));
    // Became a promise only after the month.
    ended("managers", TaskState.DONE, "2026-12-09T10:00", t -> promised(t, "2026-12-02T10:00"));
    open("managers", t -> t.createdAt(moscow("2026-12-01T00:00")));
    open("managers", t -> promised(t, "2026-11-20T10:00"));

    assertThat(row(By.CLIENT, Examples.CLIENT_ID).tasks())
        .containsOnly(
            entry("monitoring", new TaskCounts(1, 0, 1, 0, 0, 0)),
            entry("remote", new TaskCounts(0, 1, 0, 1, 0, 1)),
            entry("managers", new TaskCounts(0, 0, 0, 0, 2, 1)));
  }

  @Test
  public void whatNoEngineerHasStandsInARowOfItsOwn() {
    ended("remote", TaskState.RESOLVED_REMOTELY, "2026-11-12T10:00", t -> t);
    List<FigureRow> rows = figures.of(NOVEMBER, By.ENGINEER);
    FigureRow last = rows.get(rows.size() - 1);
    assertThat(last.id()).isEmpty();
    assertThat(last.name()).isEmpty();
    assertThat(last.tasks()).containsOnlyKeys("remote");
  }

  @Test
  public void firstTimeIsDoneOnTheFirstVisitItWasOn() {
    ended("managers", TaskState.DONE, "2026-11-10T10:00", t -> t.visitId("v"));
    ended("managers", TaskState.DONE, "2026-11-10T10:00", t -> t.visitId("v").carriedOver(1));
    ended("managers", TaskState.DONE, "2026-11-10T10:00", t -> t.visitId("v"));
    ended("managers", TaskState.DONE, "2026-11-10T10:00", t -> t);
    ended("managers", TaskState.CANCELLED, "2026-11-10T10:00", t -> t.visitId("v"));
    Share share = row(By.CLIENT, Examples.CLIENT_ID).firstTime();
    assertThat(share).isEqualTo(new Share(2, 3));
    assertThat(share.percent()).hasValue(66);
  }

  @Test
  public void theRemoteShareIsOfFinishedRequests() {
    ended("remote", TaskState.RESOLVED_REMOTELY, "2026-11-10T10:00", t -> t);
    ended("client", TaskState.RESOLVED_REMOTELY, "2026-11-10T10:00", t -> t);
    ended("remote", TaskState.DONE, "2026-11-10T10:00", t -> t);
    ended("remote", TaskState.CANCELLED, "2026-11-10T10:00", t -> t);
    ended("client", TaskState.DONE, "2026-11-10T10:00", t -> t);
    open("remote", t -> t);
    assertThat(row(By.CLIENT, Examples.CLIENT_ID).remote()).isEqualTo(new Share(2, 3));
  }

  @Test
  public void promisesAreCountedByAgeAtTheEndOfTheMonth() {
    open("managers", t -> promised(t, "2026-11-30T23:00"));
    open("managers", t -> promised(t, "2026-11-22T23:59"));
    open("managers", t -> promised(t, "2026-11-23T00:00"));
    open("managers", t -> promised(t, "2026-10-31T00:00"));
    open("managers", t -> promised(t, "2026-10-30T00:00"));
    open("managers", t -> promised(t, "2026-09-02T00:00"));
    open("managers", t -> promised(t, "2026-08-31T23:59"));
    PromiseAges ages = row(By.CLIENT, Examples.CLIENT_ID).promises();
    // To the midnight after 30 November: 0, 8, 8, 31, 32, 90 and 91 days.
    assertThat(ages).isEqualTo(new PromiseAges(1, 2, 3, 1));
    assertThat(ages.total()).isEqualTo(7);
  }

  @Test
  public void agesAreAsOfNowWhileTheMonthGoesOn() {
    clock.set(moscow("2026-11-10T12:00"));
    open("managers", t -> promised(t, "2026-11-03T10:00"));
    assertThat(row(By.CLIENT, Examples.CLIENT_ID).promises())
        .isEqualTo(new PromiseAges(1, 0, 0, 0));
  }

  @Test
  public void responseTimesHaveAMedianAWorstAndAShareThatWasKept() {
    emergency("2026-11-03T10:00", 30, 120);
    emergency("2026-11-04T10:00", 121, 120);
    emergency("2026-11-05T10:00", 120, 120);
    emergency("2026-11-06T10:00", 91, 120);
    Emergencies four = row(By.CLIENT, Examples.CLIENT_ID).emergencies();
    assertThat(four)
        .isEqualTo(
            new Emergencies(4, 4, OptionalInt.of(105), OptionalInt.of(121), new Share(3, 4)));

    emergency("2026-11-07T10:00", 10, 120);
    assertThat(row(By.CLIENT, Examples.CLIENT_ID).emergencies().medianMinutes()).hasValue(91);
    assertThat(row(By.CLIENT, Examples.CLIENT_ID).visitsPlanned()).isZero();
  }

  @Test
  public void anEmergencyThatNobodyCameToIsNotKeptOnceItsTimeIsOver() {
    clock.set(moscow("2026-11-20T11:00"));
    emergency("2026-11-20T10:00", -1, 120);
    emergency("2026-11-20T08:00", -1, 120);
    emergency("2026-11-19T08:00", 500, -1);
    visit(
        "2026-11-18T10:00",
        VisitState.CANCELLED,
        v -> v.kind(VisitKind.EMERGENCY).dueBy(moscow("2026-11-18T12:00")));
    assertThat(row(By.CLIENT, Examples.CLIENT_ID).emergencies())
        .isEqualTo(
            new Emergencies(3, 1, OptionalInt.of(500), OptionalInt.of(500), new Share(0, 1)));
  }

  @Test
  public void disputesAreOfTheMonthInWhichTheyWereDecided() {
    dispute("a", DisputeState.UPHELD, "2026-11-30T23:00");
    dispute("b", DisputeState.UPHELD, "2026-12-01T00:00");
    dispute("c", DisputeState.REJECTED, "2026-11-10T10:00");
    assertThat(row(By.CLIENT, Examples.CLIENT_ID).disputesUpheld()).isEqualTo(1);
    assertThat(row(By.ENGINEER, Examples.ENGINEER_ID).disputesUpheld()).isEqualTo(1);
  }

  @Test
  public void whoHasNothingIsThereByNameAndWhoLeftIsNot() {
    assertThat(figures.of(NOVEMBER, By.CLIENT))
        .extracting(FigureRow::name)
        .containsExactly("ООО «Василёк»", "ООО «Ромашка»");
    assertThat(figures.of(NOVEMBER, By.ENGINEER))
        .extracting(FigureRow::name)
        .containsExactly("Анна Ветрова", "Пётр Одуванчиков");
    store.prepare(
        tx ->
            tx.clients()
                .update(
                    tx.clients().find(OTHER_CLIENT).orElseThrow().toBuilder()
                        .active(false)
                        .build()));
    assertThat(figures.of(NOVEMBER, By.CLIENT)).hasSize(1);
    visit("2026-11-02T10:00", VisitState.MISSED, v -> v.clientId(OTHER_CLIENT));
    assertThat(figures.of(NOVEMBER, By.CLIENT)).hasSize(2);
  }

  @Test
  public void aMonthThatHasNotBegunOrIsLongGoneIsRefused() {
    clock.set(moscow("2026-11-30T12:00"));
    for (YearMonth month :
        List.of(YearMonth.of(2026, 12), YearMonth.of(9999, 1), YearMonth.of(1999, 12))) {
      InvalidInputException e =
          catchThrowableOfType(InvalidInputException.class, () -> figures.of(month, By.CLIENT));
      assertThat(e.errors().get(0).field()).isEqualTo("month");
    }
    // It has begun where the sun rises first.
    clock.set(Instant.parse("2026-11-30T10:00:00Z"));
    assertThat(figures.of(YearMonth.of(2026, 12), By.CLIENT)).hasSize(2);
  }

  @Test
  public void withoutClientsThereIsNothing() {
    FiguresService none = new FiguresService(new InMemoryStore(clock), clock);
    assertThat(none.of(NOVEMBER, By.CLIENT)).isEmpty();
    assertThat(none.of(NOVEMBER, By.ENGINEER)).isEmpty();
  }

  private FigureRow row(By by, String id) {
    return figures.of(NOVEMBER, by).stream()
        .filter(row -> row.id().equals(Optional.of(id)))
        .findFirst()
        .orElseThrow();
  }

  private void visit(String plannedFor, VisitState state, UnaryOperator<Visit.Builder> how) {
    store.prepare(
        tx ->
            tx.visits()
                .insert(
                    how.apply(
                            Examples.visit().toBuilder()
                                .id(tx.newId())
                                .plannedFor(moscow(plannedFor))
                                .state(state))
                        .build()));
  }

  private static Visit.Builder stayed(Visit.Builder visit, int lateMinutes, int minutes) {
    Instant arrived = visit.build().plannedFor().plus(Duration.ofMinutes(lateMinutes));
    return visit.arrivedAt(arrived).departedAt(arrived.plus(Duration.ofMinutes(minutes)));
  }

  private void emergency(String requestedAt, int minutes, int promisedMinutes) {
    Instant requested = moscow(requestedAt);
    visit(
        requestedAt,
        minutes < 0 ? VisitState.SCHEDULED : VisitState.REPORTED,
        v -> {
          v.kind(VisitKind.EMERGENCY).requestedAt(requested);
          if (promisedMinutes >= 0) {
            v.dueBy(requested.plus(Duration.ofMinutes(promisedMinutes)));
          }
          return minutes < 0 ? v : v.arrivedAt(requested.plus(Duration.ofMinutes(minutes)));
        });
  }

  private void ended(
      String source, TaskState state, String finishedAt, UnaryOperator<Task.Builder> how) {
    task(source, t -> how.apply(t.state(state).finishedAt(moscow(finishedAt))));
  }

  private void open(String source, UnaryOperator<Task.Builder> how) {
    task(source, how);
  }

  private void task(String source, UnaryOperator<Task.Builder> how) {
    store.prepare(
        tx ->
            tx.tasks()
                .insert(
                    how.apply(
                            Examples.task().toBuilder()
                                .id(tx.newId())
                                .source(source)
                                .engineerId(Optional.empty())
                                .visitId(Optional.empty())
                                .createdAt(moscow("2026-08-01T10:00")))
                        .build()));
  }

  private static Task.Builder promised(Task.Builder task, String since) {
    return task.promisedSince(moscow(since)).carriedOver(1);
  }

  private void dispute(String id, DisputeState decision, String decidedAt) {
    Dispute dispute =
        Examples.dispute().toBuilder()
            .id(id)
            .externalId(id)
            .state(DisputeState.CLOSED)
            .decision(decision)
            .decidedAt(moscow(decidedAt))
            .stateAt(moscow("2026-12-10T10:00"))
            .build();
    store.prepare(tx -> tx.disputes().insert(dispute));
  }

  private static Instant moscow(String wall) {
    return LocalDateTime.parse(wall).atZone(Examples.ZONE).toInstant();
  }
}
