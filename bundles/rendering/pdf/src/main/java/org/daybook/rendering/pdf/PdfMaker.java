package org.daybook.rendering.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.logging.Level;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.daybook.api.report.ReportDocument;

/** Makes one PDF of one page of XHTML. Nothing is loaded but what is in this bundle. */
final class PdfMaker {
  private static final byte[] SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
  private static final int REGULAR = 400;
  private static final int BOLD = 700;

  static {
    // It tells every step of every document otherwise.
    XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
  }

  private final String html;
  private final ReportDocument report;

  PdfMaker(String html, ReportDocument report) {
    this.html = html;
    this.report = report;
  }

  byte[] make(Fonts.Set fonts) throws IOException {
    try (PDDocument document = new PDDocument();
        PdfBoxRenderer renderer = builder(document, fonts).buildPdfRenderer()) {
      renderer.createPDFWithoutClosing();
      new Provenance(report).writeTo(document);
      ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 17);
      document.save(out);
      return out.toByteArray();
    }
  }

  private PdfRendererBuilder builder(PDDocument document, Fonts.Set fonts) throws IOException {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.usePDDocument(document);
    builder.usePageSupplier(new Sheets());
    builder.withHtmlContent(fonts.shown(html), null);
    builder.useUriResolver((base, uri) -> isWithin(uri) ? uri : null);
    builder.usePdfUaAccessibility(true);
    builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
    builder.useUnicodeLineBreaker(new LineBreaks());
    builder.useColorProfile(SRGB);
    builder.withProducer("Daybook");
    builder.useReplacementText(String.valueOf(Fonts.NO_GLYPH));
    font(builder, document, fonts.regular(), "PT Sans", REGULAR);
    font(builder, document, fonts.bold(), "PT Sans", BOLD);
    font(builder, document, fonts.signs(), "DejaVu Sans", REGULAR);
    return builder;
  }

  private static boolean isWithin(String uri) {
    return uri.startsWith("#") || uri.startsWith("data:image/");
  }

  private static void font(
      PdfRendererBuilder builder, PDDocument document, TrueTypeFont font, String family, int weight)
      throws IOException {
    builder.useFont(
        new PDFontSupplier(PDType0Font.load(document, font, true)),
        family,
        weight,
        FontStyle.NORMAL,
        true);
  }
}
