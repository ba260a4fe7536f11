package org.daybook.sources.routine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.regulation.Frequency;
import org.daybook.api.regulation.RegulationItem;
import org.junit.Test;

/** What comes along covers what the mission names. */
public final class ShippedRegulationsTest {

  @Test
  public void everyTypeOfEquipmentHasOne() {
    assertThat(shipped().keySet()).isEqualTo(EnumSet.complementOf(EnumSet.of(AssetKind.OTHER)));
  }

  @Test
  public void everyFrequencyIsUsed() {
    shipped()
        .forEach(
            (kind, items) ->
                assertThat(items)
                    .as(kind.name())
                    .extracting(RegulationItem::frequency)
                    .contains(Frequency.values()));
  }

  @Test
  public void aWorkstationIsCleanedOptimisedUpdatedScannedAndFreedOfErrors() {
    assertThat(shipped().get(AssetKind.WORKSTATION))
        .extracting(RegulationItem::id)
        .contains("os-cleanup", "os-optimisation", "os-updates", "antivirus-scan", "os-errors");
  }

  private static Map<AssetKind, List<RegulationItem>> shipped() {
    return new RegulationFiles(Shipped.DIRECTORY).said().items();
  }
}
