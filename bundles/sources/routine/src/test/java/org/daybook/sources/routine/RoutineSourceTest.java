package org.daybook.sources.routine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.daybook.api.directory.Asset;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.visit.NewCheck;
import org.daybook.api.visit.VisitKind;
import org.daybook.testkit.ExampleStart;
import org.daybook.testkit.Examples;
import org.junit.Test;

public final class RoutineSourceTest {

  private static final Asset WORKSTATION = Examples.asset();

  private final RoutineSource source = new RoutineSource(Shipped.DIRECTORY);

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
  public void withoutRegulationsItThrows() {
    RoutineSource broken = new RoutineSource(Shipped.DIRECTORY.resolve("missing"));
    assertThatThrownBy(() -> broken.visitStarted(start())).isInstanceOf(RegulationException.class);
  }

  private static ExampleStart start() {
    return ExampleStart.with(List.of(WORKSTATION));
  }

  private List<String> items(ExampleStart start) throws RegulationException {
    return source.visitStarted(start).stream().map(NewCheck::itemId).toList();
  }
}
