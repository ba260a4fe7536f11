package org.daybook.core.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.StaleVersionException;
import org.daybook.api.store.AuditQuery;
import org.daybook.api.store.PageRequest;
import org.daybook.api.store.VisitQuery;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.Closing;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.Examples;
import org.junit.Test;

/** Steps of a visit that the server hears of later than they were done. */
public final class DoneAtTest {
  private static final OptionalLong ANY = OptionalLong.empty();
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final VisitsFixture world = new VisitsFixture();

  @Test
  public void arrivalCountsFromWhenItWasAndTheTrailFromWhenItWasHeardOf() {
    world.clock.advance(Duration.ofMinutes(90));
    assertThat(arrive(Examples.NOW).arrivedAt()).contains(Examples.NOW);
    assertThat(world.regulation.asked.get(0).arrivedAt()).isEqualTo(Examples.NOW);
    assertThat(
            world
                .store
                .read(
                    tx ->
                        tx.audit(
                            AuditQuery.builder().valueId(Examples.VISIT_ID).build(),
                            new PageRequest(1, Optional.empty(), true)))
                .items())
        .extracting(entry -> entry.at())
        .containsExactly(world.clock.instant());
  }

  @Test
  public void aClockThatIsALittleAheadIsTheServers() {
    assertThat(arrive(Examples.NOW.plus(MINUTE.multipliedBy(2))).arrivedAt())
        .contains(Examples.NOW);
  }

  @Test
  public void whatIsStillToComeIsRefused() {
    refused(() -> arrive(Examples.NOW.plus(MINUTE.multipliedBy(2)).plusMillis(1)), "future");
  }

  @Test
  public void whatIsLongAgoIsRefused() {
    Instant dayAgo = Examples.NOW.minus(Duration.ofHours(24));
    refused(() -> arrive(dayAgo.minusMillis(1)), "24 hours");
    assertThat(arrive(dayAgo).arrivedAt()).contains(dayAgo);
  }

  @Test
  public void nobodyArrivesBeforeTheySetOut() {
    String id = world.emergency().id();
    Instant called = world.clock.instant();
    world.clock.advance(Duration.ofHours(1));
    Instant onTheWay = called.plus(Duration.ofMinutes(30));
    refused(
        () ->
            world.visits.accept(
                Examples.ENGINEER, id, ANY, Optional.of(called.minus(MINUTE.multipliedBy(3)))),
        "step before");
    world.visits.accept(Examples.ENGINEER, id, ANY, Optional.of(called.plus(MINUTE)));
    refused(
        () ->
            world.visits.setOut(
                Examples.ENGINEER, id, ANY, Optional.of(called.minus(MINUTE.multipliedBy(2)))),
        "step before");
    Visit way = world.visits.setOut(Examples.ENGINEER, id, ANY, Optional.of(onTheWay));
    assertThat(way.acceptedAt()).contains(called.plus(MINUTE));
    assertThat(way.onTheWayAt()).contains(onTheWay);
    refused(
        () ->
            world.visits.start(
                Examples.ENGINEER, id, ANY, Optional.of(onTheWay.minus(MINUTE.multipliedBy(3)))),
        "step before");
    Visit there =
        world.visits.start(Examples.ENGINEER, id, ANY, Optional.of(onTheWay.minus(MINUTE)));
    // Within what clocks differ by, it was in that very moment.
    assertThat(there.arrivedAt()).contains(onTheWay);
  }

  @Test
  public void whoeverSetsOutHasAcceptedInThatMoment() {
    String id = world.emergency().id();
    Instant called = world.clock.instant();
    world.clock.advance(Duration.ofHours(1));
    Instant then = called.plus(Duration.ofMinutes(10));
    Visit way = world.visits.setOut(Examples.ENGINEER, id, ANY, Optional.of(then));
    assertThat(way.acceptedAt()).contains(then);
    // A repeat that comes late changes nothing, whatever it says.
    assertThat(world.visits.accept(Examples.ENGINEER, id, ANY, Optional.of(called))).isEqualTo(way);
  }

  @Test
  public void leavingCountsFromWhenItWas() {
    world.start();
    world.clock.advance(Duration.ofHours(2));
    world.answerAllOk();
    refused(() -> leave(Examples.NOW.minus(MINUTE.multipliedBy(3))), "step before");
    refused(() -> leave(world.clock.instant().plus(MINUTE.multipliedBy(3))), "future");
    assertThat(world.visit().state()).isEqualTo(VisitState.ON_SITE);

    Instant left = Examples.NOW.plus(Duration.ofMinutes(45));
    Visit closed = ((Closing.Closed) leave(left)).visit();
    assertThat(closed.departedAt()).contains(left);
    assertThat(closed.closedAt()).contains(world.clock.instant());
    ClosedVisit view = world.view();
    assertThat(Duration.between(view.arrivedAt(), view.departedAt())).hasMinutes(45);
  }

  @Test
  public void whatWasHeardOfAfterLeavingIsInOneReportAndNotInTwo() {
    world.start();
    world.clock.advance(Duration.ofHours(2));
    world.answerAllOk();
    world.add(
        Examples.task().toBuilder()
            .id("late")
            .state(TaskState.DONE)
            .visitId(Examples.VISIT_ID)
            .finishedAt(world.clock.instant())
            .build());
    leave(Examples.NOW.plus(MINUTE));
    assertThat(tasks(world.view())).contains("late");

    world.put(tx -> tx.visits().insert(Examples.visit().toBuilder().id("visit-2").build()));
    world.clock.advance(Duration.ofDays(14));
    world.visits.start(Examples.ENGINEER, "visit-2", ANY);
    assertThat(tasks(world.visits.view("visit-2"))).doesNotContain("late");
  }

  @Test
  public void leavingIsHeardOfDaysLater() {
    world.start();
    world.answerAllOk();
    world.clock.advance(Duration.ofDays(3));
    Instant left = Examples.NOW.plus(Duration.ofHours(5));
    assertThat(((Closing.Closed) leave(left)).visit().departedAt()).contains(left);
  }

  @Test
  public void whatIsCarriedOverIsPromisedSinceLeavingAndTheNextReportNamesThatDay() {
    world.start();
    world.answerAllOk();
    world.add(
        Examples.task().toBuilder()
            .id("promise")
            .state(TaskState.NOT_DONE)
            .reason("Нет картриджа")
            .visitId(Examples.VISIT_ID)
            .build());
    world.clock.advance(Duration.ofHours(20));
    Instant left = Examples.NOW.plus(Duration.ofHours(5));
    leave(left);
    assertThat(world.task("promise").promisedSince()).contains(left);

    world.put(tx -> tx.visits().insert(Examples.visit().toBuilder().id("visit-2").build()));
    world.clock.advance(Duration.ofDays(14));
    world.visits.start(Examples.ENGINEER, "visit-2", ANY);
    assertThat(world.visits.view("visit-2").previousVisitAt()).contains(left);
  }

  @Test
  public void aVisitThatWasMissedTakesPlaceIfTheNewsOfItOnlyCameLate() {
    world.visits.missed(Examples.VISIT_ID);
    world.clock.advance(Duration.ofHours(22));
    Instant tooLate = Examples.NOW.plus(Duration.ofHours(20));
    for (Optional<Instant> at : List.of(Optional.<Instant>empty(), Optional.of(tooLate))) {
      assertThatThrownBy(() -> world.visits.start(Examples.ENGINEER, Examples.VISIT_ID, ANY, at))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("MISSED");
    }
    assertThat(world.visit().state()).isEqualTo(VisitState.MISSED);
    Visit there = arrive(Examples.NOW.plus(MINUTE));
    assertThat(there.state()).isEqualTo(VisitState.ON_SITE);
    assertThat(there.arrivedAt()).contains(Examples.NOW.plus(MINUTE));
  }

  @Test
  public void whoWasThereWithoutNetworkHasNotSeenThatTheVisitWasMissed() {
    OptionalLong seen = OptionalLong.of(world.visit().version());
    world.visits.missed(Examples.VISIT_ID);
    Visit missed = world.visit();
    world.clock.advance(Duration.ofHours(22));
    Optional<Instant> nextDay = Optional.of(Examples.NOW.plus(Duration.ofHours(20)));
    assertThatThrownBy(
            () -> world.visits.start(Examples.ENGINEER, Examples.VISIT_ID, seen, nextDay))
        .isInstanceOf(StaleVersionException.class);
    assertThat(world.visit()).isEqualTo(missed);

    Optional<Instant> itsDay = Optional.of(Examples.NOW.plus(MINUTE));
    Visit there = world.visits.start(Examples.ENGINEER, Examples.VISIT_ID, seen, itsDay);
    assertThat(there.state()).isEqualTo(VisitState.ON_SITE);
    assertThat(there.arrivedAt()).isEqualTo(itsDay);
  }

  /** Else what is due once a month would fall out when the news comes in the next one. */
  @Test
  public void whatWasCheckedWithoutNetworkWasCheckedBeforeLeaving() {
    world.start();
    world.clock.advance(Duration.ofHours(20));
    world.answerAllOk();
    Instant left = Examples.NOW.plus(Duration.ofHours(5));
    leave(left);
    world.put(tx -> tx.visits().insert(Examples.visit().toBuilder().id("visit-2").build()));
    world.clock.advance(Duration.ofDays(14));
    world.visits.start(Examples.ENGINEER, "visit-2", ANY);
    assertThat(world.regulation.asked.get(1).lastDone(Examples.ASSET_ID, VisitsFixture.ITEM))
        .contains(left);
  }

  private static List<String> tasks(ClosedVisit view) {
    return view.tasks().stream().map(ClosedVisit.VisitTask::id).toList();
  }

  private Visit arrive(Instant at) {
    return world.visits.start(Examples.ENGINEER, Examples.VISIT_ID, ANY, Optional.of(at));
  }

  private Closing leave(Instant at) {
    return world.visits.close(
        Examples.ENGINEER, Examples.VISIT_ID, ANY, Optional.empty(), Optional.of(at));
  }

  /** Names the field, says why, and changes nothing. */
  private void refused(ThrowingCallable call, String why) {
    List<Visit> before = visits();
    InvalidInputException e = catchThrowableOfType(InvalidInputException.class, call);
    assertThat(VisitsFixture.fieldsOf(e)).containsExactly("at");
    assertThat(e.errors().get(0).message()).contains(why);
    assertThat(visits()).isEqualTo(before);
  }

  private List<Visit> visits() {
    return world.store.read(tx -> tx.visits().all(VisitQuery.builder().build()));
  }
}
