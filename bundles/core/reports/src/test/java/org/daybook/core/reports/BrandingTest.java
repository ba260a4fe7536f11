package org.daybook.core.reports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.daybook.api.notice.Notice;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.report.Branding;
import org.daybook.api.report.VisitReport;
import org.daybook.testkit.Examples;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** How reports look is a matter of files, and a bad file harms no report. */
public class BrandingTest {
  private static final String CLIENT = Examples.client().code();
  private static final Words WORDS = new Words(Examples.ENGLISH);

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final Fixture fixture = new Fixture();
  private Path directory;
  private BrandingDesk desk;

  @Before
  public void emptyDirectory() {
    directory = folder.getRoot().toPath();
    desk = new BrandingDesk(directory, fixture.notices, WORDS);
  }

  @Test
  public void withoutFilesTheBuiltInLooksAreUsed() {
    assertThat(branding()).isEqualTo(Branding.NONE);
    assertThat(new BrandingDesk(directory.resolve("none"), fixture.notices, WORDS).of(CLIENT, ru()))
        .isEqualTo(Branding.NONE);
    assertThat(fixture.notices.all()).isEmpty();
  }

  @Test
  public void aFileForAllSaysEverything() throws IOException {
    Files.write(directory.resolve("logo.png"), Pictures.png(300, 60));
    write(
        "default.properties",
        "company = ООО «Сервис»",
        "accent = #1A5276",
        "logo = logo.png",
        "footer.ru = Спасибо\\nза доверие",
        "footer.en = Thank you",
        "senderName = Отчёты «Сервис»",
        "senderAddress = reports@service.test");
    Branding branding = branding();
    assertThat(branding.company()).isEqualTo("ООО «Сервис»");
    assertThat(branding.accent()).isEqualTo("#1a5276");
    assertThat(branding.footer()).isEqualTo("Спасибо\nза доверие");
    assertThat(branding.senderName()).contains("Отчёты «Сервис»");
    assertThat(branding.senderAddress()).contains("reports@service.test");
    Branding.Logo logo = branding.logo().orElseThrow();
    assertThat(logo.mediaType()).isEqualTo("image/png");
    assertThat(logo.width()).isEqualTo(300);
    assertThat(logo.height()).isEqualTo(60);
    assertThat(Base64.getDecoder().decode(logo.base64())).isEqualTo(Pictures.png(300, 60));
    assertThat(desk.of(CLIENT, Examples.ENGLISH).footer()).isEqualTo("Thank you");
    assertThat(fixture.notices.all()).isEmpty();
  }

  @Test
  public void aClientsFileGoesBeforeThatForAllKeyByKey() throws IOException {
    write("default.properties", "company = Сервис", "accent = #1a5276", "senderName = Сервис");
    write(CLIENT + ".properties", "accent = #7b241c", "senderName =");
    assertThat(branding().company()).isEqualTo("Сервис");
    assertThat(branding().accent()).isEqualTo("#7b241c");
    assertThat(branding().senderName()).contains("Сервис");
    assertThat(desk.of("other", ru()).accent()).isEqualTo("#1a5276");
  }

  @Test
  public void aChangeCountsFromTheNextReportOn() throws IOException {
    write("default.properties", "company = Один");
    assertThat(branding().company()).isEqualTo("Один");
    write("default.properties", "company = Другой");
    assertThat(branding().company()).isEqualTo("Другой");
    Files.delete(directory.resolve("default.properties"));
    assertThat(branding()).isEqualTo(Branding.NONE);
  }

  @Test
  public void aBadValueIsToldInTheLanguageOfTheOperators() throws IOException {
    write(CLIENT + ".properties", "accent = #ffcc00");
    new BrandingDesk(directory, fixture.notices, new Words(ru())).of(CLIENT, ru());
    assertThat(standing(CLIENT, "accent").orElseThrow().subject())
        .startsWith("Файл оформления romashka.properties, accent: ")
        .endsWith(" Вместо этого взято то, что есть по умолчанию.");
  }

  @Test
  public void aBadValueIsToldAndTheDefaultIsUsed() throws IOException {
    write("default.properties", "company = Сервис", "accent = #1a5276");
    write(CLIENT + ".properties", "company = Ромашка", "accent = #ffcc00");
    assertThat(branding().accent()).isEqualTo("#1a5276");
    assertThat(branding().company()).isEqualTo("Ромашка");
    Notice notice = standing(CLIENT, "accent").orElseThrow();
    assertThat(notice.recipientId()).isEmpty();
    assertThat(notice.subject())
        .isEqualTo(
            "Branding file romashka.properties, accent: white text on #ffcc00 has a contrast of"
                + " 1.5, and 4.5 is needed to be read. The default is used instead.");
    assertThat(fixture.notices.all()).hasSize(1);
  }

  @Test
  public void theNoticeIsTakenBackOnceTheFileIsMended() throws IOException {
    write(CLIENT + ".properties", "accent = yellow");
    branding();
    branding();
    assertThat(standing(CLIENT, "accent").orElseThrow().seen()).isEqualTo(1);
    write(CLIENT + ".properties", "accent = #1a5276");
    assertThat(branding().accent()).isEqualTo("#1a5276");
    assertThat(fixture.notices.standing()).isEmpty();
  }

  @Test
  public void aNoticeFromBeforeARestartIsTakenBackToo() throws IOException {
    write(CLIENT + ".properties", "accent = yellow");
    branding();
    Files.delete(directory.resolve(CLIENT + ".properties"));
    new BrandingDesk(directory, fixture.notices, WORDS).of(CLIENT, ru());
    assertThat(fixture.notices.standing()).isEmpty();
  }

  @Test
  public void eachRuleNamesItsKey() throws IOException {
    for (Map.Entry<String, String> bad :
        List.of(
            Map.entry("accent", "#fff"),
            Map.entry("accent", "red"),
            Map.entry("accent", "#00ff00"),
            Map.entry("accent", "#gggggg"),
            Map.entry("company", "две\\nстроки"),
            Map.entry("company", "x".repeat(201)),
            Map.entry("footer.ru", "x".repeat(2001)),
            Map.entry("footer.en", "звонок\\u0007"),
            Map.entry("senderName", "Имя\\r\\nBcc: x@example.com"),
            Map.entry("senderName", "пол\\ud83d"),
            Map.entry("senderAddress", "nobody"),
            Map.entry("senderAddress", "a@b.test, c@d.test"),
            Map.entry("senderAddress", "a@b.test\\nX: y"),
            Map.entry("logo", "../secret.png"),
            Map.entry("logo", "/etc/passwd"),
            Map.entry("logo", ".hidden.png"),
            Map.entry("logo", "a\\u0000b.png"),
            Map.entry("logo", "missing.png"))) {
      write(CLIENT + ".properties", bad.getKey() + " = " + bad.getValue());
      assertThat(branding()).as(bad.toString()).isEqualTo(Branding.NONE);
      assertThat(standing(CLIENT, bad.getKey())).as(bad.toString()).isPresent();
      assertThat(fixture.notices.standing()).hasSize(1);
    }
  }

  @Test
  public void aLogoThatIsTooLargeOrBrokenIsRefused() throws IOException {
    Map<String, byte[]> files =
        Map.of(
            "is 601 by 10 pixels, 600 by 200 are allowed", Pictures.png(601, 10),
            "is 10 by 201 pixels", Pictures.png(10, 201),
            "is 0 by 5 pixels", Pictures.jpeg(0xc0, 8, 0, 5, 3),
            "has 65537 bytes, 65536 are allowed", new byte[65537],
            "neither a PNG nor a JPEG", "<svg/>".getBytes(UTF_8));
    write(CLIENT + ".properties", "logo = logo.png");
    for (Map.Entry<String, byte[]> each : files.entrySet()) {
      Files.write(directory.resolve("logo.png"), each.getValue());
      assertThat(branding().logo()).isEmpty();
      assertThat(standing(CLIENT, "logo").orElseThrow().subject()).contains(each.getKey());
    }
    Files.write(directory.resolve("logo.png"), Pictures.png(600, 200));
    assertThat(branding().logo()).isPresent();
    assertThat(fixture.notices.standing()).isEmpty();
  }

  @Test
  public void aFileThatCannotBeReadIsToldAsAWhole() throws IOException {
    write("default.properties", "company = Сервис");
    for (byte[] content :
        List.of(
            "company = Ромашка".getBytes(Charset.forName("windows-1251")),
            "company = \\u12".getBytes(UTF_8),
            "x = y\n".repeat(20_000).getBytes(UTF_8))) {
      Files.write(directory.resolve(CLIENT + ".properties"), content);
      assertThat(branding().company()).isEqualTo("Сервис");
      assertThat(standing(CLIENT, "the file")).isPresent();
    }
  }

  @Test
  public void aKeyThatNobodyKnowsIsTold() throws IOException {
    write(CLIENT + ".properties", "colour = #1a5276", "company = Ромашка");
    assertThat(branding().company()).isEqualTo("Ромашка");
    assertThat(standing(CLIENT, "the file").orElseThrow().subject())
        .contains("nobody knows the key colour.");
  }

  @Test
  public void aMarkBeforeTheFirstLineDoesNotHurt() throws IOException {
    write(CLIENT + ".properties", "\uFEFFcompany = Ромашка");
    assertThat(branding().company()).isEqualTo("Ромашка");
  }

  @Test
  public void aCodeDoesNotLeadOutOfTheDirectory() throws IOException {
    Path inside = Files.createDirectory(directory.resolve("inside"));
    write("secret.properties", "company = Тайна");
    BrandingDesk other = new BrandingDesk(inside, fixture.notices, WORDS);
    assertThat(other.of("../secret", ru())).isEqualTo(Branding.NONE);
  }

  @Test
  public void theLooksAreFrozenWithTheReport() throws IOException {
    write("default.properties", "company = Сервис");
    ReportsService service =
        fixture.service(
            Fixture.settings(
                List.of(), List.of(), Duration.ofSeconds(10), Duration.ofSeconds(45), directory),
            fixture.runner,
            new FakeSection("devices"));
    VisitReport report = service.assemble(Examples.VISIT_ID);
    write("default.properties", "company = Другой сервис");
    assertThat(service.document(fixture.stored(report)).branding().company()).isEqualTo("Сервис");
    assertThat(service.preview(Examples.VISIT_ID).branding().company()).isEqualTo("Другой сервис");
  }

  @Test
  public void theShippedExampleChangesNothingAndShowsEveryKey() throws IOException {
    Path shipped = Path.of("src/main/etc/daybook/branding/default.properties");
    Files.copy(shipped, directory.resolve("default.properties"));
    assertThat(branding()).isEqualTo(Branding.NONE);
    List<String> uncommented;
    try (Stream<String> lines = Files.lines(shipped)) {
      uncommented =
          lines
              .filter(line -> line.matches("#[a-zA-Z.]+ = .*"))
              .map(line -> line.substring(1))
              .toList();
    }
    Files.write(directory.resolve("logo.png"), Pictures.png(300, 60));
    Files.write(directory.resolve("default.properties"), uncommented);
    Properties properties = new Properties();
    try (var in = Files.newBufferedReader(directory.resolve("default.properties"))) {
      properties.load(in);
    }
    assertThat(properties.stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(BrandFile.KEYS.subList(1, BrandFile.KEYS.size()));
    assertThat(branding().logo()).isPresent();
    assertThat(fixture.notices.all()).isEmpty();
  }

  @Test
  public void contrastIsThatOfTheGuideline() {
    assertThat(Contrast.withWhite(0x000000)).isEqualTo(21.0);
    assertThat(Contrast.withWhite(0xffffff)).isEqualTo(1.0);
    // The best known neighbours of the limit.
    assertThat(Contrast.withWhite(0x767676)).isBetween(4.54, 4.55);
    assertThat(Contrast.withWhite(0x777777)).isBetween(4.47, 4.48);
    int builtIn = Integer.parseInt(Branding.NONE.accent().substring(1), 16);
    assertThat(Contrast.withWhite(builtIn)).isGreaterThan(4.5);
  }

  private Branding branding() {
    return desk.of(CLIENT, ru());
  }

  private static Locale ru() {
    return Examples.RUSSIAN;
  }

  private void write(String name, String... lines) throws IOException {
    Files.write(directory.resolve(name), List.of(lines), UTF_8);
  }

  private Optional<Notice> standing(String file, String key) {
    return fixture.notices.standing(
        NoticeKind.LOOKS_FAULT, "branding:" + file + ".properties:" + key);
  }
}
