package org.daybook.core.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.directory.Asset;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.store.AssetQuery;
import org.daybook.api.store.AuditQuery;
import org.daybook.api.store.PageRequest;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.Check;
import org.daybook.api.visit.CheckState;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.FoundAsset;
import org.daybook.api.visit.SiteAsset;
import org.daybook.api.visit.SiteEquipment;
import org.daybook.api.visit.Verdict;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.Examples;
import org.junit.Test;

public final class SiteEquipmentTest {
  private static final Actor OTHER = new Actor("staff-other", "Савва Лопухов", Role.ENGINEER);

  private final VisitsFixture world = new VisitsFixture();
  private final SiteEquipmentService service =
      new SiteEquipmentService(
          world.store,
          world.clock,
          new FakeDirectory(world.store),
          world.notices,
          world.runner,
          world.visits,
          VisitsFixture.config(10, "routine"));
  private final SiteEquipment equipment = service;

  public SiteEquipmentTest() {
    service.setListeners(List.of(world.regulation));
  }

  // All in order

  @Test
  public void oneTapAnswersWhatIsOpenAndLeavesTheExceptions() {
    world.start();
    Check exception = world.check(Examples.ASSET_ID, VisitsFixture.OPTIONAL_ITEM);
    world.answer(exception, VisitsFixture.skipped("Корпус опломбирован"));

    List<Check> checks = allOk();

    assertThat(checks).extracting(Check::state).containsExactly(CheckState.OK, CheckState.SKIPPED);
    assertThat(world.check(Examples.ASSET_ID, VisitsFixture.ITEM).answeredBy())
        .contains(Examples.ENGINEER_ID);
  }

  @Test
  public void aSecondTapChangesNothing() {
    world.start();
    List<Check> first = allOk();
    assertThat(allOk()).isEqualTo(first);
  }

  @Test
  public void oneTapLeavesOpenWhatAKnownProblemStandsOn() {
    knownProblem();
    world.start();

    List<Check> checks = allOk();

    assertThat(checks)
        .extracting(Check::state)
        .containsExactlyInAnyOrder(CheckState.OPEN, CheckState.OK);
    Check known = world.check(Examples.ASSET_ID, VisitsFixture.ITEM);
    assertThat(known.state()).isEqualTo(CheckState.OPEN);
    assertThat(world.problems()).allMatch(problem -> problem.endedAt().isEmpty());

    world.answer(known, VisitsFixture.ok());
    assertThat(world.problems()).allMatch(problem -> problem.endedAt().isPresent());
  }

  @Test
  public void oneTapDoesNotOutvoteMonitoring() {
    world.start();
    world.put(
        tx ->
            tx.occurrences()
                .insert(
                    Examples.occurrence().toBuilder()
                        .assetId(Examples.ASSET_ID)
                        .fault(true)
                        .build()));
    allOk();
    SiteAsset line = line(Examples.ASSET_ID);
    assertThat(line.openChecks()).isZero();
    assertThat(line.verdict()).isEqualTo(Verdict.RED);
    assertThat(line.faults()).singleElement().extracting(SiteAsset.Fault::title).isNotNull();
    assertThat(line.reasons()).isNotEmpty();
  }

  // Not checked

  @Test
  public void oneReasonSkipsWhatIsOpenAndLeavesWhatIsAnsweredAndKnown() {
    knownProblem();
    world.start();
    world.answer(world.check(Examples.ASSET_ID, VisitsFixture.OPTIONAL_ITEM), VisitsFixture.ok());

    List<Check> checks = skip("  Кабинет закрыт ");

    assertThat(checks)
        .extracting(Check::state)
        .containsExactlyInAnyOrder(CheckState.SKIPPED, CheckState.OK);
    assertThat(world.check(Examples.ASSET_ID, VisitsFixture.ITEM).reason())
        .contains("Кабинет закрыт");
    assertThat(world.problems()).allMatch(problem -> problem.endedAt().isEmpty());
    assertThat(skip("Снова")).isEqualTo(checks);
  }

  @Test
  public void nothingIsSkippedWithoutAReason() {
    world.start();
    assertThat(invalid(s -> s.skip(Examples.ENGINEER, Examples.VISIT_ID, Examples.ASSET_ID, " ")))
        .containsExactly("reason");
    assertThat(line(Examples.ASSET_ID).openChecks()).isEqualTo(2);
  }

  // Found

  @Test
  public void foundEquipmentGetsItsChecksAndIsInTheReport() {
    world.start();
    int before = world.checks().size();
    Asset found = found("Касса-9");
    assertThat(found.siteId()).isEqualTo(Examples.SITE_ID);
    assertThat(found.clientId()).isEqualTo(Examples.CLIENT_ID);
    assertThat(world.checks()).hasSize(before + 2);
    assertThat(world.check(found.id(), VisitsFixture.ITEM).mandatory()).isTrue();
    assertThat(line(found.id()).openChecks()).isEqualTo(2);
    assertThat(world.visit().version()).as("nothing was done to the visit").isEqualTo(2);
    assertThat(trail(found.id())).containsExactly(Examples.ENGINEER_ID);
  }

  @Test
  public void aListenerThatFailsIsAskedAgainAtTheEnd() {
    world.start();
    world.regulation.before =
        start -> {
          throw new IllegalStateException("broken");
        };
    Asset found = found("Касса-9");
    assertThat(world.visit().checksPlanned()).isFalse();
    assertThat(line(found.id()).verdict()).isEqualTo(Verdict.RED);
    world.regulation.before = start -> {};
    world.close();
    assertThat(world.check(found.id(), VisitsFixture.ITEM).state()).isEqualTo(CheckState.OPEN);
  }

  @Test
  public void whatIsFoundNeedsAKindAndAName() {
    world.start();
    int before = assets();
    assertThat(
            invalid(
                s ->
                    s.found(
                        Examples.ENGINEER,
                        Examples.VISIT_ID,
                        new FoundAsset(null, "Касса", Optional.empty(), Optional.empty()))))
        .containsExactly("kind");
    assertThat(
            invalid(
                s ->
                    s.found(
                        Examples.ENGINEER,
                        Examples.VISIT_ID,
                        new FoundAsset(AssetKind.OTHER, " ", Optional.empty(), Optional.empty()))))
        .containsExactly("name");
    assertThat(assets()).isEqualTo(before);
  }

  // Gone

  @Test
  public void whatIsGoneIsSkippedEndedAndToldInTheReportOfThisVisit() {
    world.start();
    world.answer(
        world.check(Examples.ASSET_ID, VisitsFixture.ITEM),
        VisitsFixture.problem("Шумит", Optional.empty()));

    Asset gone = gone(" Списан, утилизирован ");

    assertThat(gone.retired()).isTrue();
    Check open = world.check(Examples.ASSET_ID, VisitsFixture.OPTIONAL_ITEM);
    assertThat(open.state()).isEqualTo(CheckState.SKIPPED);
    assertThat(open.reason()).contains("Списан, утилизирован");
    assertThat(world.check(Examples.ASSET_ID, VisitsFixture.ITEM).state())
        .as("what was found before stays on record")
        .isEqualTo(CheckState.PROBLEM);
    assertThat(world.problems()).allMatch(problem -> problem.endedAt().isPresent());
    world.close();
    ClosedVisit view = world.view();
    assertThat(view.devices()).extracting(ClosedVisit.Device::id).doesNotContain(gone.id());
    assertThat(view.gone())
        .containsExactly(
            new ClosedVisit.Gone(
                gone.id(), gone.name(), gone.reference(), gone.kind(), "Списан, утилизирован"));
    assertThat(trail(gone.id())).contains(Examples.ENGINEER_ID);
  }

  @Test
  public void whatIsGoneIsGoneOnce() {
    world.start();
    Asset gone = gone("Списан");
    assertThat(gone("Другая причина")).isEqualTo(gone);
    assertThat(gone.retiredReason()).contains("Списан");
  }

  @Test
  public void otherVisitsDoNotTellWhatIsGone() {
    world.start();
    world.put(
        tx ->
            tx.assets()
                .insert(
                    Examples.asset().toBuilder()
                        .id("asset-old")
                        .hostname("old")
                        .inventoryNumber("old")
                        .retired(true)
                        .retiredReason("Списан")
                        .retiredVisitId("visit-old")
                        .build()));
    assertThat(world.view().gone()).isEmpty();
  }

  @Test
  public void aReasonIsNeeded() {
    world.start();
    for (String reason : new String[] {null, " ", "я".repeat(1001)}) {
      assertThat(
              invalid(s -> s.gone(Examples.ENGINEER, Examples.VISIT_ID, Examples.ASSET_ID, reason)))
          .containsExactly("reason");
    }
    assertThat(line(Examples.ASSET_ID)).isNotNull();
  }

  // Who and when

  @Test
  public void onlyTheVisitsEngineerOrAManagerDoesIt() {
    world.start();
    for (Actor actor : List.of(OTHER, Examples.SUPPORT, Examples.SPECIALIST)) {
      for (Consumer<SiteEquipment> call : calls(actor)) {
        assertThatThrownBy(() -> call.accept(equipment)).isInstanceOf(ForbiddenException.class);
      }
    }
    calls(Examples.MANAGER).forEach(call -> call.accept(equipment));
  }

  @Test
  public void othersDoNotSeeTheSite() {
    world.start();
    for (Actor actor : List.of(OTHER, Examples.SPECIALIST)) {
      assertThatThrownBy(() -> equipment.list(actor, Examples.VISIT_ID))
          .isInstanceOf(ForbiddenException.class);
    }
    assertThat(equipment.list(Examples.SUPPORT, Examples.VISIT_ID)).hasSize(1);
    assertThat(equipment.list(Examples.MANAGER, Examples.VISIT_ID)).hasSize(1);
  }

  @Test
  public void specialistSeesTheSiteOfAVisitWithATaskOfTheirs() {
    world.start();
    world.store.prepare(
        tx ->
            tx.tasks()
                .insert(
                    Examples.task().toBuilder()
                        .id("handed-over")
                        .state(TaskState.HANDED_OVER)
                        .visitId(Examples.VISIT_ID)
                        .specialistId(Examples.SPECIALIST_ID)
                        .build()));
    assertThat(equipment.list(Examples.SPECIALIST, Examples.VISIT_ID)).hasSize(1);
  }

  @Test
  public void nothingIsDoneUnlessTheVisitIsUnderWay() {
    for (VisitState state : VisitState.values()) {
      world.inState(state);
      for (Consumer<SiteEquipment> call : calls(Examples.ENGINEER)) {
        if (state.isUnderWay()) {
          call.accept(equipment);
        } else {
          assertThatThrownBy(() -> call.accept(equipment))
              .as("%s", state)
              .isInstanceOf(RefusedException.class);
        }
      }
    }
  }

  @Test
  public void equipmentOfAnotherSiteIsNotThere() {
    world.start();
    world.put(
        tx ->
            tx.assets()
                .insert(
                    Examples.asset().toBuilder()
                        .id("asset-far")
                        .siteId("site-far")
                        .hostname("far")
                        .inventoryNumber("far")
                        .build()));
    assertThatThrownBy(() -> equipment.allOk(Examples.ENGINEER, Examples.VISIT_ID, "asset-far"))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(
            () -> equipment.gone(Examples.MANAGER, Examples.VISIT_ID, "asset-far", "Нет"))
        .isInstanceOf(NotFoundException.class);
  }

  private List<Consumer<SiteEquipment>> calls(Actor actor) {
    return List.of(
        s -> s.allOk(actor, Examples.VISIT_ID, Examples.ASSET_ID),
        s -> s.skip(actor, Examples.VISIT_ID, Examples.ASSET_ID, "Кабинет закрыт"),
        s ->
            s.found(
                actor,
                Examples.VISIT_ID,
                new FoundAsset(AssetKind.OTHER, "Нечто", Optional.empty(), Optional.empty())),
        s -> s.gone(actor, Examples.VISIT_ID, Examples.ASSET_ID, "Списан"));
  }

  private List<Check> allOk() {
    return equipment.allOk(Examples.ENGINEER, Examples.VISIT_ID, Examples.ASSET_ID);
  }

  private List<Check> skip(String reason) {
    return equipment.skip(Examples.ENGINEER, Examples.VISIT_ID, Examples.ASSET_ID, reason);
  }

  /** One that an earlier visit found. */
  private void knownProblem() {
    world.put(
        tx ->
            tx.problems()
                .insert(
                    Examples.problem().toBuilder()
                        .itemId(VisitsFixture.ITEM)
                        .foundVisitId("visit-old")
                        .build()));
  }

  private Asset found(String name) {
    return equipment.found(
        Examples.ENGINEER,
        Examples.VISIT_ID,
        new FoundAsset(AssetKind.WORKSTATION, name, Optional.of("kassa-9"), Optional.empty()));
  }

  private Asset gone(String reason) {
    return equipment.gone(Examples.ENGINEER, Examples.VISIT_ID, Examples.ASSET_ID, reason);
  }

  private SiteAsset line(String assetId) {
    return equipment.list(Examples.ENGINEER, Examples.VISIT_ID).stream()
        .filter(line -> line.asset().id().equals(assetId))
        .findFirst()
        .orElseThrow();
  }

  private int assets() {
    return (int) (long) world.store.read(tx -> tx.assets().count(AssetQuery.everything()));
  }

  private List<String> invalid(Consumer<SiteEquipment> call) {
    return VisitsFixture.fieldsOf(
        catchThrowableOfType(InvalidInputException.class, () -> call.accept(equipment)));
  }

  /** Who changed a piece of equipment, the fixture aside. */
  private List<String> trail(String assetId) {
    return world
        .store
        .read(
            tx ->
                tx.audit(
                    AuditQuery.builder().kind("asset").valueId(assetId).build(),
                    new PageRequest(100, Optional.empty(), false)))
        .items()
        .stream()
        .map(entry -> entry.actorId())
        .filter(id -> !id.equals("test"))
        .toList();
  }
}
