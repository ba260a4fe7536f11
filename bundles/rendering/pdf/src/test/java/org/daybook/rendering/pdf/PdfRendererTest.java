package org.daybook.rendering.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.daybook.api.delivery.Presentation;
import org.daybook.api.delivery.ReportRenderer;
import org.daybook.api.report.Block;
import org.daybook.api.report.ReportDocument;
import org.daybook.api.report.ReportDocument.Section;
import org.daybook.api.report.ReportDocument.Status;
import org.daybook.api.report.Tone;
import org.daybook.testkit.ExampleReport;
import org.daybook.testkit.Examples;
import org.junit.Test;

public class PdfRendererTest {
  private static final int BYTES_FOR_A_HUNDRED_DEVICES = 250_000;

  private final PdfRenderer renderer = Pdfs.renderer();

  @Test
  public void cyrillicCanBeReadBackAndSignsHaveGlyphs() throws Exception {
    String text =
        Pdfs.text(renderer.render(ExampleReport.usual(Examples.RUSSIAN), Presentation.PLAIN));
    assertThat(text)
        .contains("Выполнено 3 из 5 задач; 23 из 25 устройств в порядке.")
        .contains("ООО «Ромашка»")
        .contains("✓")
        .contains("✕")
        .contains("▲")
        .doesNotContain("#");
  }

  @Test
  public void signsKeepTheirShapeWhateverPeopleWrite() throws Exception {
    try (PDDocument document =
        load(ExampleReport.saying("a\u200Bb\uFEFFc\u200Dd\u00ADe 👩‍💻", Examples.RUSSIAN))) {
      assertThat(shape("▲", document)).isTrue();
      assertThat(shape("✕", document)).isTrue();
    }
  }

  @Test
  public void itIsTaggedAndHasALanguageATitleAndBookmarks() throws Exception {
    try (PDDocument document = load(ExampleReport.usual(Examples.RUSSIAN))) {
      PDDocumentCatalog catalog = document.getDocumentCatalog();
      assertThat(catalog.getMarkInfo().isMarked()).isTrue();
      assertThat(catalog.getStructureTreeRoot()).isNotNull();
      assertThat(catalog.getLanguage()).isEqualTo("ru");
      assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
      assertThat(document.getDocumentInformation().getTitle())
          .isEqualTo("Отчёт о выезде № 2026-0001 — ООО «Ромашка», 12 марта 2026");
      assertThat(bookmarks(catalog))
          .containsExactly(
              "Отчёт о выезде",
              "1. Проекты и задачи",
              "2. Задачи от ответственного лица",
              "3. Регламент на технике",
              "4. Раздел партнёра",
              "Вопросы и замечания");
    }
  }

  @Test
  public void itSaysWhichStandardsItFollows() throws Exception {
    try (PDDocument document = load(ExampleReport.usual(Examples.ENGLISH))) {
      String xmp =
          new String(
              document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
      assertThat(xmp)
          .contains("<pdfaid:part>2</pdfaid:part>")
          .contains("<pdfaid:conformance>A</pdfaid:conformance>")
          .contains("<pdfuaid:part>1</pdfuaid:part>");
      assertThat(document.getDocumentCatalog().getOutputIntents()).hasSize(1);
    }
  }

  @Test
  public void everyFontIsEmbeddedAndOnlyInPart() throws Exception {
    try (PDDocument document = load(ExampleReport.usual(Examples.RUSSIAN))) {
      List<PDFont> fonts = fonts(document);
      assertThat(fonts).isNotEmpty();
      assertThat(fonts).allMatch(PDFont::isEmbedded);
      assertThat(fonts).extracting(PDFont::getName).allMatch(name -> name.matches("[A-Z]{6}\\+.*"));
    }
  }

  @Test
  public void itsDateIsTheReports() throws Exception {
    ReportDocument report = ExampleReport.usual(Examples.RUSSIAN);
    try (PDDocument document = load(report)) {
      Instant created = document.getDocumentInformation().getCreationDate().toInstant();
      assertThat(created).isEqualTo(report.createdAt());
      assertThat(
              new String(
                  document.getDocumentCatalog().getMetadata().toByteArray(),
                  StandardCharsets.UTF_8))
          .contains("<xmp:CreateDate>2026-03-12T15:00:00+03:00</xmp:CreateDate>");
    }
  }

  @Test
  public void aReportIsNotTakenForAnother() throws Exception {
    try (PDDocument one = load(ExampleReport.usual(Examples.RUSSIAN));
        PDDocument other = load(ExampleReport.usual(Examples.ENGLISH))) {
      assertThat(one.getDocument().getTrailer().getCOSArray(COSName.ID).toString())
          .isNotEqualTo(other.getDocument().getTrailer().getCOSArray(COSName.ID).toString());
    }
  }

  @Test
  public void headsOfTablesRepeatAndPagesAreNumbered() throws Exception {
    try (PDDocument document = load(Pdfs.large())) {
      int pages = document.getNumberOfPages();
      assertThat(pages).isBetween(3, 6);
      for (int page = 1; page <= pages; page++) {
        String text = Pdfs.text(document, page, page);
        assertThat(text).contains(page + " / " + pages);
        if (text.contains("12 из 12 пунктов")) {
          assertThat(text).contains("Машина");
        }
      }
    }
  }

  @Test
  public void aUsualReportHasFewPages() throws Exception {
    try (PDDocument document = load(ExampleReport.usual(Examples.RUSSIAN))) {
      assertThat(document.getNumberOfPages()).isBetween(1, 3);
    }
  }

  /** Whatever stands last in the last section, and however full its page is. */
  @Test
  public void theLastBlockIsNotAloneOnAPage() throws Exception {
    for (Block last :
        List.of(
            new Block.Paragraph("последнее", Tone.NEUTRAL),
            new Block.Table("последнее", List.of("А", "Б"), List.of(List.of("1", "2"))))) {
      for (int lines = 50; lines < 74; lines += 3) {
        lastPageHas("последнее", lines, last);
      }
    }
    Block table = new Block.Table("", List.of("Кто", "Что"), Pdfs.rows(120));
    for (int lines = 1; lines < 20; lines += 4) {
      lastPageHas("строка 120", lines, table);
    }
  }

  private void lastPageHas(String text, int lines, Block last) throws Exception {
    Block filler = new Block.Paragraph("строчка\n".repeat(lines), Tone.NEUTRAL);
    ReportDocument report =
        ExampleReport.with(
            ExampleReport.usual(Examples.RUSSIAN),
            List.of(new Section("x", "Раздел", Status.OK, List.of(filler, last))));
    try (PDDocument document = load(report)) {
      int pages = document.getNumberOfPages();
      assertThat(Pdfs.text(document, pages, pages)).contains("Вопросы и замечания").contains(text);
    }
  }

  @Test
  public void tilesAndTasksAreNotParted() throws Exception {
    try (PDDocument document = load(Pdfs.large())) {
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        String text = Pdfs.text(document, page, page);
        assertThat(count("ПК-\\d+", text)).isEqualTo(count("(?<!\\S)слово|— слово", text));
        assertThat(count("Задача \\d+", text)).isEqualTo(count("Сделано всё", text));
      }
    }
  }

  private static long count(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().count();
  }

  @Test
  public void whatNoFontHasIsSeenToBeThere() throws Exception {
    String text =
        Pdfs.text(
            renderer.render(
                ExampleReport.saying("a👩‍💻b 漢字", Examples.ENGLISH), Presentation.PLAIN));
    assertThat(text).contains("a□□b □□");
  }

  @Test
  public void nobodysPageIsNamedInWhatIsPassedOn() throws Exception {
    assertThat(
            Pdfs.text(
                renderer.render(
                    ExampleReport.usual(Examples.RUSSIAN),
                    new Presentation(
                        Optional.of("https://reports.example.com/r/secret"),
                        Presentation.LogoPlace.IN_MESSAGE))))
        .doesNotContain("secret");
  }

  @Test
  public void aHundredDevicesAreNoBurdenToAMailbox() throws Exception {
    assertThat(renderer.render(Pdfs.large(), Presentation.PLAIN).length)
        .isLessThan(BYTES_FOR_A_HUNDRED_DEVICES);
  }

  @Test
  public void itAsksForNothingFromOutside() throws Exception {
    byte[] pdf =
        new PdfRenderer(
                new FixedPrint(
                    "<html lang=\"en\" style=\"font-family:'PT Sans'\"><head><title>x</title><link rel=\"stylesheet\""
                        + " href=\"file:///etc/hostname\"/></head><body>"
                        + "<img alt=\"x\" src=\"http://127.0.0.1:9/x.png\"/>"
                        + "<img alt=\"y\" src=\"file:///etc/hostname\"/>kept</body></html>"))
            .render(ExampleReport.usual(Examples.ENGLISH), Presentation.PLAIN);
    assertThat(Pdfs.text(pdf)).contains("kept");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getPage(0).getResources().getXObjectNames()).isEmpty();
    }
  }

  @Test
  public void whatIsRenderedToWarmUpIsAReport() throws Exception {
    assertThat(Pdfs.text(renderer.render(Blank.report(), Presentation.PLAIN))).contains("Пример");
  }

  private PDDocument load(ReportDocument report) throws Exception {
    return Loader.loadPDF(renderer.render(report, Presentation.PLAIN));
  }

  private static List<String> bookmarks(PDDocumentCatalog catalog) {
    return StreamSupport.stream(catalog.getDocumentOutline().children().spliterator(), false)
        .map(PDOutlineItem::getTitle)
        .toList();
  }

  private static List<PDFont> fonts(PDDocument document) throws IOException {
    List<PDFont> fonts = new ArrayList<>();
    for (PDPage page : document.getPages()) {
      for (COSName name : page.getResources().getFontNames()) {
        fonts.add(page.getResources().getFont(name));
      }
    }
    return fonts;
  }

  /** Whether a font of the document draws something for a sign. */
  private static boolean shape(String sign, PDDocument document) throws IOException {
    for (PDFont font : fonts(document)) {
      PDType0Font embedded = (PDType0Font) font;
      for (int code = 1; code < 0x10000; code++) {
        if (sign.equals(embedded.toUnicode(code))) {
          return !embedded.getPath(code).getBounds().isEmpty();
        }
      }
    }
    return false;
  }

  /** Gives the same page for every report. */
  private record FixedPrint(String page) implements ReportRenderer {
    @Override
    public String format() {
      return "print";
    }

    @Override
    public String mediaType() {
      return "application/xhtml+xml";
    }

    @Override
    public byte[] render(ReportDocument report, Presentation presentation) {
      return page.getBytes(StandardCharsets.UTF_8);
    }
  }
}
