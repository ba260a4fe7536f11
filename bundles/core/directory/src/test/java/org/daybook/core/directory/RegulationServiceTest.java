package org.daybook.core.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.daybook.api.access.Actor;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.error.FieldError;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.StaleVersionException;
import org.daybook.api.regulation.Regulation;
import org.daybook.api.regulation.RegulationItem;
import org.daybook.api.regulation.RegulationRevision;
import org.daybook.api.store.RegulationRevisionQuery;
import org.daybook.testkit.Examples;
import org.daybook.testkit.InMemoryStore;
import org.daybook.testkit.SettableClock;
import org.junit.Test;

public class RegulationServiceTest {
  private static final Actor FILES = Actor.system("source:routine");
  private static final RegulationItem SCAN = Examples.regulationItem();
  private static final RegulationItem CLEAN =
      SCAN.toBuilder().id("cleaning").titleRu("Чистка").titleEn("Clean").build();

  private final SettableClock clock = new SettableClock();
  private final InMemoryStore store = new InMemoryStore(clock);
  private final RegulationService regulations = new RegulationService(store, clock);
  private final Regulation draft =
      Examples.regulation().toBuilder().id("").items(List.of(SCAN)).build();

  @Test
  public void onlyManagersAndAdministratorsChangeRegulations() {
    Regulation added = regulations.add(Examples.MANAGER, draft);
    for (Actor actor : List.of(Examples.ENGINEER, Examples.SUPPORT, Examples.SPECIALIST)) {
      assertThatThrownBy(() -> regulations.add(actor, draft))
          .isInstanceOf(ForbiddenException.class);
      assertThatThrownBy(() -> regulations.change(actor, added))
          .isInstanceOf(ForbiddenException.class);
    }
  }

  @Test
  public void everyChangeIsARevisionWithWhoAndWhen() {
    Regulation added = regulations.add(Examples.MANAGER, draft);
    clock.advance(Duration.ofHours(1));
    Regulation changed =
        regulations.change(Examples.ADMIN, added.toBuilder().items(List.of(CLEAN, SCAN)).build());
    assertThat(changed.revision()).isEqualTo(2);
    assertThat(changed.changedBy()).isEqualTo(Examples.ADMIN.name());
    assertThat(revisions(added)).extracting(RegulationRevision::number).containsExactly(1, 2);
    assertThat(revisions(added).get(0).items()).containsExactly(SCAN);
    assertThat(revisions(added).get(0).changedBy()).isEqualTo(Examples.MANAGER.name());
    assertThat(revisions(added).get(1).items()).containsExactly(CLEAN, SCAN);
    assertThat(revisions(added).get(1).changedAt()).isEqualTo(Examples.NOW.plusSeconds(3600));
  }

  @Test
  public void whatIsInForceAlreadyMakesNoRevision() {
    Regulation added = regulations.add(Examples.MANAGER, draft);
    assertThat(regulations.change(Examples.MANAGER, added)).isEqualTo(added);
    assertThat(revisions(added)).hasSize(1);
    Regulation ended =
        regulations.change(Examples.MANAGER, added.toBuilder().active(false).build());
    assertThat(revisions(added)).last().extracting(RegulationRevision::active).isEqualTo(false);
    assertThat(ended.revision()).isEqualTo(2);
  }

  @Test
  public void whoSawAnOlderVersionIsTold() {
    Regulation added = regulations.add(Examples.MANAGER, draft);
    regulations.change(Examples.MANAGER, added.toBuilder().items(List.of(CLEAN)).build());
    assertThatThrownBy(() -> regulations.change(Examples.MANAGER, added))
        .isInstanceOf(StaleVersionException.class);
    assertThatThrownBy(
            () -> regulations.change(Examples.MANAGER, added.toBuilder().id("none").build()))
        .isInstanceOf(NotFoundException.class);
    assertThat(revisions(added)).hasSize(2);
  }

  @Test
  public void aKindHasOneRegulationAndKeepsItsKind() {
    Regulation added = regulations.add(Examples.MANAGER, draft);
    assertThatThrownBy(() -> regulations.add(Examples.MANAGER, draft))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("WORKSTATION");
    Regulation changed =
        regulations.change(
            Examples.MANAGER,
            added.toBuilder().kind(AssetKind.PRINTER).items(List.of(CLEAN)).build());
    assertThat(changed.kind()).isEqualTo(AssetKind.WORKSTATION);
  }

  @Test
  public void badInputNamesTheFieldAndChangesNothing() {
    refused(List.of(), "items");
    refused(Collections.nCopies(1000, SCAN), "items");
    refused(List.of(SCAN, CLEAN, SCAN), "items[2].id");
    refused(List.of(SCAN, CLEAN.toBuilder().id("Две Мышки").build()), "items[1].id");
    refused(
        List.of(SCAN.toBuilder().titleRu(" ").titleEn("x".repeat(301)).build()),
        "items[0].title.ru",
        "items[0].title.en");
    refused(List.of(SCAN, CLEAN.toBuilder().titleEn("a\nb").build()), "items[1].title.en");
    assertThat(regulations.all()).isEmpty();
  }

  @Test
  public void anItemWithoutAnIdGetsOneFromItsTitle() {
    RegulationItem fresh = CLEAN.toBuilder().id(" ").titleEn("Print a test page!").build();
    Regulation added =
        regulations.add(
            Examples.MANAGER,
            draft.toBuilder()
                .items(List.of(SCAN, fresh, fresh, fresh.toBuilder().titleEn("Чистка").build()))
                .build());
    assertThat(added.items())
        .extracting(RegulationItem::id)
        .containsExactly("antivirus-scan", "print-a-test-page", "print-a-test-page-2", "item");
  }

  @Test
  public void filesCountUntilSomebodyChangesTheRegulationOtherwise() {
    take(SCAN);
    assertThat(only().changedBy()).isEqualTo("source:routine");
    assertThat(only().items()).containsExactly(SCAN);
    take(SCAN, CLEAN);
    assertThat(only().items()).containsExactly(SCAN, CLEAN);
    assertThat(only().revision()).isEqualTo(2);
    regulations.change(Examples.MANAGER, only().toBuilder().items(List.of(CLEAN)).build());
    assertThat(only().differsFromFiles()).isTrue();
    take(SCAN);
    assertThat(only().items()).containsExactly(CLEAN);
    assertThat(only().inFiles()).containsExactly(SCAN);
    assertThat(only().revision()).as("a note is no revision").isEqualTo(3);
    regulations.change(Examples.MANAGER, only().toBuilder().items(List.of(SCAN)).build());
    take(CLEAN);
    assertThat(only().items()).as("in step again").containsExactly(CLEAN);
    assertThat(revisions(only())).hasSize(5);
  }

  @Test
  public void whatFilesSaidBeforeChangesNothing() {
    take(SCAN);
    long version = only().version();
    take(SCAN);
    assertThat(regulations.takeOver(FILES, Map.of())).containsExactly(only());
    assertThat(only().version()).isEqualTo(version);
  }

  @Test
  public void aRegulationThatWasMadeOnTheBoardStaysWhenFilesComeForItsKind() {
    regulations.add(Examples.MANAGER, draft);
    take(CLEAN);
    assertThat(only().items()).containsExactly(SCAN);
    assertThat(only().differsFromFiles()).isTrue();
  }

  private void take(RegulationItem... items) {
    regulations.takeOver(FILES, Map.of(AssetKind.WORKSTATION, List.of(items)));
  }

  private Regulation only() {
    List<Regulation> all = regulations.all();
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private void refused(List<RegulationItem> items, String... fields) {
    ThrowingCallable add =
        () -> regulations.add(Examples.MANAGER, draft.toBuilder().items(items).build());
    assertThatThrownBy(add)
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            wrong ->
                assertThat(wrong.errors()).extracting(FieldError::field).containsExactly(fields));
  }

  private List<RegulationRevision> revisions(Regulation regulation) {
    return store.read(
        tx ->
            tx.regulationRevisions()
                .all(RegulationRevisionQuery.builder().regulationId(regulation.id()).build()));
  }
}
