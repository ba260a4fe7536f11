package org.daybook.sources.routine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.daybook.api.directory.AssetKind;
import org.daybook.sources.routine.Regulation.Item;
import org.junit.Test;

/** What comes along covers what the mission names. */
public final class ShippedRegulationsTest {

  @Test
  public void everyTypeOfEquipmentHasOne() throws RegulationException {
    assertThat(shipped().keySet()).isEqualTo(EnumSet.complementOf(EnumSet.of(AssetKind.OTHER)));
  }

  @Test
  public void everyFrequencyIsUsed() throws RegulationException {
    shipped()
        .forEach(
            (kind, items) ->
                assertThat(items)
                    .as(kind.name())
                    .extracting(Item::frequency)
                    .contains(Frequency.values()));
  }

  @Test
  public void aWorkstationIsCleanedOptimisedUpdatedScannedAndFreedOfErrors()
      throws RegulationException {
    assertThat(shipped().get(AssetKind.WORKSTATION))
        .extracting(Item::id)
        .contains("os-cleanup", "os-optimisation", "os-updates", "antivirus-scan", "os-errors");
  }

  private static Map<AssetKind, List<Item>> shipped() throws RegulationException {
    return new Regulations(Shipped.DIRECTORY).current();
  }
}
