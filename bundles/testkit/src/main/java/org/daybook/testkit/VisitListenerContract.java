package org.daybook.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.daybook.api.directory.Asset;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.visit.NewCheck;
import org.daybook.api.visit.VisitListener;
import org.junit.Test;

/** What every {@link VisitListener} must do. */
public abstract class VisitListenerContract {
  /** The listener, as it is after its activation. */
  protected abstract VisitListener createListener() throws Exception;

  @Test
  public void itNamesItsSource() throws Exception {
    assertThat(createListener().source()).matches("[a-z0-9-]{1,40}");
  }

  @Test
  public void aVisitWithoutEquipmentHasNoChecks() throws Exception {
    assertThat(createListener().visitStarted(ExampleStart.with(List.of()))).isEmpty();
  }

  @Test
  public void itsChecksAreOnTheEquipmentOfTheVisitAndEachIsThereOnce() throws Exception {
    List<NewCheck> checks = createListener().visitStarted(ExampleStart.with(equipment()));
    assertThat(checks)
        .extracting(NewCheck::assetId)
        .isSubsetOf(equipment().stream().map(Asset::id).toList());
    assertThat(checks)
        .extracting(check -> check.assetId() + '\0' + check.itemId())
        .doesNotHaveDuplicates();
    assertThat(checks).allMatch(check -> !check.title().isBlank());
    assertThat(checks)
        .allMatch(check -> !check.itemId().isBlank() && check.itemId().length() <= 100);
  }

  @Test
  public void askedAgainItAnswersTheSame() throws Exception {
    VisitListener listener = createListener();
    assertThat(listener.visitStarted(ExampleStart.with(equipment())))
        .isEqualTo(listener.visitStarted(ExampleStart.with(equipment())))
        .isEqualTo(createListener().visitStarted(ExampleStart.with(equipment())));
  }

  @Test
  public void itsTitlesAreInTheLanguageOfTheVisit() throws Exception {
    List<NewCheck> russian = createListener().visitStarted(ExampleStart.with(equipment()));
    List<NewCheck> english =
        createListener().visitStarted(ExampleStart.with(equipment()).language(Examples.ENGLISH));
    assertThat(english)
        .extracting(NewCheck::itemId)
        .isEqualTo(russian.stream().map(NewCheck::itemId).toList());
    assertThat(english).noneMatch(check -> check.title().matches("(?s).*[А-я].*"));
  }

  private static List<Asset> equipment() {
    return List.of(AssetKind.values()).stream()
        .map(
            kind ->
                Examples.asset().toBuilder()
                    .id("asset-" + kind.ordinal())
                    .kind(kind)
                    .name("Устройство " + kind.ordinal())
                    .hostname("host-" + kind.ordinal())
                    .inventoryNumber("INV-" + kind.ordinal())
                    .build())
        .toList();
  }
}
