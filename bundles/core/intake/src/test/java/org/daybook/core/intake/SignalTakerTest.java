package org.daybook.core.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.daybook.api.access.Actor;
import org.daybook.api.directory.Site;
import org.daybook.api.error.FieldError;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.notice.Notice;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.source.IntakeResult;
import org.daybook.api.source.SignalKind;
import org.daybook.api.source.TaskIntake;
import org.daybook.api.source.TaskSignal;
import org.daybook.api.store.AuditQuery;
import org.daybook.api.store.PageRequest;
import org.daybook.api.store.Repository;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;
import org.daybook.api.task.Occurrence;
import org.daybook.api.task.Priority;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.Examples;
import org.junit.Test;

public class SignalTakerTest {
  private final Bench bench = new Bench();

  @Test
  public void aNewSignalBecomesATaskOfTheClientAndItsEquipment() {
    IntakeResult result = accept(raised("1"));

    Task task = bench.task();
    assertThat(result).isEqualTo(new IntakeResult(1, 0, 0, List.of(task.id())));
    assertThat(task.clientId()).isEqualTo(Examples.CLIENT_ID);
    assertThat(task.assetId()).contains(Examples.ASSET_ID);
    assertThat(task.source()).isEqualTo("monitoring");
    assertThat(task.externalId()).contains("DiskAlmostFull/buh-1");
    assertThat(task.title()).isEqualTo("Диск C: заполнен на 95 %");
    assertThat(task.priority()).isEqualTo(Priority.HIGH);
    assertThat(task.state()).isEqualTo(TaskState.NEW);
    assertThat(task.engineerId()).contains(Examples.ENGINEER_ID);
    assertThat(task.createdAt()).isEqualTo(Examples.NOW);
    Occurrence occurrence = bench.occurrences().get(0);
    assertThat(occurrence.taskId()).contains(task.id());
    assertThat(occurrence.fault()).isTrue();
    assertThat(occurrence.clientHint()).isEqualTo("romashka");
    assertThat(occurrence.raisedAt()).isEqualTo(Examples.signal().occurredAt().orElseThrow());
  }

  @Test
  public void theAuditTrailNamesTheSource() {
    accept(raised("1"));

    assertThat(
            bench
                .store
                .read(
                    tx ->
                        tx.audit(
                            AuditQuery.builder().kind("task").build(),
                            new PageRequest(10, Optional.empty(), false)))
                .items())
        .extracting("actorId")
        .containsExactly("source:monitoring");
  }

  @Test
  public void aRepeatAddsNothing() {
    accept(raised("1"));
    long version = bench.task().version();

    IntakeResult result = accept(raised("1"));

    assertThat(result).isEqualTo(new IntakeResult(0, 1, 0, List.of(bench.task().id())));
    assertThat(bench.task().version()).isEqualTo(version);
    assertThat(bench.occurrences()).hasSize(1);
  }

  @Test
  public void aRepeatWithinOneMessageAddsNothing() {
    IntakeResult result = accept(raised("1"), raised("1"));

    assertThat(result.taken()).isEqualTo(1);
    assertThat(result.repeated()).isEqualTo(1);
    assertThat(bench.tasks()).hasSize(1);
  }

  @Test
  public void aNewOccurrenceOfAnOpenTaskIsCountedOnIt() {
    accept(raised("1"));

    IntakeResult result = accept(raised("2"));

    assertThat(result.taken()).isEqualTo(1);
    assertThat(bench.task().occurrences()).isEqualTo(2);
    assertThat(bench.occurrences()).hasSize(2);
  }

  @Test
  public void aNewOccurrenceOfATaskThatIsOverIsANewTask() {
    accept(raised("1"));
    accept(cleared("1"));

    accept(raised("2"));

    assertThat(bench.tasks())
        .extracting(Task::state)
        .containsExactly(TaskState.SELF_RECOVERED, TaskState.NEW);
    assertThat(bench.tasks()).extracting(Task::occurrences).containsExactly(1, 1);
  }

  @Test
  public void aNewOccurrenceAtAnotherClientIsATaskOfThatClient() {
    addVasilek();
    accept(raised("1"));

    accept(raised("2").toBuilder().client("vasilek").build());

    assertThat(bench.tasks()).extracting(Task::clientId).containsExactly(Examples.CLIENT_ID, "c2");
  }

  @Test
  public void recoveryEndsTheTask() {
    accept(raised("1"));
    bench.clock.set(Examples.NOW.plusSeconds(60));

    IntakeResult result = accept(cleared("1"));

    assertThat(result).isEqualTo(new IntakeResult(1, 0, 0, List.of(bench.task().id())));
    assertThat(bench.task().state()).isEqualTo(TaskState.SELF_RECOVERED);
    assertThat(bench.task().finishedAt()).contains(Examples.NOW.plusSeconds(60));
    assertThat(bench.occurrences().get(0).clearedAt()).contains(Examples.NOW.plusSeconds(60));
    assertThat(accept(cleared("1")).repeated()).isEqualTo(1);
  }

  @Test
  public void recoveryOfOneOccurrenceLeavesATaskThatAnotherStandsFor() {
    accept(raised("1"));
    accept(raised("2", Examples.NOW));

    accept(cleared("1"));
    assertThat(bench.task().state()).isEqualTo(TaskState.NEW);

    accept(cleared("2"));
    assertThat(bench.task().state()).isEqualTo(TaskState.SELF_RECOVERED);
  }

  @Test
  public void recoveryOfAnOccurrenceEndsThoseBeforeIt() {
    accept(raised("1"));
    accept(raised("2", Examples.NOW));
    accept(raised("3", Examples.NOW.plusSeconds(1)));

    IntakeResult result = accept(cleared("2"));

    assertThat(result).isEqualTo(new IntakeResult(1, 0, 0, List.of(bench.task().id())));
    assertThat(bench.occurrences())
        .filteredOn(each -> each.clearedAt().isEmpty())
        .extracting(Occurrence::occurrence)
        .containsExactly("3");
  }

  @Test
  public void recoveryOfAnOccurrenceThatIsNotKnownEndsThoseBeforeIt() {
    accept(raised("1"));
    accept(raised("2", Examples.NOW));
    TaskSignal end =
        cleared("restarted").toBuilder().occurredAt(Examples.NOW.minusSeconds(1)).build();

    assertThat(accept(end).taken()).isEqualTo(1);
    assertThat(bench.task().state()).isEqualTo(TaskState.NEW);

    assertThat(accept(end.toBuilder().occurredAt(Examples.NOW.plusSeconds(1)).build()).taken())
        .isEqualTo(1);
    assertThat(bench.task().state()).isEqualTo(TaskState.SELF_RECOVERED);
  }

  @Test
  public void recoveryLeavesWhatStandsAtAnotherClient() {
    addVasilek();
    accept(raised("1"));
    accept(raised("2", Examples.NOW).toBuilder().client("vasilek").build());

    accept(cleared("2").toBuilder().client("vasilek").build());

    assertThat(bench.tasks())
        .extracting(Task::state)
        .containsExactly(TaskState.NEW, TaskState.SELF_RECOVERED);
  }

  @Test
  public void recoveryLeavesATaskThatGotAnotherOccurrenceWhileItWasWaitedFor() {
    accept(raised("1"));
    Occurrence another =
        bench.occurrences().get(0).toBuilder().id("another").occurrence("2").version(0).build();
    Store store = new ContendedStore(bench.store, tx -> tx.occurrences().insert(another));
    SignalTaker taker = new SignalTaker(store, bench.notices, bench.clock, Words.in("en"));

    taker.take(Sender.machine("monitoring"), List.of(cleared("1")));

    assertThat(bench.occurrences()).hasSize(2);
    assertThat(bench.task().state()).isEqualTo(TaskState.NEW);
  }

  @Test
  public void recoveryOfWhatSomebodyHasDoneClearsTheFaultOnly() {
    accept(raised("1"));
    bench.store.prepare(
        tx ->
            tx.tasks()
                .update(
                    bench.task().toBuilder()
                        .state(TaskState.DONE)
                        .finishedAt(Examples.NOW)
                        .build()));

    assertThat(accept(cleared("1")).taken()).isEqualTo(1);

    assertThat(bench.task().state()).isEqualTo(TaskState.DONE);
    assertThat(bench.occurrences().get(0).clearedAt()).isPresent();
  }

  @Test
  public void recoveryOfWhatWasNeverRaisedDoesNothing() {
    IntakeResult result = accept(cleared("1"));

    assertThat(result).isEqualTo(new IntakeResult(0, 1, 0, List.of()));
    assertThat(bench.occurrences()).isEmpty();
  }

  @Test
  public void recoveryEndsFromEveryOpenState() {
    for (TaskState state : TaskState.values()) {
      if (!state.isFinal()) {
        Bench each = new Bench();
        each.monitoring.accept(List.of(raised("1")));
        each.store.prepare(tx -> tx.tasks().update(each.task().toBuilder().state(state).build()));
        each.monitoring.accept(List.of(cleared("1")));
        assertThat(each.task().state()).as("from %s", state).isEqualTo(TaskState.SELF_RECOVERED);
      }
    }
  }

  @Test
  public void aSourceThatCannotTellOccurrencesGetsOneAtATime() {
    accept(raised(""));
    assertThat(accept(raised("")).repeated()).isEqualTo(1);
    assertThat(accept(cleared("")).taken()).isEqualTo(1);
    assertThat(bench.task().state()).isEqualTo(TaskState.SELF_RECOVERED);

    assertThat(accept(raised("")).taken()).isEqualTo(1);

    assertThat(bench.tasks())
        .extracting(Task::state)
        .containsExactly(TaskState.SELF_RECOVERED, TaskState.NEW);
    assertThat(bench.occurrences()).extracting(Occurrence::occurrence).containsExactly("#1", "#2");
  }

  @Test
  public void whatTwoClientsCallTheSameIsNotTheSame() {
    addVasilek();
    TaskSignal theirs = raised("").toBuilder().client("vasilek").asset("").build();
    accept(raised(""));

    assertThat(accept(theirs).taken()).isEqualTo(1);
    assertThat(accept(theirs, raised("")).repeated()).isEqualTo(2);
    assertThat(bench.tasks()).extracting(Task::clientId).containsExactly(Examples.CLIENT_ID, "c2");

    accept(cleared("").toBuilder().client("V").build());

    assertThat(bench.tasks())
        .extracting(Task::state)
        .containsExactly(TaskState.NEW, TaskState.SELF_RECOVERED);
    assertThat(accept(cleared("").toBuilder().client("vasilek").build()).repeated()).isEqualTo(1);
    assertThat(bench.tasks().get(0).state()).isEqualTo(TaskState.NEW);
  }

  @Test
  public void whatTwoUnknownClientsCallTheSameIsNotTheSame() {
    accept(raised("").toBuilder().client("Лютик").build());

    assertThat(accept(raised("").toBuilder().client(" ЛЮТИК").build()).repeated()).isEqualTo(1);
    assertThat(accept(raised("").toBuilder().client("Пион").build()).taken()).isEqualTo(1);
    assertThat(bench.occurrences()).extracting(Occurrence::occurrence).containsExactly("#1", "#2");
  }

  @Test
  public void aTicketWhoseClientWasCorrectedIsTheSame() {
    addVasilek();
    TaskSignal ticket = raised("").toBuilder().unique(true).asset("").build();
    accept(ticket);

    assertThat(accept(ticket.toBuilder().client("vasilek").build()).repeated()).isEqualTo(1);
    accept(cleared("").toBuilder().unique(true).client("vasilek").build());

    assertThat(bench.task().state()).isEqualTo(TaskState.SELF_RECOVERED);
  }

  @Test
  public void whoNamesNoClientMeansWhateverStands() {
    accept(raised(""));

    assertThat(accept(raised("").toBuilder().client("").build()).repeated()).isEqualTo(1);
    accept(cleared("").toBuilder().client("").build());

    assertThat(bench.task().state()).isEqualTo(TaskState.SELF_RECOVERED);
  }

  @Test
  public void aConditionWithALongHistoryIsStillKnown() {
    for (int i = 1; i <= 30; i++) {
      accept(raised("" + i));
      accept(cleared("" + i));
    }

    assertThat(accept(raised("1")).repeated()).isEqualTo(1);
    assertThat(accept(raised("")).taken()).isEqualTo(1);
    assertThat(accept(raised("")).repeated()).isEqualTo(1);
    assertThat(bench.occurrences()).extracting(Occurrence::occurrence).contains("#31");
  }

  @Test
  public void anUpdateChangesDescriptionAndPriority() {
    accept(raised("1"));

    TaskSignal update =
        raised("1").toBuilder()
            .kind(SignalKind.UPDATED)
            .description("Осталось 2 ГБ")
            .priority(Priority.URGENT)
            .build();

    assertThat(accept(update).taken()).isEqualTo(1);
    assertThat(bench.task().description()).isEqualTo("Осталось 2 ГБ");
    assertThat(bench.task().priority()).isEqualTo(Priority.URGENT);
    assertThat(accept(update).repeated()).isEqualTo(1);
  }

  @Test
  public void anUpdateLeavesWhatAPersonChangedSince() {
    accept(raised("1"));
    bench.store.prepare(
        tx -> tx.tasks().update(bench.task().toBuilder().priority(Priority.LOW).build()));

    accept(raised("1").toBuilder().kind(SignalKind.UPDATED).description("Осталось 2 ГБ").build());

    assertThat(bench.task().priority()).isEqualTo(Priority.LOW);
    assertThat(bench.task().description()).isEqualTo("Осталось 2 ГБ");
  }

  @Test
  public void anUpdateOfWhatIsNotKnownRaisesIt() {
    accept(raised("1").toBuilder().kind(SignalKind.UPDATED).build());

    assertThat(bench.task().state()).isEqualTo(TaskState.NEW);
  }

  @Test
  public void aSignalOfNoKnownClientIsKeptAndTold() {
    IntakeResult result = accept(raised("1").toBuilder().client("Лютик").build());

    assertThat(result).isEqualTo(new IntakeResult(1, 0, 1, List.of()));
    assertThat(bench.tasks()).isEmpty();
    Occurrence kept = bench.occurrences().get(0);
    assertThat(kept.clientId()).isEmpty();
    assertThat(kept.clientHint()).isEqualTo("Лютик");
    assertThat(kept.assetHint()).isEqualTo("buh-1");
    assertThat(bench.notices.standing(NoticeKind.UNASSIGNED_SIGNAL, "signal:monitoring:лютик"))
        .hasValueSatisfying(
            notice ->
                assertThat(notice.subject())
                    .isEqualTo(
                        "The source monitoring sent a signal for 'Лютик', which is no client: "
                            + raised("1").title()));
  }

  @Test
  public void aSignalOfNoKnownClientIsToldInTheLanguageOfTheStaff() {
    SignalTaker russian = new SignalTaker(bench.store, bench.notices, bench.clock, Words.in("ru"));
    TaskSignal signal = raised("1").toBuilder().title("{0} 'диск' {").build();
    TaskIntake intake = new PluginIntake(russian, bench.registry, "monitoring");
    intake.accept(List.of(signal.toBuilder().client("Лютик").build()));
    intake.accept(List.of(signal.toBuilder().externalId("2").client("").build()));
    assertThat(bench.notices.all())
        .extracting(Notice::subject)
        .containsExactlyInAnyOrder(
            "Источник monitoring прислал сигнал для «Лютик», а такого клиента нет: {0} 'диск' {",
            "Источник monitoring прислал сигнал, не назвав клиента: {0} 'диск' {");
  }

  @Test
  public void anUnassignedSignalIsAssignedByARepeatOnceItsClientIsKnown() {
    TaskSignal signal = raised("1").toBuilder().client("vasilek").asset("").build();
    accept(signal);
    assertThat(accept(signal).repeated()).isEqualTo(1);
    bench.store.prepare(
        tx ->
            tx.clients()
                .insert(Examples.client().toBuilder().id("c2").code("vasilek").name("V").build()));

    assertThat(accept(signal).taken()).isEqualTo(1);

    assertThat(bench.task().clientId()).isEqualTo("c2");
    assertThat(bench.occurrences().get(0).taskId()).contains(bench.task().id());
    assertThat(bench.notices.standing()).isEmpty();
  }

  @Test
  public void anUnassignedSignalIsAssignedByAnUpdateOnceItsClientIsKnown() {
    TaskSignal signal = raised("1").toBuilder().client("vasilek").asset("").build();
    accept(signal);
    TaskSignal update =
        signal.toBuilder().kind(SignalKind.UPDATED).description("Осталось 2 ГБ").build();
    assertThat(accept(update)).isEqualTo(new IntakeResult(1, 0, 1, List.of()));
    bench.store.prepare(
        tx ->
            tx.clients()
                .insert(Examples.client().toBuilder().id("c2").code("vasilek").name("V").build()));

    accept(update.toBuilder().description("Осталось 1 ГБ").build());

    assertThat(bench.task().clientId()).isEqualTo("c2");
    assertThat(bench.task().description()).isEqualTo("Осталось 1 ГБ");
    assertThat(bench.notices.standing()).isEmpty();
  }

  @Test
  public void clientsAreFoundByCodeOrNameIgnoringCase() {
    for (String client : List.of("ROMASHKA", "ооо «ромашка»", " romashka ")) {
      Bench each = new Bench();
      each.monitoring.accept(List.of(raised("1").toBuilder().client(client).build()));
      assertThat(each.tasks()).as(client).hasSize(1);
    }
  }

  @Test
  public void theSignalOfAClientWithoutContractIsUnassigned() {
    bench.store.prepare(
        tx -> tx.clients().update(Examples.client().toBuilder().version(1).active(false).build()));

    assertThat(accept(raised("1")).unassigned()).isEqualTo(1);
  }

  @Test
  public void equipmentIsFoundByHostnameWithOrWithoutPortOrByInventoryNumber() {
    for (String asset : List.of("BUH-1", "buh-1:9100", "inv-0001")) {
      Bench each = new Bench();
      each.monitoring.accept(List.of(raised("1").toBuilder().asset(asset).build()));
      assertThat(each.task().assetId()).as(asset).contains(Examples.ASSET_ID);
    }
  }

  @Test
  public void unknownEquipmentOfAKnownClientLeavesATaskWithoutEquipment() {
    accept(raised("1").toBuilder().asset("srv-99:9100").build());

    assertThat(bench.task().assetId()).isEmpty();
    assertThat(bench.occurrences().get(0).assetHint()).isEqualTo("srv-99:9100");
  }

  @Test
  public void aNewTaskJoinsTheVisitThatIsUnderWay() {
    visitIs(VisitState.ON_SITE);

    accept(raised("1"));

    assertThat(bench.task().state()).isEqualTo(TaskState.PLANNED);
    assertThat(bench.task().visitId()).contains(Examples.VISIT_ID);
    assertThat(bench.task().engineerId()).contains(Examples.ENGINEER_ID);
  }

  @Test
  public void whatIsMeantForAVisitComesOntoItWithItsPriorityUntilItIsClosed() {
    for (VisitState state : VisitState.values()) {
      Bench each = new Bench();
      each.store.prepare(
          tx -> tx.visits().update(Examples.visit().toBuilder().version(1).state(state).build()));
      TaskSignal wish =
          raised("1").toBuilder().visitId(Examples.VISIT_ID).priority(Priority.URGENT).build();
      boolean over =
          state.isClosed() || state == VisitState.MISSED || state == VisitState.CANCELLED;
      if (over) {
        assertThatThrownBy(() -> each.monitoring.accept(List.of(wish)))
            .as("%s", state)
            .hasMessageContaining("visitId");
      } else {
        each.monitoring.accept(List.of(wish));
        assertThat(each.task().visitId()).as("%s", state).contains(Examples.VISIT_ID);
        assertThat(each.task().priority()).isEqualTo(Priority.URGENT);
        assertThat(each.task().state()).isEqualTo(TaskState.PLANNED);
      }
    }
  }

  @Test
  public void aNewTaskJoinsNoOtherVisit() {
    for (VisitState state : VisitState.values()) {
      if (state != VisitState.ON_SITE) {
        Bench each = new Bench();
        each.store.prepare(
            tx -> tx.visits().update(Examples.visit().toBuilder().version(1).state(state).build()));
        each.monitoring.accept(List.of(raised("1")));
        assertThat(each.task().state()).as("while %s", state).isEqualTo(TaskState.NEW);
        assertThat(each.task().visitId()).isEmpty();
      }
    }
  }

  @Test
  public void anEmergencyUnderWayTakesOnlyWhatIsUrgentOrMeantForIt() {
    for (Priority priority : Priority.values()) {
      Bench each = new Bench();
      each.store.prepare(
          tx ->
              tx.visits()
                  .update(
                      Examples.visit().toBuilder()
                          .version(1)
                          .kind(VisitKind.EMERGENCY)
                          .state(VisitState.ON_SITE)
                          .build()));
      TaskSignal signal = raised("1").toBuilder().priority(priority).build();
      each.monitoring.accept(List.of(signal));
      assertThat(each.task().state())
          .as("%s", priority)
          .isEqualTo(priority == Priority.URGENT ? TaskState.PLANNED : TaskState.NEW);

      each.monitoring.accept(
          List.of(signal.toBuilder().externalId("meant").visitId(Examples.VISIT_ID).build()));
      assertThat(each.tasks())
          .filteredOn(task -> task.externalId().equals(Optional.of("meant")))
          .extracting(Task::state)
          .containsExactly(TaskState.PLANNED);
    }
  }

  @Test
  public void whatIsNotUrgentJoinsThePlannedVisitBesideAnEmergency() {
    visitIs(VisitState.ON_SITE);
    bench.store.prepare(
        tx ->
            tx.visits()
                .insert(
                    Examples.visit().toBuilder()
                        .id("emergency")
                        .kind(VisitKind.EMERGENCY)
                        .state(VisitState.ON_SITE)
                        .plannedFor(Examples.NOW.minusSeconds(60))
                        .build()));

    accept(raised("1"));

    assertThat(bench.task().visitId()).contains(Examples.VISIT_ID);
  }

  @Test
  public void aTaskForEquipmentElsewhereDoesNotJoinTheVisit() {
    visitIs(VisitState.ON_SITE);
    bench.store.prepare(
        tx -> {
          Site other = Examples.site().toBuilder().id("site-2").name("Склад").build();
          tx.sites().insert(other);
          tx.assets()
              .insert(
                  Examples.asset().toBuilder()
                      .id("asset-2")
                      .siteId("site-2")
                      .hostname("sklad-1")
                      .inventoryNumber("INV-0002")
                      .build());
        });

    accept(raised("1").toBuilder().asset("sklad-1").build());

    assertThat(bench.task().state()).isEqualTo(TaskState.NEW);
  }

  @Test
  public void everyBrokenRuleIsNamedAndNothingIsKept() {
    TaskSignal bad =
        raised("1").toBuilder()
            .externalId(" ")
            .title("x".repeat(301))
            .description("x".repeat(10_001))
            .client("a\0b")
            .occurrence("x".repeat(201))
            .asset("x".repeat(201))
            .dueAt(Instant.MAX)
            .occurredAt(Instant.MIN)
            .build();

    InvalidInputException refused =
        catchThrowableOfType(InvalidInputException.class, () -> accept(raised("1"), bad));

    assertThat(refused.errors())
        .extracting(FieldError::field)
        .containsExactly(
            "[1].externalId",
            "[1].occurrence",
            "[1].client",
            "[1].asset",
            "[1].title",
            "[1].description",
            "[1].dueAt",
            "[1].occurredAt");
    assertThat(bench.tasks()).isEmpty();
    assertThat(bench.occurrences()).isEmpty();
  }

  @Test
  public void aHundredErrorsAreNamedAndNoMore() {
    TaskSignal bad = raised("1").toBuilder().externalId("").title("").asset("\0").build();
    TaskSignal[] many = Collections.nCopies(5000, bad).toArray(TaskSignal[]::new);

    InvalidInputException refused =
        catchThrowableOfType(InvalidInputException.class, () -> accept(many));

    assertThat(refused.errors()).hasSize(100);
  }

  @Test
  public void halfASurrogatePairIsRefusedAndAWholeOneIsNot() {
    assertThatThrownBy(() -> accept(raised("1").toBuilder().title("Диск \ud83d").build()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("[0].title");
    accept(raised("1").toBuilder().title("Диск 😀").build());
    assertThat(bench.task().title()).isEqualTo("Диск 😀");
  }

  @Test
  public void onlyARecoveryNeedsNoTitle() {
    assertThatThrownBy(() -> accept(raised("1").toBuilder().title(" ").build()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("[0].title: is missing");
    accept(cleared("1").toBuilder().title("").build());
  }

  @Test
  public void whatASignalRefersToMustExist() {
    assertThatThrownBy(() -> accept(raised("1").toBuilder().visitId("nowhere").build()))
        .hasMessageContaining("[0].visitId");
    assertThatThrownBy(() -> accept(raised("1").toBuilder().projectId("nowhere").build()))
        .hasMessageContaining("[0].projectId");
    assertThatThrownBy(() -> accept(raised("1").toBuilder().engineerId("nobody").build()))
        .hasMessageContaining("[0].engineerId");
    assertThat(bench.occurrences()).isEmpty();
  }

  @Test
  public void theSameSignalOnManyThreadsMakesOneTask() throws Exception {
    together(thread -> () -> accept(raised("1")));

    assertThat(bench.tasks()).hasSize(1);
    assertThat(bench.task().occurrences()).isEqualTo(1);
  }

  @Test
  public void firstOccurrencesOfOneConditionOnManyThreadsMakeOneTask() throws Exception {
    together(thread -> () -> accept(raised("" + thread)));

    assertThat(bench.task().occurrences()).isEqualTo(8);
    assertThat(bench.occurrences()).hasSize(8);
  }

  @Test
  public void whoeverIsOvertakenLooksAgain() {
    OvertakenStore overtaken = new OvertakenStore(bench.store, 4);
    SignalTaker taker = new SignalTaker(overtaken, bench.notices, bench.clock, Words.in("en"));

    assertThat(taker.take(Sender.machine("monitoring"), List.of(raised("1"))).taken()).isEqualTo(1);
  }

  @Test
  public void whoeverIsAlwaysOvertakenIsToldToComeAgain() {
    OvertakenStore overtaken = new OvertakenStore(bench.store, 1000);
    SignalTaker taker = new SignalTaker(overtaken, bench.notices, bench.clock, Words.in("en"));

    assertThatThrownBy(() -> taker.take(Sender.machine("monitoring"), List.of(raised("1"))))
        .isInstanceOf(UnavailableException.class);
  }

  @Test
  public void withoutStorageNothingIsTaken() {
    bench.store.failNextCommit();

    assertThatThrownBy(() -> accept(raised("1"))).isInstanceOf(UnavailableException.class);
    assertThat(bench.tasks()).isEmpty();

    assertThat(accept(raised("1")).taken()).isEqualTo(1);
  }

  private IntakeResult accept(TaskSignal... signals) {
    return bench.monitoring.accept(List.of(signals));
  }

  private void addVasilek() {
    bench.store.prepare(
        tx ->
            tx.clients()
                .insert(Examples.client().toBuilder().id("c2").code("vasilek").name("V").build()));
  }

  private void visitIs(VisitState state) {
    bench.store.prepare(
        tx -> tx.visits().update(Examples.visit().toBuilder().version(1).state(state).build()));
  }

  private static TaskSignal raised(String occurrence) {
    return Examples.signal().toBuilder().occurrence(occurrence).build();
  }

  private static TaskSignal raised(String occurrence, Instant at) {
    return raised(occurrence).toBuilder().occurredAt(at).build();
  }

  private static TaskSignal cleared(String occurrence) {
    return raised(occurrence).toBuilder()
        .kind(SignalKind.CLEARED)
        .occurredAt(Optional.empty())
        .build();
  }

  private static void together(Function<Integer, Callable<?>> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        all.add(threads.submit(work.apply(i)));
      }
      for (Future<?> each : all) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** Somebody else stores something while one waits for the lock of a task. */
  private record ContendedStore(Store store, Consumer<Transaction> other) implements Store {
    @Override
    public <T> T inTransaction(Actor actor, Function<Transaction, T> work) {
      return store.inTransaction(actor, tx -> work.apply(contended(tx)));
    }

    @Override
    public <T> T read(Function<Transaction, T> work) {
      return store.read(work);
    }

    private Transaction contended(Transaction tx) {
      return (Transaction)
          Proxy.newProxyInstance(
              Transaction.class.getClassLoader(),
              new Class<?>[] {Transaction.class},
              (proxy, method, args) ->
                  method.getName().equals("tasks") ? contendedTasks(tx) : method.invoke(tx, args));
    }

    private Object contendedTasks(Transaction tx) {
      return Proxy.newProxyInstance(
          Repository.class.getClassLoader(),
          new Class<?>[] {Repository.class},
          (proxy, method, args) -> {
            if (method.getName().equals("findForUpdate")) {
              other.accept(tx);
            }
            return method.invoke(tx.tasks(), args);
          });
    }
  }

  /** Refuses the first commits, as a database does when somebody else stored the same. */
  private static final class OvertakenStore implements Store {
    private final Store store;
    private int times;

    OvertakenStore(Store store, int times) {
      this.store = store;
      this.times = times;
    }

    @Override
    public <T> T inTransaction(Actor actor, Function<Transaction, T> work) {
      return store.inTransaction(
          actor,
          tx -> {
            T result = work.apply(tx);
            if (times-- > 0) {
              throw new RefusedException("Another occurrence has this key.");
            }
            return result;
          });
    }

    @Override
    public <T> T read(Function<Transaction, T> work) {
      return store.read(work);
    }
  }
}
