package org.daybook.sources.routine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.daybook.api.directory.Asset;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.regulation.Regulation;
import org.daybook.api.regulation.RegulationItem;
import org.daybook.api.visit.NewCheck;
import org.daybook.api.visit.VisitKind;
import org.daybook.testkit.ExampleStart;
import org.daybook.testkit.Examples;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public final class RoutineSourceTest {

  private static final Asset WORKSTATION = Examples.asset();

  /** How many types of equipment have a regulation that comes along. */
  private static final int SHIPPED = 5;

  private static final String MORE =
      """

        - id: more
          title: {ru: Ещё, en: More}
          frequency: every-visit
          mandatory: true
      """;

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final KeptRegulations regulations = new KeptRegulations();
  private final RoutineSource source = new RoutineSource(Shipped.DIRECTORY, regulations);

  @Test
  public void aFirstVisitHasEverything() throws Exception {
    assertThat(items(start()))
        .contains("os-updates", "os-optimisation", "dust-and-cables")
        .hasSize(12);
  }

  @Test
  public void whatWasDoneThisMonthIsNotAskedForAgain() throws Exception {
    ExampleStart start =
        start()
            .lastDone(WORKSTATION.id(), "os-optimisation", Examples.NOW.minus(Duration.ofDays(3)))
            .lastDone(WORKSTATION.id(), "accounts", Examples.NOW.minus(Duration.ofDays(20)))
            .lastDone(WORKSTATION.id(), "dust-and-cables", Examples.NOW.minus(Duration.ofDays(60)))
            .lastDone(WORKSTATION.id(), "os-updates", Examples.NOW.minus(Duration.ofDays(3)));
    assertThat(items(start))
        .contains("accounts", "os-updates")
        .doesNotContain("os-optimisation", "dust-and-cables");
  }

  @Test
  public void whatFoundAProblemIsAskedForUntilItIsMended() throws Exception {
    ExampleStart start =
        start()
            .lastDone(WORKSTATION.id(), "accounts", Examples.NOW.minus(Duration.ofDays(1)))
            .openProblem(WORKSTATION.id(), "accounts");
    assertThat(items(start)).contains("accounts");
  }

  @Test
  public void everyTypeHasItsOwn() throws Exception {
    Asset printer = WORKSTATION.toBuilder().id("asset-2").kind(AssetKind.PRINTER).build();
    Asset projector = WORKSTATION.toBuilder().id("asset-3").kind(AssetKind.OTHER).build();
    List<NewCheck> checks = source.visitStarted(ExampleStart.with(List.of(printer, projector)));
    assertThat(checks).extracting(NewCheck::assetId).containsOnly("asset-2");
    assertThat(checks).extracting(NewCheck::itemId).contains("test-page");
  }

  @Test
  public void emergencyVisitsHaveNoChecks() throws Exception {
    assertThat(source.visitStarted(start().kind(VisitKind.EMERGENCY))).isEmpty();
  }

  @Test
  public void whatWasSetOnTheBoardCountsFromTheNextVisitOn() throws Exception {
    source.poll(null);
    Regulation shipped = regulations.kept.get(AssetKind.WORKSTATION);
    regulations.change(
        Examples.MANAGER, shipped.toBuilder().items(shipped.items().subList(0, 1)).build());
    assertThat(items(start())).containsExactly(shipped.items().get(0).id());
    regulations.change(Examples.MANAGER, shipped.toBuilder().active(false).build());
    assertThat(items(start())).isEmpty();
  }

  @Test
  public void filesAreTakenOverWhenTheyChangeAndWhenTheStorageIsAnother() throws Exception {
    source.poll(null);
    source.visitStarted(start());
    assertThat(regulations.takenOver).hasSize(SHIPPED).doesNotHaveDuplicates();
    regulations.kept.clear();
    assertThat(items(start())).hasSize(12);
    assertThat(regulations.takenOver).hasSize(2 * SHIPPED);
  }

  @Test
  public void aBrokenFileIsToldAtOnceAndStopsOnlyWhatItMayBeAbout() throws Exception {
    Path directory = copied();
    Files.writeString(directory.resolve("printer.yaml"), "kind: PRINTER\nitems: none\n");
    RoutineSource broken = new RoutineSource(directory, regulations);
    assertThatThrownBy(() -> broken.poll(null))
        .isInstanceOf(RegulationException.class)
        .hasMessageContaining("printer.yaml line 2");
    assertThat(broken.visitStarted(start())).hasSize(12);
    Asset printer = WORKSTATION.toBuilder().id("asset-2").kind(AssetKind.PRINTER).build();
    assertThatThrownBy(() -> broken.visitStarted(ExampleStart.with(List.of(WORKSTATION, printer))))
        .isInstanceOf(RegulationException.class)
        .hasMessageContaining("printer.yaml line 2");
  }

  @Test
  public void whatThePlatformRefusesIsToldAtEveryLookAndKeepsNothingElseFromCounting()
      throws Exception {
    Path directory = copied();
    RoutineSource changing = new RoutineSource(directory, regulations);
    changing.poll(null);
    for (String file : List.of("windows-workstation.yaml", "printer.yaml")) {
      Files.writeString(directory.resolve(file), MORE, StandardOpenOption.APPEND);
    }
    regulations.refused.add(AssetKind.WORKSTATION);

    assertThat(changing.visitStarted(start())).as("what is in force").hasSize(12);
    for (int look = 0; look < 2; look++) {
      assertThatThrownBy(() -> changing.poll(null))
          .isInstanceOf(RegulationException.class)
          .hasMessage(
              "The files of WORKSTATION are refused: items[0].title.en: is not what it takes.");
    }
    assertThat(regulations.kept.get(AssetKind.PRINTER).items())
        .extracting(RegulationItem::id)
        .contains("more");
    assertThat(regulations.takenOver).as("the others are taken once").hasSize(3);

    regulations.refused.clear();
    changing.poll(null);
    assertThat(changing.visitStarted(start())).hasSize(13);
  }

  @Test
  public void equipmentWhoseOnlyRegulationIsRefusedIsNotVisitedWithoutOne() throws Exception {
    regulations.refused.add(AssetKind.PRINTER);
    Asset printer = WORKSTATION.toBuilder().id("asset-2").kind(AssetKind.PRINTER).build();
    assertThat(items(start())).hasSize(12);
    assertThatThrownBy(() -> source.visitStarted(ExampleStart.with(List.of(WORKSTATION, printer))))
        .isInstanceOf(RegulationException.class)
        .hasMessageContaining("PRINTER");
  }

  @Test
  public void withoutFilesThatCanBeReadItThrows() {
    RoutineSource broken =
        new RoutineSource(Shipped.DIRECTORY.resolve("missing"), new KeptRegulations());
    assertThatThrownBy(() -> broken.visitStarted(start())).isInstanceOf(RegulationException.class);
  }

  @Test
  public void withoutStorageItSaysSo() {
    RoutineSource alone = new RoutineSource(Shipped.DIRECTORY, null);
    assertThatThrownBy(() -> alone.visitStarted(start())).isInstanceOf(UnavailableException.class);
    assertThatCode(() -> alone.poll(null)).doesNotThrowAnyException();
  }

  /** A directory of its own with two of the files that come along. */
  private Path copied() throws IOException {
    Path directory = folder.getRoot().toPath();
    for (String file : List.of("windows-workstation.yaml", "printer.yaml")) {
      Files.copy(Shipped.DIRECTORY.resolve(file), directory.resolve(file));
    }
    return directory;
  }

  private static ExampleStart start() {
    return ExampleStart.with(List.of(WORKSTATION));
  }

  private List<String> items(ExampleStart start) throws Exception {
    return source.visitStarted(start).stream().map(NewCheck::itemId).toList();
  }
}
