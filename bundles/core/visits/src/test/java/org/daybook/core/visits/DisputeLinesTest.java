package org.daybook.core.visits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.daybook.api.directory.Site;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.dispute.DisputeState;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.ClosedVisit.Disputed;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.Examples;
import org.junit.Before;
import org.junit.Test;

/** The client reads of each dispute until it is decided, and once more after each step. */
public final class DisputeLinesTest {

  private static final Instant PREVIOUS = Examples.NOW.minus(Duration.ofDays(14));

  private final VisitsFixture world = new VisitsFixture();

  @Before
  public void theVisitBefore() {
    world.add(Examples.task());
    world.put(tx -> tx.visits().insert(earlier("visit-0")));
  }

  @Test
  public void anUndecidedOneIsToldHoweverOldItIs() {
    put("opened", DisputeState.OPENED, PREVIOUS.minusSeconds(99), dispute -> dispute);
    put("reviewed", DisputeState.UNDER_REVIEW, PREVIOUS.minusSeconds(98), dispute -> dispute);
    assertThat(world.view().disputes())
        .extracting(Disputed::id)
        .containsExactly("opened", "reviewed");
  }

  @Test
  public void whatWasDecidedOrClosedIsToldOnceMore() {
    for (DisputeState state : DisputeState.values()) {
      if (state.isDecided()) {
        put("new-" + state, state, PREVIOUS.plusSeconds(1), dispute -> dispute);
        put("told-" + state, state, PREVIOUS, dispute -> dispute);
      }
    }
    assertThat(world.view().disputes())
        .extracting(Disputed::id)
        .containsExactlyInAnyOrder("new-UPHELD", "new-REJECTED", "new-WITHDRAWN", "new-CLOSED");
  }

  @Test
  public void theOutcomeAndTheTaskAreToldWithIt() {
    Instant openedAt = PREVIOUS.plusSeconds(5);
    put(
        "upheld",
        DisputeState.UPHELD,
        PREVIOUS.plusSeconds(60),
        dispute -> dispute.openedAt(openedAt).decision(DisputeState.UPHELD).outcome("Вы правы"));
    world.change(Examples.TASK_ID, task -> task.state(TaskState.DONE).finishedAt(Examples.NOW));
    assertThat(world.view().disputes())
        .containsExactly(
            new Disputed(
                "upheld",
                Examples.dispute().title(),
                openedAt,
                DisputeState.UPHELD,
                Optional.of(DisputeState.UPHELD),
                Optional.of("Вы правы"),
                TaskState.DONE));
  }

  @Test
  public void whatWasDecidedIsToldOfOneThatIsClosed() {
    put(
        "closed",
        DisputeState.CLOSED,
        PREVIOUS.plusSeconds(60),
        dispute -> dispute.decision(DisputeState.REJECTED));
    assertThat(world.view().disputes())
        .extracting(Disputed::decision)
        .containsExactly(Optional.of(DisputeState.REJECTED));
  }

  @Test
  public void viewsThatWereFrozenBeforeTheDecisionWasKeptAreStillRead() {
    put(
        "closed",
        DisputeState.CLOSED,
        PREVIOUS.plusSeconds(60),
        dispute -> dispute.decision(DisputeState.UPHELD));
    FrozenJson json = new FrozenJson();
    String now = json.write(world.view());
    assertThat(now).contains(",\"decision\":\"UPHELD\"");
    assertThat(json.read(now).disputes().get(0).decision()).contains(DisputeState.UPHELD);
    String before = now.replace(",\"decision\":\"UPHELD\"", "");
    Disputed read = json.read(before).disputes().get(0);
    assertThat(read.state()).isEqualTo(DisputeState.CLOSED);
    assertThat(read.decision()).isEmpty();
  }

  @Test
  public void onTheFirstVisitEverythingIsNew() {
    VisitsFixture first = new VisitsFixture();
    first.add(Examples.task());
    first.put(
        tx -> {
          tx.visits().insert(earlier("visit-0").toBuilder().departedAt(Optional.empty()).build());
          tx.disputes()
              .insert(
                  Examples.dispute().toBuilder()
                      .visitId("visit-0")
                      .state(DisputeState.CLOSED)
                      .stateAt(PREVIOUS.minus(Duration.ofDays(400)))
                      .build());
        });
    assertThat(first.view().disputes()).hasSize(1);
  }

  @Test
  public void theyStandInTheOrderInWhichTheyWereOpened() {
    put("b", DisputeState.OPENED, PREVIOUS, dispute -> dispute.openedAt(PREVIOUS.plusSeconds(2)));
    put("a", DisputeState.OPENED, PREVIOUS, dispute -> dispute.openedAt(PREVIOUS.plusSeconds(3)));
    put("c", DisputeState.OPENED, PREVIOUS, dispute -> dispute.openedAt(PREVIOUS.plusSeconds(1)));
    assertThat(world.view().disputes()).extracting(Disputed::id).containsExactly("c", "b", "a");
  }

  @Test
  public void thoseOfAnotherSiteOrClientAreNot() {
    world.put(
        tx -> {
          tx.sites()
              .insert(
                  Site.builder()
                      .id("site-2")
                      .clientId(Examples.CLIENT_ID)
                      .name("Склад")
                      .address("Полевая улица, 1")
                      .build());
          tx.visits().insert(earlier("visit-s").toBuilder().siteId("site-2").build());
        });
    put("elsewhere", DisputeState.OPENED, PREVIOUS, dispute -> dispute.visitId("visit-s"));
    put("other", DisputeState.OPENED, PREVIOUS, dispute -> dispute.clientId("client-other"));
    assertThat(world.view().disputes()).isEmpty();
  }

  @Test
  public void theyAreFrozenWithTheVisit() {
    put("opened", DisputeState.OPENED, PREVIOUS, dispute -> dispute);
    world.start();
    world.answerAllOk();
    world.change(Examples.TASK_ID, task -> task.state(TaskState.NOT_DONE).reason("Не успели"));
    world.close();
    world.put(
        tx ->
            tx.disputes()
                .update(
                    tx.disputes().find("opened").orElseThrow().toBuilder()
                        .state(DisputeState.UNDER_REVIEW)
                        .build()));
    Disputed frozen = world.view().disputes().get(0);
    assertThat(frozen.state()).isEqualTo(DisputeState.OPENED);
    assertThat(frozen.taskState()).isEqualTo(TaskState.CARRIED_OVER);
  }

  private void put(
      String id, DisputeState state, Instant stateAt, UnaryOperator<Dispute.Builder> how) {
    Dispute.Builder dispute =
        Examples.dispute().toBuilder()
            .id(id)
            .externalId(id)
            .visitId("visit-0")
            .state(state)
            .openedAt(stateAt)
            .stateAt(stateAt);
    world.put(tx -> tx.disputes().insert(how.apply(dispute).build()));
  }

  private static Visit earlier(String id) {
    return Examples.visit().toBuilder()
        .id(id)
        .state(VisitState.REPORTED)
        .plannedFor(PREVIOUS.minus(Duration.ofHours(5)))
        .arrivedAt(PREVIOUS.minus(Duration.ofHours(4)))
        .departedAt(PREVIOUS)
        .build();
  }
}
