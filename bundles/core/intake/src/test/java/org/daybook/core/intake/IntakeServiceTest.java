package org.daybook.core.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.error.FieldError;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.plugin.PluginResult;
import org.daybook.api.source.HookAnswer;
import org.daybook.api.source.HookRequest;
import org.daybook.api.source.SignalKind;
import org.daybook.api.source.SourceStatus;
import org.daybook.api.source.TaskRequest;
import org.daybook.api.source.TaskSignal;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.Examples;
import org.junit.Test;

public class IntakeServiceTest {
  private static final HookRequest REQUEST = new HookRequest(Map.of(), new byte[0]);

  private final Bench bench = new Bench();
  private final Bench.Source source = Bench.Source.pushed("monitoring");
  private final Bench.Hook hook =
      new Bench.Hook(
          "signal",
          "monitoring",
          (request, intake) -> HookAnswer.accepted(intake.accept(List.of(Examples.signal()))));

  @Test
  public void aMessageGoesThroughItsHookIntoTheStore() {
    deploy();

    HookAnswer answer = bench.intake.receive("signal", REQUEST);

    assertThat(answer.status()).isEqualTo(202);
    assertThat(bench.tasks()).hasSize(1);
    SourceStatus status = bench.intake.sources().get(0);
    assertThat(status.id()).isEqualTo("monitoring");
    assertThat(status.titleRu()).isEqualTo("Источник");
    assertThat(status.titleEn()).isEqualTo("Source");
    assertThat(status.state()).isEqualTo(SourceStatus.State.UP);
    assertThat(status.hooks()).containsExactly("signal");
    assertThat(status.signals()).isEqualTo(1);
    assertThat(status.lastSignalAt()).contains(Examples.NOW);
  }

  @Test
  public void aHookThatIsNotThereIsNotFound() {
    assertThatThrownBy(() -> bench.intake.receive("signal", REQUEST))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  public void theSendersOfAHookThatLeftAreToldToComeAgain() {
    deploy();
    bench.registry.removeHook(hook);
    bench.registry.removeSource(source);

    assertThatThrownBy(() -> bench.intake.receive("signal", REQUEST))
        .isInstanceOf(UnavailableException.class);
  }

  @Test
  public void aHookWithoutItsSourceIsUnavailable() {
    bench.registry.addHook(hook);

    assertThatThrownBy(() -> bench.intake.receive("signal", REQUEST))
        .isInstanceOf(UnavailableException.class)
        .hasMessage("The source monitoring is not there now.");
  }

  @Test
  public void aHookThatFailsIsASourceFaultUntilItSucceeds() {
    deploy();
    bench.intake.receive("signal", REQUEST);
    bench.runner.breakDown(hook, PluginResult.Kind.TIMED_OUT);

    assertThatThrownBy(() -> bench.intake.receive("signal", REQUEST))
        .isInstanceOf(UnavailableException.class);

    SourceStatus status = bench.intake.sources().get(0);
    assertThat(status.state()).isEqualTo(SourceStatus.State.FAULT);
    assertThat(status.lastFault()).hasValueSatisfying(f -> assertThat(f).contains("TIMED_OUT"));
    assertThat(status.lastFaultAt()).contains(Examples.NOW);
    Bench.untilTold();
    assertThat(bench.notices.standing(NoticeKind.SOURCE_FAULT, "source:monitoring"))
        .hasValueSatisfying(
            notice -> assertThat(notice.subject()).contains("org.example.plugin 1.0.0"));

    bench.runner.mend(hook);
    bench.intake.receive("signal", REQUEST);

    assertThat(bench.intake.sources().get(0).state()).isEqualTo(SourceStatus.State.UP);
    assertThat(bench.intake.sources().get(0).lastFault()).isPresent();
    Bench.untilTold();
    assertThat(bench.notices.standing()).isEmpty();
  }

  @Test
  public void aBrokenAnswerIsASourceFault() {
    bench.registry.addSource(source);
    bench.registry.addHook(new Bench.Hook("none", "monitoring", (request, intake) -> null));
    bench.registry.addHook(
        new Bench.Hook(
            "odd",
            "monitoring",
            (request, intake) -> new HookAnswer(42, "text/plain", new byte[0])));

    for (String name : List.of("none", "odd")) {
      assertThatThrownBy(() -> bench.intake.receive(name, REQUEST))
          .isInstanceOf(UnavailableException.class);
      assertThat(bench.intake.sources().get(0).state()).isEqualTo(SourceStatus.State.FAULT);
    }
  }

  @Test
  public void aMalformedMessageIsNoFaultOfTheSource() {
    bench.registry.addSource(source);
    bench.registry.addHook(
        new Bench.Hook(
            "signal",
            "monitoring",
            (request, intake) -> {
              throw new InvalidInputException("alerts", "is missing");
            }));

    assertThatThrownBy(() -> bench.intake.receive("signal", REQUEST))
        .isInstanceOf(InvalidInputException.class);
    assertThat(bench.intake.sources().get(0).state()).isEqualTo(SourceStatus.State.UP);
  }

  @Test
  public void withoutStorageTheSenderComesAgainAndTheSourceHasNoFault() {
    deploy();
    bench.store.failing(true);

    assertThatThrownBy(() -> bench.intake.receive("signal", REQUEST))
        .isInstanceOf(UnavailableException.class);
    assertThat(bench.intake.sources().get(0).state()).isEqualTo(SourceStatus.State.UP);
  }

  @Test
  public void aSourceThatLeftIsGoneAndComesBack() {
    deploy();
    bench.registry.removeSource(source);

    assertThat(bench.intake.sources().get(0).state()).isEqualTo(SourceStatus.State.GONE);

    bench.registry.addSource(source);
    assertThat(bench.intake.sources().get(0).state()).isEqualTo(SourceStatus.State.UP);
  }

  @Test
  public void aSourceWithoutANameIsShownByItsBundle() {
    bench.registry.addSource(Bench.Source.pushed("Not A Name"));

    SourceStatus status = bench.intake.sources().get(0);
    assertThat(status.id()).isEqualTo("org.example.plugin 1.0.0");
    assertThat(status.state()).isEqualTo(SourceStatus.State.FAULT);
  }

  @Test
  public void aTaskIsPutInByHand() {
    deployManagers();

    Task task = bench.intake.submit("managers", Examples.request(), Examples.MANAGER);

    assertThat(task).isEqualTo(bench.task());
    assertThat(task.source()).isEqualTo("managers");
    assertThat(task.title()).isEqualTo("Настроить принтер в приёмной");
    assertThat(task.state()).isEqualTo(TaskState.NEW);
  }

  @Test
  public void aRepeatByHandReturnsTheTaskThatIsThere() {
    deployManagers();
    TaskRequest request = Examples.request().toBuilder().externalId("form-1").build();

    Task first = bench.intake.submit("managers", request, Examples.MANAGER);
    Task second = bench.intake.submit("managers", request, Examples.MANAGER);

    assertThat(second).isEqualTo(first);
    assertThat(bench.tasks()).hasSize(1);
  }

  @Test
  public void aTaskByHandGoesOntoTheVisitItIsFor() {
    deployManagers();

    Task task =
        bench.intake.submit(
            "managers",
            Examples.request().toBuilder()
                .visitId(Examples.VISIT_ID)
                .projectId(Examples.PROJECT_ID)
                .build(),
            Examples.MANAGER);

    assertThat(task.state()).isEqualTo(TaskState.PLANNED);
    assertThat(task.visitId()).contains(Examples.VISIT_ID);
    assertThat(task.projectId()).contains(Examples.PROJECT_ID);
    assertThat(task.engineerId()).contains(Examples.ENGINEER_ID);
  }

  @Test
  public void whatIsNotKnownIsNamedAndNothingIsKept() {
    deployManagers();
    refuses(Examples.request().toBuilder().client("nobody").build(), "client");
    refuses(Examples.request().toBuilder().client("").build(), "client");
    refuses(Examples.request().toBuilder().asset("nothing").build(), "asset");
    refuses(Examples.request().toBuilder().visitId("never").build(), "visitId");
    refuses(
        Examples.request().toBuilder().projectId("none").engineerId("nobody").build(),
        "projectId",
        "engineerId");

    assertThat(bench.occurrences()).isEmpty();
    assertThat(bench.notices.all()).isEmpty();
  }

  @Test
  public void aVisitThatIsOverTakesNoTask() {
    deployManagers();
    for (VisitState over :
        List.of(VisitState.CLOSED, VisitState.REPORTED, VisitState.MISSED, VisitState.CANCELLED)) {
      bench.store.prepare(
          tx ->
              tx.visits()
                  .update(
                      tx.visits().find(Examples.VISIT_ID).orElseThrow().toBuilder()
                          .state(over)
                          .build()));
      refuses(Examples.request().toBuilder().visitId(Examples.VISIT_ID).build(), "visitId");
    }
  }

  @Test
  public void anotherClientsVisitAndProjectTakeNoTask() {
    deployManagers();
    bench.store.prepare(
        tx ->
            tx.clients()
                .insert(Examples.client().toBuilder().id("c2").code("vasilek").name("V").build()));
    TaskRequest.Builder request = Examples.request().toBuilder().client("vasilek");

    refuses(request.visitId(Examples.VISIT_ID).build(), "visitId");
    refuses(request.visitId(Optional.empty()).projectId(Examples.PROJECT_ID).build(), "projectId");
  }

  @Test
  public void anEngineerPutsNothingOnAnotherOnesVisit() {
    deployManagers();
    TaskRequest request = Examples.request().toBuilder().visitId(Examples.VISIT_ID).build();
    Actor other = new Actor("staff-other", "Другой Инженеров", Role.ENGINEER);

    assertThatThrownBy(() -> bench.intake.submit("managers", request, other))
        .isInstanceOf(ForbiddenException.class);
    assertThat(bench.occurrences()).isEmpty();
    assertThat(bench.intake.submit("managers", request, Examples.ENGINEER).visitId())
        .contains(Examples.VISIT_ID);
  }

  @Test
  public void anEntranceThatIsNotThereIsUnavailable() {
    assertThatThrownBy(() -> bench.intake.submit("managers", Examples.request(), Examples.MANAGER))
        .isInstanceOf(UnavailableException.class);
  }

  @Test
  public void whatAnEntranceRefusesIsRefused() {
    bench.registry.addSource(Bench.Source.pushed("managers"));
    bench.registry.addEntrance(
        new Bench.Entrance(
            "managers",
            (request, author) -> {
              throw new ForbiddenException("Not you.");
            }));

    assertThatThrownBy(() -> bench.intake.submit("managers", Examples.request(), Examples.SUPPORT))
        .isInstanceOf(ForbiddenException.class);
  }

  @Test
  public void anEntranceThatRaisesNothingIsASourceFault() {
    bench.registry.addSource(Bench.Source.pushed("managers"));
    bench.registry.addEntrance(
        new Bench.Entrance(
            "managers",
            (request, author) -> Examples.signal().toBuilder().kind(SignalKind.CLEARED).build()));

    assertThatThrownBy(() -> bench.intake.submit("managers", Examples.request(), Examples.MANAGER))
        .isInstanceOf(UnavailableException.class);
    Bench.untilTold();
    assertThat(bench.notices.standing(NoticeKind.SOURCE_FAULT, "source:managers")).isPresent();
  }

  private void deploy() {
    bench.registry.addSource(source);
    bench.registry.addHook(hook);
  }

  private void deployManagers() {
    bench.registry.addSource(Bench.Source.pushed("managers"));
    bench.registry.addEntrance(
        new Bench.Entrance("managers", (request, author) -> signal(request)));
  }

  private static TaskSignal signal(TaskRequest request) {
    return TaskSignal.builder()
        .kind(SignalKind.RAISED)
        .externalId(request.externalId().orElseGet(() -> java.util.UUID.randomUUID().toString()))
        .client(request.client().orElse(""))
        .asset(request.asset().orElse(""))
        .title(request.title().orElse(""))
        .visitId(request.visitId())
        .projectId(request.projectId())
        .engineerId(request.engineerId())
        .build();
  }

  private void refuses(TaskRequest request, String... fields) {
    InvalidInputException refused =
        catchThrowableOfType(
            InvalidInputException.class,
            () -> bench.intake.submit("managers", request, Examples.MANAGER));
    assertThat(refused).as("%s", request).isNotNull();
    assertThat(refused.errors()).extracting(FieldError::field).containsExactly(fields);
  }
}
