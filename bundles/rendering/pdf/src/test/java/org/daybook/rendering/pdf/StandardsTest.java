package org.daybook.rendering.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.daybook.api.delivery.Presentation;
import org.daybook.api.report.Block;
import org.daybook.api.report.Branding;
import org.daybook.api.report.ReportDocument;
import org.daybook.testkit.ExampleReport;
import org.daybook.testkit.Examples;
import org.junit.BeforeClass;
import org.junit.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** What veraPDF says of our documents: PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1). */
public class StandardsTest {
  @BeforeClass
  public static void initialise() {
    VeraGreenfieldFoundryProvider.initialise();
  }

  @Test
  public void aBrandedCorrectionWithEveryKindOfBlockKeepsToThem() throws Exception {
    Branding branding =
        new Branding(
            "ИТ-мастерская «Кедр»",
            "#1f6f54",
            Optional.of(new Branding.Logo("image/png", logo("png"), 120, 40)),
            "Хвойная улица, 7",
            Optional.empty(),
            Optional.empty());
    keepsToThem(
        ExampleReport.revised(
            ExampleReport.looking(ExampleReport.usual(Examples.RUSSIAN), branding), "Уточнено."));
  }

  @Test
  public void aLargeReportKeepsToThem() throws Exception {
    keepsToThem(Pdfs.large());
  }

  @Test
  public void whateverPeopleWriteItKeepsToThem() throws Exception {
    Branding branding =
        new Branding(
            "",
            "#173a56",
            Optional.of(new Branding.Logo("image/jpeg", logo("jpg"), 120, 40)),
            "",
            Optional.empty(),
            Optional.empty());
    keepsToThem(
        ExampleReport.looking(
            ExampleReport.saying(
                "<b>\u202Eabc\u202C 👩‍💻 漢字 עברית العربية a\u0301 \u200B\uFEFF\u00AD "
                    + "ё".repeat(300),
                Examples.ENGLISH),
            branding));
  }

  @Test
  public void aReportWithPhotosKeepsToThem() throws Exception {
    Block.Picture photo =
        new Block.Picture(
            "photo-1", "a".repeat(64), "Новый вентилятор", 120, 40, Optional.of(logo("jpg")));
    Block.Picture missing =
        new Block.Picture("photo-2", "a".repeat(64), "Старый", 120, 40, Optional.empty());
    keepsToThem(
        ExampleReport.with(
            ExampleReport.usual(Examples.RUSSIAN),
            List.of(
                new ReportDocument.Section(
                    "projects",
                    "Проекты",
                    ReportDocument.Status.OK,
                    List.of(
                        new Block.Pictures(
                            "Фотографии", List.of(photo, missing, photo, photo)))))));
  }

  @Test
  public void aBarePageDoesNot() throws Exception {
    ByteArrayOutputStream bare = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      document.save(bare);
    }
    assertThat(broken(bare.toByteArray(), PDFAFlavour.PDFA_2_A)).isNotEmpty();
    assertThat(broken(bare.toByteArray(), PDFAFlavour.PDFUA_1)).isNotEmpty();
  }

  private static void keepsToThem(ReportDocument report) throws Exception {
    byte[] pdf = Pdfs.renderer().render(report, Presentation.PLAIN);
    for (PDFAFlavour standard : List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1)) {
      assertThat(broken(pdf, standard)).as(standard.getId()).isEmpty();
    }
  }

  private static List<String> broken(byte[] pdf, PDFAFlavour standard) throws Exception {
    try (PDFAParser parser =
            Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), standard);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(standard, false)) {
      return validator.validate(parser).getTestAssertions().stream()
          .map(
              assertion ->
                  assertion.getRuleId().getClause()
                      + "-"
                      + assertion.getRuleId().getTestNumber()
                      + " "
                      + assertion.getMessage())
          .distinct()
          .toList();
    }
  }

  /** Half of it is transparent, where the format can. */
  private static String logo(String format) throws Exception {
    BufferedImage image =
        new BufferedImage(
            120,
            40,
            format.equals("png") ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    Graphics2D drawing = image.createGraphics();
    drawing.setColor(new Color(0x1f6f54));
    drawing.fillOval(0, 0, 40, 40);
    drawing.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, format, bytes);
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }
}
