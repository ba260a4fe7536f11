package org.daybook.core.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.StaleVersionException;
import org.daybook.api.source.Assigned;
import org.daybook.api.source.IntakeResult;
import org.daybook.api.source.SignalKind;
import org.daybook.api.source.SignalMapping;
import org.daybook.api.source.TaskSignal;
import org.daybook.api.store.AuditQuery;
import org.daybook.api.store.PageRequest;
import org.daybook.api.store.SignalMappingQuery;
import org.daybook.api.task.Occurrence;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.testkit.Examples;
import org.junit.Test;

/** Signals of no known client: whose they are is said once, and remembered. */
public class SignalServiceTest {
  private static final OptionalLong ANY = OptionalLong.empty();

  private final Bench bench = new Bench();
  private final SignalService signals =
      new SignalService(bench.store, bench.notices, bench.clock, new Bench.Configured(1, 1, "en"));

  @Test
  public void everythingThatWaitsForTheSameClientBecomesTasksAtOnceAndCountsOnce() {
    accept(unknown("disk", "1"), unknown("disk", "2"), unknown("cpu", "1"));
    accept(unknown("other", "1").toBuilder().client("Vasilek HQ").build());

    Assigned assigned = assign(first(), Optional.empty());

    assertThat(assigned.signals()).isEqualTo(3);
    assertThat(bench.tasks()).extracting(Task::occurrences).containsExactlyInAnyOrder(2, 1);
    assertThat(assigned.taskIds()).hasSize(2);
    assertThat(bench.tasks())
        .allSatisfy(
            task -> {
              assertThat(task.clientId()).isEqualTo(Examples.CLIENT_ID);
              assertThat(task.source()).isEqualTo("monitoring");
              assertThat(task.state()).isEqualTo(TaskState.NEW);
            });
    assertThat(waiting()).extracting(Occurrence::externalId).containsExactly("other");
    assertThat(bench.notices.standing()).hasSize(1);
    assertThat(bench.notices.standing().get(0).key()).isEqualTo("signal:monitoring:vasilek hq");
  }

  @Test
  public void theNextSignalForThatClientArrivesAssignedWhateverTheCase() {
    accept(unknown("disk", "1"));
    assign(first(), Optional.empty());

    IntakeResult next =
        accept(
            unknown("cpu", "1").toBuilder().client("  ROMASHKA hq ").asset("buh-1:9100").build());

    assertThat(next.unassigned()).isZero();
    Task task = bench.tasks().get(1);
    assertThat(task.clientId()).isEqualTo(Examples.CLIENT_ID);
    assertThat(task.assetId()).contains(Examples.ASSET_ID);
    assertThat(bench.notices.standing()).isEmpty();
  }

  @Test
  public void aPieceOfEquipmentIsRememberedForBothNames() {
    accept(unknown("disk", "1"), unknown("cpu", "1").toBuilder().asset("db-8").build());

    Assigned assigned = assign(first(), Optional.of(Examples.ASSET_ID));

    assertThat(assigned.signals()).isEqualTo(1);
    assertThat(bench.task().assetId()).contains(Examples.ASSET_ID);
    assertThat(waiting()).extracting(Occurrence::assetHint).containsExactly("db-8");
    assertThat(bench.notices.standing()).as("the other one waits still").hasSize(1);
    assertThat(mapping().assetKey()).isEqualTo("db-7");
    accept(unknown("ram", "1"));
    assertThat(bench.tasks().get(1).assetId()).contains(Examples.ASSET_ID);
  }

  @Test
  public void aSignalWithoutAClientIsRememberedByItsEquipment() {
    accept(unknown("disk", "1").toBuilder().client("").build());
    accept(unknown("cpu", "1").toBuilder().client("").asset("db-8").build());

    assign(first(), Optional.empty());

    assertThat(mapping().clientKey()).isEmpty();
    assertThat(mapping().assetKey()).isEqualTo("db-7");
    assertThat(waiting()).hasSize(1);
    assertThat(accept(unknown("x", "1").toBuilder().client("").build()).unassigned()).isZero();
    assertThat(accept(unknown("y", "1").toBuilder().client("").asset("db-9").build()).unassigned())
        .isEqualTo(1);
  }

  @Test
  public void anotherSourceMeansSomethingElseByTheSameName() {
    accept(unknown("disk", "1"));
    assign(first(), Optional.empty());

    IntakeResult other =
        new PluginIntake(bench.taker, bench.registry, "rt").accept(List.of(unknown("disk", "1")));

    assertThat(other.unassigned()).isEqualTo(1);
  }

  @Test
  public void whatHasEndedMeanwhileIsATaskThatWentAwayByItself() {
    accept(unknown("disk", "1"));
    accept(cleared("disk", "1"));
    assertThat(waiting()).hasSize(1);
    bench.clock.advance(Duration.ofHours(1));

    assign(first(), Optional.empty());

    assertThat(bench.task().state()).isEqualTo(TaskState.SELF_RECOVERED);
    assertThat(bench.task().finishedAt()).contains(bench.clock.instant());
    accept(unknown("disk", "2"));
    assertThat(bench.tasks()).extracting(Task::state).contains(TaskState.NEW).hasSize(2);
  }

  @Test
  public void whatEndedAndCameAgainIsCountedAsIfItHadBeenKnown() {
    accept(unknown("disk", "1"));
    accept(cleared("disk", "1"));
    accept(unknown("disk", "2"));

    Assigned assigned = assign(first(), Optional.empty());

    assertThat(assigned.signals()).isEqualTo(2);
    assertThat(bench.tasks())
        .extracting(Task::state)
        .containsExactlyInAnyOrder(TaskState.SELF_RECOVERED, TaskState.NEW);
    accept(cleared("disk", "2"));
    assertThat(bench.tasks()).extracting(Task::state).containsOnly(TaskState.SELF_RECOVERED);
  }

  @Test
  public void whoeverSaidItIsInTheAuditTrail() {
    accept(unknown("disk", "1"));
    assign(first(), Optional.empty());

    for (String kind : List.of("task", "signal mapping")) {
      assertThat(
              bench
                  .store
                  .read(
                      tx ->
                          tx.audit(
                              AuditQuery.builder().kind(kind).build(),
                              new PageRequest(10, Optional.empty(), false)))
                  .items())
          .as(kind)
          .extracting("actorId")
          .containsExactly(Examples.MANAGER_ID);
    }
    assertThat(mapping().mappedBy()).isEqualTo(Examples.MANAGER_ID);
  }

  @Test
  public void aDismissedSignalIsKeptWithItsReasonAndItsRepeatsWakeNobody() {
    accept(unknown("disk", "1"));

    Occurrence dismissed = signals.dismiss(Examples.MANAGER, first(), ANY, " Проверка связи ");

    assertThat(dismissed.dismissal()).contains("Проверка связи");
    assertThat(dismissed.dismissedBy()).contains(Examples.MANAGER_ID);
    assertThat(dismissed.dismissedAt()).contains(Examples.NOW);
    assertThat(bench.notices.standing()).isEmpty();
    assertThat(accept(unknown("disk", "1"))).isEqualTo(new IntakeResult(0, 1, 0, List.of()));
    TaskSignal update =
        unknown("disk", "1").toBuilder().kind(SignalKind.UPDATED).description("хуже").build();
    assertThat(accept(update).unassigned()).isZero();
    assertThat(accept(cleared("disk", "1")).unassigned()).isZero();
    assertThat(bench.notices.standing()).isEmpty();
    assertThat(accept(unknown("disk", "2")).unassigned()).isEqualTo(1);
    assertThat(waiting()).hasSize(1);
  }

  @Test
  public void aMappingMakesNoTasksOfWhatWasDismissed() {
    accept(unknown("disk", "1"), unknown("cpu", "1"));
    signals.dismiss(Examples.MANAGER, first(), ANY, "лишнее");

    assertThat(assign(bench.occurrences().get(1).id(), Optional.empty()).signals()).isEqualTo(1);

    assertThat(bench.task().externalId()).contains("cpu");
  }

  @Test
  public void aForgottenMappingSaysNothingAndCanBeSaidAnew() {
    accept(unknown("disk", "1"));
    assign(first(), Optional.empty());
    signals.forget(Examples.ADMIN, mapping().id());
    signals.forget(Examples.ADMIN, mapping().id());
    assertThat(mapping().removed()).isTrue();

    assertThat(accept(unknown("cpu", "1")).unassigned()).isEqualTo(1);
    assign(waiting().get(0).id(), Optional.empty());

    assertThat(mapping().removed()).isFalse();
    assertThat(bench.tasks()).hasSize(2);
  }

  @Test
  public void aMappingToAClientWithoutContractSaysNothing() {
    accept(unknown("disk", "1"));
    assign(first(), Optional.empty());
    bench.store.prepare(
        tx -> tx.clients().update(Examples.client().toBuilder().version(1).active(false).build()));

    assertThat(accept(unknown("cpu", "1")).unassigned()).isEqualTo(1);
  }

  @Test
  public void equipmentThatIsGoneIsLookedUpByItsNameAgain() {
    accept(unknown("disk", "1"));
    assign(first(), Optional.of(Examples.ASSET_ID));
    bench.store.prepare(
        tx -> tx.assets().update(Examples.asset().toBuilder().version(1).retired(true).build()));

    accept(unknown("cpu", "1"));

    assertThat(bench.tasks().get(1).assetId()).isEmpty();
    assertThat(bench.tasks().get(1).clientId()).isEqualTo(Examples.CLIENT_ID);
  }

  @Test
  public void badInputNamesTheFieldAndChangesNothing() {
    accept(unknown("disk", "1"));
    String id = first();
    fails("clientId", () -> signals.assign(Examples.MANAGER, id, ANY, " ", Optional.empty()));
    fails("clientId", () -> signals.assign(Examples.MANAGER, id, ANY, "none", Optional.empty()));
    fails("assetId", () -> assign(id, Optional.of("none")));
    fails("reason", () -> signals.dismiss(Examples.MANAGER, id, ANY, " "));
    fails("reason", () -> signals.dismiss(Examples.MANAGER, id, ANY, "x".repeat(4001)));
    assertThatThrownBy(() -> assign("none", Optional.empty()))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> signals.forget(Examples.MANAGER, "none"))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> signals.dismiss(Examples.MANAGER, id, OptionalLong.of(9), "устарело"))
        .isInstanceOf(StaleVersionException.class);
    assertThat(waiting()).hasSize(1);
    assertThat(mappings()).isEmpty();
    assertThat(bench.tasks()).isEmpty();
  }

  @Test
  public void whatDoesNotWaitIsNeitherAssignedNorDismissed() {
    accept(unknown("disk", "1"), unknown("cpu", "1"));
    signals.dismiss(Examples.MANAGER, first(), ANY, "лишнее");
    String assigned = bench.occurrences().get(1).id();
    assign(assigned, Optional.empty());
    for (String id : List.of(first(), assigned)) {
      assertThatThrownBy(() -> assign(id, Optional.empty())).isInstanceOf(RefusedException.class);
      assertThatThrownBy(() -> signals.dismiss(Examples.MANAGER, id, ANY, "x"))
          .isInstanceOf(RefusedException.class);
    }
  }

  @Test
  public void onlyManagersSayWhoseSignalsAre() {
    accept(unknown("disk", "1"));
    String id = first();
    for (Role role : List.of(Role.ENGINEER, Role.SPECIALIST, Role.SUPPORT)) {
      Actor actor = new Actor(Examples.staff(role).id(), "Кто-то", role);
      assertThatThrownBy(() -> signals.assign(actor, id, ANY, Examples.CLIENT_ID, Optional.empty()))
          .isInstanceOf(ForbiddenException.class);
      assertThatThrownBy(() -> signals.dismiss(actor, id, ANY, "x"))
          .isInstanceOf(ForbiddenException.class);
      assertThatThrownBy(() -> signals.forget(actor, "any")).isInstanceOf(ForbiddenException.class);
    }
  }

  private static void fails(
      String field, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            thrown -> assertThat(thrown.errors()).extracting("field").containsExactly(field));
  }

  private IntakeResult accept(TaskSignal... all) {
    return bench.monitoring.accept(List.of(all));
  }

  private Assigned assign(String id, Optional<String> assetId) {
    return signals.assign(Examples.MANAGER, id, ANY, Examples.CLIENT_ID, assetId);
  }

  private String first() {
    return bench.occurrences().get(0).id();
  }

  private List<Occurrence> waiting() {
    return bench.occurrences().stream().filter(Occurrence::waits).toList();
  }

  private SignalMapping mapping() {
    return mappings().get(0);
  }

  private List<SignalMapping> mappings() {
    return bench.store.read(tx -> tx.signalMappings().all(SignalMappingQuery.everything()));
  }

  private static TaskSignal unknown(String condition, String occurrence) {
    return Examples.signal().toBuilder()
        .externalId(condition)
        .occurrence(occurrence)
        .client("Romashka HQ")
        .asset("db-7")
        .build();
  }

  private static TaskSignal cleared(String condition, String occurrence) {
    return unknown(condition, occurrence).toBuilder().kind(SignalKind.CLEARED).build();
  }
}
