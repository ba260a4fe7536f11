package org.daybook.itests.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.daybook.api.delivery.Presentation;
import org.daybook.api.delivery.ReportRenderer;
import org.daybook.api.report.ReportDocument;
import org.daybook.api.report.ReportDocument.Status;

/** A report with a gap, or without its devices, would be fast and worth nothing. */
final class Plausible {
  private Plausible() {}

  static void check(
      ReportDocument report, ReportRenderer html, ReportRenderer text, ReportRenderer pdf)
      throws Exception {
    require(report.sections().size() == 3, "there are three sections");
    require(
        report.sections().stream().allMatch(section -> section.status() == Status.OK),
        "no section is a gap");
    byte[] page = html.render(report, Presentation.PLAIN);
    byte[] plain = text.render(report, Presentation.PLAIN);
    byte[] document = pdf.render(report, Presentation.PLAIN);
    require(says(page, "Место-100"), "the HTML has every device");
    require(says(plain, "Место-100"), "the text has every device");
    require(document.length > 50_000, "the PDF has pages");
    System.out.printf(
        Locale.ROOT,
        "HTML %d kB, text %d kB, PDF %d kB%n",
        page.length / 1000,
        plain.length / 1000,
        document.length / 1000);
  }

  private static boolean says(byte[] document, String what) {
    return new String(document, StandardCharsets.UTF_8).contains(what);
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalStateException("It does not hold that " + what);
    }
  }
}
