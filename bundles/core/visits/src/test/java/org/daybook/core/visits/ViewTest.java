package org.daybook.core.visits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.daybook.api.access.Role;
import org.daybook.api.diary.Project;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.store.CheckQuery;
import org.daybook.api.store.FrozenVisit;
import org.daybook.api.task.Occurrence;
import org.daybook.api.task.Priority;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.api.task.TimeEntry;
import org.daybook.api.visit.Check;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.ClosedVisit.Device;
import org.daybook.api.visit.ClosedVisit.Reason;
import org.daybook.api.visit.ClosedVisit.VisitTask;
import org.daybook.api.visit.Verdict;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.ExampleVisit;
import org.daybook.testkit.Examples;
import org.junit.Test;

/** What the report is made of. */
public final class ViewTest {

  private static final Instant PREVIOUS = Examples.NOW.minus(Duration.ofDays(14));

  private final VisitsFixture world = new VisitsFixture();

  @Test
  public void namesEverybodyAndEveryMoment() {
    world.put(
        tx -> {
          tx.visits().insert(earlier("visit-0", VisitKind.PLANNED, PREVIOUS));
          tx.visits().insert(scheduled("visit-2", Examples.NOW.plus(Duration.ofDays(14))));
          tx.visits().insert(scheduled("visit-3", Examples.NOW.plus(Duration.ofDays(28))));
        });
    world.start();
    world.answerAllOk();
    world.clock.advance(Duration.ofHours(3));
    world.close();
    ClosedVisit view = world.view();
    assertThat(view.visitId()).isEqualTo(Examples.VISIT_ID);
    assertThat(view.client().name()).isEqualTo("ООО «Ромашка»");
    assertThat(view.client().language()).isEqualTo(Examples.RUSSIAN);
    assertThat(view.client().zone()).isEqualTo(Examples.ZONE);
    assertThat(view.site().address()).isEqualTo("Луговая улица, 5");
    assertThat(view.engineer()).isEqualTo(ExampleVisit.person(Role.ENGINEER));
    assertThat(view.manager()).contains(ExampleVisit.person(Role.MANAGER));
    assertThat(view.arrivedAt()).isEqualTo(Examples.NOW);
    assertThat(view.departedAt()).isEqualTo(world.clock.instant());
    assertThat(view.previousVisitAt()).contains(PREVIOUS);
    assertThat(view.nextVisitAt()).contains(Examples.NOW.plus(Duration.ofDays(14)));
  }

  @Test
  public void aFrozenVisitStaysAsItWas() {
    world.add(Examples.task());
    world.start();
    world.answerAllOk();
    world.change(Examples.TASK_ID, t -> t.state(TaskState.DONE).finishedAt(world.clock.instant()));
    world.close();
    ClosedVisit frozen = world.view();
    world.put(
        tx ->
            tx.clients()
                .update(
                    tx.clients().find(Examples.CLIENT_ID).orElseThrow().toBuilder()
                        .name("ООО «Лютик»")
                        .build()));
    world.addAsset("asset-new", AssetKind.PRINTER, "Новый");
    world.change(Examples.TASK_ID, task -> task.result("Другое"));
    assertThat(world.view()).isEqualTo(frozen);
    world.visits.reported(Examples.VISIT_ID);
    assertThat(world.view()).isEqualTo(frozen);
  }

  @Test
  public void whatTheRegulationSaysLaterReachesNoVisitThatHasBegun() {
    world.start();
    world.regulation.title = "Другое";
    world.regulation.due = asset -> false;
    List<Check> begun = checks();
    assertThat(begun).extracting(Check::title).contains("Обновления").doesNotContain("Другое");
    world.answerAllOk();
    world.close();
    ClosedVisit frozen = world.view();
    String record = world.record().json();
    world.regulation.title = "Третье";
    world.visits.reported(Examples.VISIT_ID);
    assertThat(world.view()).isEqualTo(frozen);
    assertThat(world.record().json()).isEqualTo(record).contains("Обновления");
    assertThat(checks()).extracting(Check::title).isEqualTo(titles(begun));
  }

  private List<Check> checks() {
    return world.store.read(
        tx -> tx.checks().all(CheckQuery.builder().visitId(Examples.VISIT_ID).build()));
  }

  private static List<String> titles(List<Check> checks) {
    return checks.stream().map(Check::title).toList();
  }

  @Test
  public void aPreviewBeforeTheStartLooksAhead() {
    world.clock.set(Examples.NOW.minus(Duration.ofDays(1)));
    ClosedVisit view = world.view();
    assertThat(view.arrivedAt()).isEqualTo(Examples.NOW);
    assertThat(view.departedAt()).isEqualTo(Examples.NOW);
    assertThat(device(view, Examples.ASSET_ID).reasons())
        .extracting(Reason::what)
        .containsExactly(Reason.What.NOT_CHECKED);
  }

  @Test
  public void holdsTheTasksOfTheVisitAndOfTheTimeBefore() {
    world.put(
        tx -> {
          tx.visits().insert(earlier("visit-0", VisitKind.PLANNED, PREVIOUS));
          tx.visits()
              .insert(earlier("visit-e", VisitKind.EMERGENCY, PREVIOUS.plus(Duration.ofDays(5))));
        });
    add("on-visit", task -> task);
    add("done-before", task -> ended(task, TaskState.DONE, PREVIOUS.minusSeconds(60)));
    add("done-at-it", task -> ended(task, TaskState.DONE, PREVIOUS));
    add(
        "done-at-emergency",
        task -> ended(task, TaskState.DONE, PREVIOUS.plus(Duration.ofDays(5))).visitId("visit-e"));
    add("remote", task -> ended(task, TaskState.RESOLVED_REMOTELY, PREVIOUS.plusSeconds(60)));
    add("recovered", task -> ended(task, TaskState.SELF_RECOVERED, PREVIOUS.plusSeconds(60)));
    add("cancelled", task -> ended(task, TaskState.CANCELLED, PREVIOUS.plusSeconds(60)));
    add(
        "handed",
        task ->
            task.state(TaskState.HANDED_OVER)
                .specialistId(Examples.SPECIALIST_ID)
                .visitId("visit-0"));
    world.start();
    ClosedVisit view = world.view();
    assertThat(view.tasks())
        .extracting(VisitTask::id)
        .containsExactlyInAnyOrder(
            "on-visit", "done-at-emergency", "remote", "recovered", "cancelled", "handed");
    assertThat(view.tasks().stream().filter(VisitTask::duringVisit))
        .extracting(VisitTask::id)
        .containsExactly("on-visit");
    assertThat(task(view, "handed").specialist()).contains(ExampleVisit.person(Role.SPECIALIST));
  }

  @Test
  public void anEmergencyVisitFollowsOnWhateverWasBefore() {
    Instant emergency = PREVIOUS.plus(Duration.ofDays(5));
    world.put(
        tx -> {
          tx.visits().insert(earlier("visit-0", VisitKind.PLANNED, PREVIOUS));
          tx.visits().insert(earlier("visit-e", VisitKind.EMERGENCY, emergency));
          tx.visits()
              .update(
                  tx.visits().find(Examples.VISIT_ID).orElseThrow().toBuilder()
                      .kind(VisitKind.EMERGENCY)
                      .build());
        });
    assertThat(world.view().previousVisitAt()).contains(emergency);
  }

  @Test
  public void leavesOutWhatBelongsToAnotherSite() {
    elsewhere(earlier("visit-there", VisitKind.PLANNED, PREVIOUS));
    world.put(
        tx ->
            tx.assets()
                .insert(
                    Examples.asset().toBuilder()
                        .id("asset-there")
                        .siteId("site-2")
                        .hostname("sklad-1")
                        .inventoryNumber("INV-0002")
                        .build()));
    add("there", task -> ended(task, TaskState.DONE, PREVIOUS).visitId("visit-there"));
    add("on-asset-there", task -> ended(task, TaskState.DONE, PREVIOUS).assetId("asset-there"));
    add("anywhere", task -> ended(task, TaskState.DONE, PREVIOUS.plusSeconds(1)));
    assertThat(world.view().tasks()).extracting(VisitTask::id).containsExactly("anywhere");
    assertThat(world.view().devices()).extracting(Device::id).containsExactly(Examples.ASSET_ID);
  }

  @Test
  public void theFirstReportOfANewSiteLeavesOutWhatThoseOfOthersTold() {
    Instant emergency = PREVIOUS.plus(Duration.ofDays(5));
    elsewhere(
        earlier("visit-there", VisitKind.PLANNED, PREVIOUS),
        earlier("visit-e", VisitKind.EMERGENCY, emergency));
    add("told", task -> ended(task, TaskState.DONE, PREVIOUS));
    add("told-remote", task -> ended(task, TaskState.RESOLVED_REMOTELY, PREVIOUS.minusSeconds(60)));
    add("asked-before", task -> ended(task, TaskState.CANCELLED, PREVIOUS).source("remote"));
    add(
        "remote",
        task ->
            ended(task, TaskState.RESOLVED_REMOTELY, PREVIOUS.plusSeconds(60)).source("remote"));
    add(
        "here",
        task ->
            ended(task, TaskState.SELF_RECOVERED, PREVIOUS.minusSeconds(60))
                .assetId(Examples.ASSET_ID));
    add("handed", task -> task.state(TaskState.ACCEPTED).specialistId(Examples.SPECIALIST_ID));
    ClosedVisit view = world.view();
    assertThat(view.tasks())
        .extracting(VisitTask::id)
        .containsExactlyInAnyOrder("remote", "here", "handed");
    assertThat(view.remote()).isEqualTo(new ClosedVisit.RemoteShare(1, 1));
    assertThat(view.previousVisitAt()).isEmpty();
  }

  @Test
  public void anEndThatWasBeingStoredWhileTheVisitBeforeWasClosedIsToldOnce() {
    world.regulation.due = asset -> false;
    add("specialists", task -> task);
    add("told", task -> task);
    world.start();
    world.clock.advance(Duration.ofHours(3));
    Instant justBefore = world.clock.instant().minusMillis(80);
    world.change("specialists", task -> task.state(TaskState.ACCEPTED));
    world.change("told", task -> ended(task, TaskState.DONE, justBefore));
    add("desk", task -> task);
    world.close();
    world.change("specialists", task -> ended(task, TaskState.DONE, justBefore));
    world.change("desk", task -> ended(task, TaskState.RESOLVED_REMOTELY, justBefore));

    assertThat(toldAfterTwoWeeks("visit-2")).containsExactlyInAnyOrder("specialists", "desk");
    assertThat(toldAfterTwoWeeks("visit-3")).isEmpty();
  }

  private List<String> toldAfterTwoWeeks(String visitId) {
    OptionalLong any = OptionalLong.empty();
    world.clock.advance(Duration.ofDays(14));
    world.put(tx -> tx.visits().insert(scheduled(visitId, world.clock.instant())));
    world.visits.start(Examples.ENGINEER, visitId, any);
    world.visits.close(Examples.ENGINEER, visitId, any, Optional.empty());
    return world.visits.view(visitId).tasks().stream().map(VisitTask::id).toList();
  }

  @Test
  public void tasksStandByPriorityThenByAge() {
    add("young", task -> task.createdAt(Examples.NOW));
    add("old", task -> task.createdAt(PREVIOUS));
    add("urgent", task -> task.priority(Priority.URGENT).createdAt(Examples.NOW));
    world.start();
    assertThat(world.view().tasks())
        .extracting(VisitTask::id)
        .containsExactly("urgent", "old", "young");
  }

  @Test
  public void aTaskSaysAllThatIsKnownOfIt() {
    Project project = Examples.project();
    add(
        "task",
        task ->
            task.projectId(project.id())
                .assetId(Examples.ASSET_ID)
                .occurrences(3)
                .dueAt(Examples.NOW)
                .description("Подробно"));
    world.put(
        tx -> {
          for (int minutes : new int[] {10, 15}) {
            tx.timeEntries()
                .insert(
                    new TimeEntry(
                        "time-" + minutes, "task", Examples.ENGINEER_ID, minutes, Examples.NOW));
          }
          tx.occurrences().insert(fault("occurrence-1").toBuilder().taskId("task").build());
        });
    world.start();
    VisitTask line = task(world.view(), "task");
    assertThat(line.project()).contains(project.title());
    assertThat(line.device()).contains("Бухгалтерия-1");
    assertThat(line.minutes()).isEqualTo(25);
    assertThat(line.occurrences()).isEqualTo(3);
    assertThat(line.faultOpen()).isTrue();
    assertThat(line.dueAt()).contains(Examples.NOW);
    assertThat(line.description()).isEqualTo("Подробно");
  }

  @Test
  public void equipmentIsGreenWhenAllMandatoryChecksAreOk() {
    world.start();
    world.answer(world.check(Examples.ASSET_ID, VisitsFixture.ITEM), VisitsFixture.ok());
    world.answer(
        world.check(Examples.ASSET_ID, VisitsFixture.OPTIONAL_ITEM),
        VisitsFixture.skipped("Некогда"));
    Device device = device(world.view(), Examples.ASSET_ID);
    assertThat(device.verdict()).isEqualTo(Verdict.GREEN);
    assertThat(device.reasons()).isEmpty();
    assertThat(device.checks()).hasSize(2);
    assertThat(device.label()).isEqualTo("Бухгалтерия-1");
    assertThat(device.reference()).isEqualTo("buh-1");
    assertThat(device.previous()).isEmpty();
  }

  @Test
  public void equipmentThatCameDuringTheVisitIsNotInOrderUnchecked() {
    world.start();
    world.addAsset("asset-new", AssetKind.WORKSTATION, "Новый");
    world.addAsset("asset-other", AssetKind.OTHER, "Без регламента");
    world.answerAllOk();
    world.close();
    Device late = device(world.view(), "asset-new");
    assertThat(late.verdict()).isEqualTo(Verdict.RED);
    assertThat(late.reasons()).extracting(Reason::what).containsExactly(Reason.What.NOT_CHECKED);
    assertThat(device(world.view(), "asset-other").verdict()).isEqualTo(Verdict.GREEN);
    assertThat(device(world.view(), Examples.ASSET_ID).verdict()).isEqualTo(Verdict.GREEN);
  }

  @Test
  public void equipmentThatHadNothingDueIsInOrder() {
    String before = world.store.read(tx -> tx.newId());
    world.addAsset(before, AssetKind.WORKSTATION, "Недавно проверен");
    world.regulation.due = asset -> !asset.id().equals(before);
    world.start();
    world.answerAllOk();
    assertThat(device(world.view(), before).verdict()).isEqualTo(Verdict.GREEN);
  }

  @Test
  public void aSkippedMandatoryCheckMakesRed() {
    world.start();
    world.answer(
        world.check(Examples.ASSET_ID, VisitsFixture.ITEM),
        VisitsFixture.skipped("Кабинет закрыт"));
    Reason reason = onlyReason(world.view());
    assertThat(reason.what()).isEqualTo(Reason.What.SKIPPED);
    assertThat(reason.problem()).isEqualTo("Не выполнено: Обновления (Кабинет закрыт)");
  }

  @Test
  public void aProblemMakesRedEvenOnAnOptionalItem() {
    Instant due = Examples.NOW.plus(Duration.ofDays(7));
    world.start();
    world.answer(world.check(Examples.ASSET_ID, VisitsFixture.ITEM), VisitsFixture.ok());
    world.answer(
        world.check(Examples.ASSET_ID, VisitsFixture.OPTIONAL_ITEM),
        VisitsFixture.problem("Шумит вентилятор", Optional.of(due)));
    Reason reason = onlyReason(world.view());
    assertThat(reason.what()).isEqualTo(Reason.What.PROBLEM);
    assertThat(reason.problem()).isEqualTo("Шумит вентилятор");
    assertThat(reason.action()).contains("Заказана деталь");
    assertThat(reason.owner()).contains("Пётр Одуванчиков");
    assertThat(reason.since()).contains(Examples.NOW);
    assertThat(reason.dueAt()).contains(due);
  }

  @Test
  public void anEngineersTickCannotOutvoteMonitoring() {
    add("task", task -> task.assetId(Examples.ASSET_ID));
    world.put(
        tx -> tx.occurrences().insert(fault("occurrence-1").toBuilder().taskId("task").build()));
    world.start();
    world.answerAllOk();
    world.change("task", task -> ended(task, TaskState.DONE, Examples.NOW).result("Почищено"));
    world.close();
    Reason reason = onlyReason(world.view());
    assertThat(reason.what()).isEqualTo(Reason.What.MONITORING);
    assertThat(reason.problem()).isEqualTo("Диск C: заполнен на 95 %");
    assertThat(reason.action().orElseThrow()).contains("мониторинг исправления ещё не подтвердил");
    assertThat(reason.owner()).contains("Пётр Одуванчиков");
  }

  @Test
  public void aFaultThatWasClearedIsNone() {
    world.put(
        tx ->
            tx.occurrences()
                .insert(fault("occurrence-1").toBuilder().clearedAt(Examples.NOW).build()));
    world.start();
    world.answer(world.check(Examples.ASSET_ID, VisitsFixture.ITEM), VisitsFixture.ok());
    assertThat(device(world.view(), Examples.ASSET_ID).verdict()).isEqualTo(Verdict.GREEN);
  }

  @Test
  public void aHandedOverFaultNamesTheSpecialist() {
    add(
        "task",
        task ->
            task.state(TaskState.ACCEPTED)
                .reason("Нужен новый диск")
                .specialistId(Examples.SPECIALIST_ID));
    world.put(
        tx -> tx.occurrences().insert(fault("occurrence-1").toBuilder().taskId("task").build()));
    world.start();
    world.answerAllOk();
    Reason reason = onlyReason(world.view());
    assertThat(reason.action()).contains("Передано специалисту: Нужен новый диск");
    assertThat(reason.owner()).contains("Глеб Кабельный");
  }

  @Test
  public void anEnglishClientReadsEnglish() {
    world.put(
        tx ->
            tx.clients()
                .update(
                    tx.clients().find(Examples.CLIENT_ID).orElseThrow().toBuilder()
                        .language(Examples.ENGLISH)
                        .build()));
    assertThat(onlyReason(world.view()).problem()).isEqualTo("The routine work was not done");
  }

  @Test
  public void changesSinceTheVisitBeforeCanBeSeen() {
    world.start();
    world.answer(
        world.check(Examples.ASSET_ID, VisitsFixture.ITEM),
        VisitsFixture.skipped("Кабинет закрыт"));
    world.answer(world.check(Examples.ASSET_ID, VisitsFixture.OPTIONAL_ITEM), VisitsFixture.ok());
    world.clock.advance(Duration.ofHours(2));
    world.close();
    world.clock.advance(Duration.ofDays(14));
    world.put(tx -> tx.visits().insert(scheduled("visit-2", world.clock.instant())));
    world.addAsset("asset-new", AssetKind.PRINTER, "Новый");
    ClosedVisit next = world.visits.view("visit-2");
    assertThat(device(next, Examples.ASSET_ID).previous()).contains(Verdict.RED);
    assertThat(device(next, "asset-new").previous()).isEmpty();
  }

  @Test
  public void equipmentStandsByKindThenByNameAsPeopleCount() {
    world.addAsset("a", AssetKind.WORKSTATION, "Бухгалтерия-10");
    world.addAsset("b", AssetKind.WORKSTATION, "Бухгалтерия-2");
    world.addAsset("c", AssetKind.PRINTER, "Аппарат");
    world.addAsset("d", AssetKind.LINUX_SERVER, "Сервер");
    assertThat(world.view().devices())
        .extracting(Device::label)
        .containsExactly("Сервер", "Бухгалтерия-1", "Бухгалтерия-2", "Бухгалтерия-10", "Аппарат");
  }

  @Test
  public void countsWhatWasSolvedRemotelySince() {
    world.put(tx -> tx.visits().insert(earlier("visit-0", VisitKind.PLANNED, PREVIOUS)));
    Instant since = PREVIOUS.plusSeconds(60);
    add("old", t -> ended(t, TaskState.RESOLVED_REMOTELY, PREVIOUS.minusSeconds(60)));
    add("solved", t -> ended(t, TaskState.RESOLVED_REMOTELY, since).source("remote"));
    add("solved-wish", t -> ended(t, TaskState.RESOLVED_REMOTELY, since).source("client"));
    add("asked", t -> t.source("remote").createdAt(since));
    add("asked-before", t -> t.source("remote").createdAt(PREVIOUS.minusSeconds(60)));
    assertThat(world.view().remote()).isEqualTo(new ClosedVisit.RemoteShare(2, 3));
  }

  @Test
  public void aTaskThatEndedBeforeArrivalWasNotDuringTheVisit() {
    add(
        "early",
        task ->
            ended(task, TaskState.RESOLVED_REMOTELY, Examples.NOW.minusSeconds(60))
                .visitId(Examples.VISIT_ID));
    world.start();
    assertThat(task(world.view(), "early").duringVisit()).isFalse();
  }

  @Test
  public void theStoredFormIsReadBackTheSame() {
    FrozenJson json = new FrozenJson();
    for (ClosedVisit visit :
        List.of(
            ExampleVisit.usual().build(),
            ExampleVisit.allRed().build(),
            ExampleVisit.empty().language(Examples.ENGLISH).build())) {
      assertThat(json.read(json.write(visit))).isEqualTo(visit);
    }
  }

  @Test
  public void whatALaterVersionWroteIsIgnored() {
    FrozenJson json = new FrozenJson();
    ClosedVisit visit = ExampleVisit.empty().build();
    String later = json.write(visit).replaceFirst("\\{", "{\"mood\":\"fine\",");
    assertThat(json.read(later)).isEqualTo(visit);
  }

  @Test
  public void theVerdictOfTheVisitBeforeIsItsFrozenOne() {
    world.put(
        tx -> {
          tx.visits().insert(earlier("visit-0", VisitKind.PLANNED, PREVIOUS));
          tx.freeze(
              new FrozenVisit(
                  "visit-0", 1, Optional.empty(), new FrozenJson().write(before()), PREVIOUS));
        });
    assertThat(device(world.view(), Examples.ASSET_ID).previous()).contains(Verdict.GREEN);
  }

  private static ClosedVisit before() {
    return ExampleVisit.empty()
        .devices(
            List.of(
                new Device(
                    Examples.ASSET_ID,
                    "Бухгалтерия-1",
                    "buh-1",
                    AssetKind.WORKSTATION,
                    Verdict.GREEN,
                    List.of(),
                    List.of(),
                    Optional.empty())))
        .build();
  }

  /** Another site of the client, with these visits. */
  private void elsewhere(Visit... visits) {
    world.put(
        tx -> {
          tx.sites().insert(Examples.site().toBuilder().id("site-2").build());
          for (Visit visit : visits) {
            tx.visits().insert(visit.toBuilder().siteId("site-2").build());
          }
        });
  }

  private void add(String id, UnaryOperator<Task.Builder> how) {
    world.add(how.apply(Examples.task().toBuilder().id(id)).build());
  }

  private static Task.Builder ended(Task.Builder task, TaskState state, Instant at) {
    return task.state(state).finishedAt(at).createdAt(at.minus(Duration.ofDays(60)));
  }

  private static Visit earlier(String id, VisitKind kind, Instant departedAt) {
    return Examples.visit().toBuilder()
        .id(id)
        .kind(kind)
        .state(VisitState.REPORTED)
        .plannedFor(departedAt.minus(Duration.ofHours(5)))
        .arrivedAt(departedAt.minus(Duration.ofHours(4)))
        .departedAt(departedAt)
        .build();
  }

  private static Visit scheduled(String id, Instant plannedFor) {
    return Examples.visit().toBuilder().id(id).plannedFor(plannedFor).build();
  }

  private static Occurrence fault(String id) {
    return Examples.occurrence().toBuilder().id(id).build();
  }

  private static VisitTask task(ClosedVisit view, String id) {
    return view.tasks().stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow();
  }

  private static Device device(ClosedVisit view, String id) {
    return view.devices().stream().filter(d -> d.id().equals(id)).findFirst().orElseThrow();
  }

  private static Reason onlyReason(ClosedVisit view) {
    Device device = device(view, Examples.ASSET_ID);
    assertThat(device.verdict()).isEqualTo(Verdict.RED);
    assertThat(device.reasons()).hasSize(1);
    return device.reasons().get(0);
  }
}
