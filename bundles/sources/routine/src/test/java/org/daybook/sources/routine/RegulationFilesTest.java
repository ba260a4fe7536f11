package org.daybook.sources.routine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.regulation.Frequency;
import org.daybook.api.regulation.RegulationItem;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public final class RegulationFilesTest {

  private static final String GOOD =
      """
      kind: PRINTER
      items:
        - id: test-page
          title: {ru: Пробная страница, en: Test page}
          frequency: monthly
          mandatory: true
      """;

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private Path directory;
  private RegulationFiles regulations;
  private long version = 1_700_000_000_000L;

  @Before
  public void begin() {
    directory = folder.getRoot().toPath();
    regulations = new RegulationFiles(directory);
  }

  @Test
  public void readsAllFields() throws Exception {
    write("printer.yaml", GOOD);
    assertThat(regulations.said().items().get(AssetKind.PRINTER))
        .containsExactly(
            RegulationItem.builder()
                .id("test-page")
                .titleRu("Пробная страница")
                .titleEn("Test page")
                .frequency(Frequency.MONTHLY)
                .build());
  }

  @Test
  public void aChangedFileCountsWithoutARestart() throws Exception {
    write("printer.yaml", GOOD);
    regulations.said();
    write("printer.yaml", GOOD.replace("test-page", "cleaning"));
    assertThat(ids()).containsExactly("cleaning");
  }

  @Test
  public void aNewFileAddsItemsAndARemovedOneTakesThem() throws Exception {
    write("printer.yaml", GOOD);
    write("z-printer-extra.yaml", GOOD.replace("test-page", "cleaning"));
    assertThat(ids()).containsExactly("test-page", "cleaning");
    Files.delete(directory.resolve("z-printer-extra.yaml"));
    assertThat(ids()).containsExactly("test-page");
  }

  @Test
  public void aRepeatedItemIsTheEarlierFiles() throws Exception {
    write("printer.yaml", GOOD);
    write("z-printer-extra.yaml", GOOD.replace("Test page", "Another"));
    assertThat(regulations.said().items().get(AssetKind.PRINTER))
        .extracting(RegulationItem::titleEn)
        .containsExactly("Test page");
  }

  @Test
  public void aFileThatBreaksCountsAsItWasAndIsComplainedOf() throws Exception {
    write("printer.yaml", GOOD);
    assertThat(regulations.said().complaints()).isEmpty();
    write("printer.yaml", GOOD.replace("monthly", "sometimes"));
    assertThat(ids()).containsExactly("test-page");
    refused("printer.yaml line 5", "sometimes");
    write("printer.yaml", GOOD.replace("test-page", "mended"));
    assertThat(ids()).containsExactly("mended");
    assertThat(regulations.said().complaints()).isEmpty();
  }

  @Test
  public void aFileThatNeverWasGoodSaysNothing() throws Exception {
    write("network.yaml", GOOD.replace("PRINTER", "NETWORK_DEVICE"));
    write("printer.yaml", GOOD.replace("monthly", "sometimes"));
    refused("printer.yaml line 5", "every-visit, monthly or quarterly, is sometimes");
    assertThat(regulations.said().items()).containsOnlyKeys(AssetKind.NETWORK_DEVICE);
  }

  @Test
  public void noRegulationAtAllIsComplainedOf() {
    assertThat(regulations.said().complaints()).singleElement().asString().contains("no regul");
    RegulationFiles nowhere = new RegulationFiles(directory.resolve("missing"));
    assertThat(nowhere.said().complaints())
        .anySatisfy(told -> assertThat(told).contains("missing"));
  }

  @Test
  public void otherFilesAreNoRegulations() throws Exception {
    write("printer.yaml", GOOD);
    write("printer.yaml.bak", "nonsense");
    write(".printer.yaml", "nonsense");
    assertThat(ids()).containsExactly("test-page");
  }

  @Test
  public void everyMistakeNamesItsLine() throws Exception {
    mistake(GOOD.replace("PRINTER", "TOASTER"), "line 1", "TOASTER");
    mistake(GOOD.replace("kind:", "kinds:"), "line 1", "unknown field kinds");
    mistake(GOOD.replace("test-page", "Test Page"), "line 3", "Test Page");
    mistake(GOOD.replace(", en: Test page", ""), "line 4", "en is missing");
    mistake(GOOD.replace("{ru: Пробная страница, en: Test page}", "Page"), "line 4", "test-page");
    mistake(GOOD.replace("Пробная страница", "\"\""), "line 4", "ru must be a text");
    mistake(GOOD.replace("Test page", "x".repeat(301)), "line 4", "300");
    for (String broken : List.of("Test\\tpage", "Test\\npage", "Test\\Lpage", "Test\\x07")) {
      mistake(GOOD.replace("Test page", '"' + broken + '"'), "line 4", "control characters");
    }
    mistake(GOOD.replace("mandatory: true", "mandatory: perhaps"), "line 6", "perhaps");
    mistake(GOOD.replace("    mandatory: true\n", ""), "line 3", "mandatory is missing");
    mistake(GOOD + "    mandatory: false\n", "line 7", "twice");
    mistake(GOOD + GOOD.substring(GOOD.indexOf("  - id")), "line 7", "test-page is there twice");
    mistake("kind: PRINTER\nitems: []\n", "line 2", "no item");
    mistake("kind: PRINTER\nitems: none\n", "line 2", "must be a list");
    mistake("kind: PRINTER\nitems: [\n", "line 3", "");
    mistake("- kind: PRINTER\n", "line 1", "the file must consist");
    mistake("", "is empty", "");
  }

  @Test
  public void ofATypeWithMoreItemsThanItMayHaveNothingIsSaid() throws Exception {
    write("network.yaml", GOOD.replace("PRINTER", "NETWORK_DEVICE"));
    write("printer.yaml", printer("a", 150));
    write("z-extra.yaml", printer("b", 50));
    assertThat(ids()).hasSize(200);
    write("z-extra.yaml", printer("b", 52));
    assertThat(regulations.said().items()).containsOnlyKeys(AssetKind.NETWORK_DEVICE);
    assertThat(regulations.said().complaints())
        .singleElement()
        .asString()
        .as("the first item that is too much")
        .startsWith("z-extra.yaml line 203: ")
        .contains("PRINTER", "200");
    write("z-extra.yaml", printer("a", 150));
    assertThat(ids()).as("what is there twice counts once").hasSize(150);
    assertThat(regulations.said().complaints()).isEmpty();
  }

  @Test
  public void textMustBeUtf8() throws Exception {
    Files.write(directory.resolve("printer.yaml"), GOOD.getBytes(Charset.forName("windows-1251")));
    refused("printer.yaml is not UTF-8", "");
  }

  @Test
  public void theDirectoryIsConfiguredOrBelowEtc() {
    assertThat(RoutineSource.directory(" ", "/opt/etc"))
        .isEqualTo(Path.of("/opt/etc/daybook/regulations"));
    assertThat(RoutineSource.directory("/srv/rules", "/opt/etc")).isEqualTo(Path.of("/srv/rules"));
    assertThatThrownBy(() -> RoutineSource.directory("", null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("directory");
  }

  /** A file with items of four lines each, after two lines. */
  private static String printer(String prefix, int items) {
    int begin = GOOD.indexOf("  - id");
    StringBuilder text = new StringBuilder(GOOD.substring(0, begin));
    for (int i = 0; i < items; i++) {
      text.append(GOOD.substring(begin).replace("test-page", prefix + i));
    }
    return text.toString();
  }

  private void mistake(String text, String... parts) throws IOException {
    regulations = new RegulationFiles(directory);
    write("printer.yaml", text);
    refused(parts);
  }

  private void refused(String... parts) {
    assertThat(regulations.said().complaints())
        .singleElement()
        .asString()
        .contains("printer.yaml")
        .contains(parts);
  }

  private List<String> ids() {
    return regulations.said().items().get(AssetKind.PRINTER).stream()
        .map(RegulationItem::id)
        .toList();
  }

  /** Each version has another time, however fast the test is. */
  private void write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.writeString(file, text, StandardCharsets.UTF_8);
    version += 1000;
    Files.setLastModifiedTime(file, FileTime.fromMillis(version));
  }
}
