package org.daybook.rendering.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
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

  byte[] make() throws IOException {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.withHtmlContent(html, null);
    builder.useUriResolver((base, uri) -> uri.startsWith("#") ? uri : null);
    builder.usePdfUaAccessibility(true);
    builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
    builder.useColorProfile(SRGB);
    builder.withProducer("Daybook");
    font(builder, "PTSans-Regular.ttf", "PT Sans", REGULAR);
    font(builder, "PTSans-Bold.ttf", "PT Sans", BOLD);
    // Has the signs, and most of what PT Sans lacks.
    font(builder, "DejaVuSans.ttf", "DejaVu Sans", REGULAR);
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
        PDDocument document = renderer.createPDFKeepOpen()) {
      new Provenance(report).writeTo(document);
      ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 17);
      document.save(out);
      return out.toByteArray();
    }
  }

  private static void font(PdfRendererBuilder builder, String file, String family, int weight) {
    builder.useFont(
        () -> PdfMaker.class.getResourceAsStream("fonts/" + file),
        family,
        weight,
        FontStyle.NORMAL,
        true);
  }
}
